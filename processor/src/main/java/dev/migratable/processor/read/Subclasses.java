package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Knows which entities extend which: those that are compiled now, and those of earlier compilations that are still there.
 * Classes do not know what extends them, but their tables do.
 */
public final class Subclasses {

    private final Elements elements;
    private final Predicate<String> isCompiledEarlier;
    private final Set<String> compiledNow = new HashSet<>();

    /** By the binary name of an entity, that of the entity it extends. */
    private final SortedMap<String, String> supers = new TreeMap<>();

    /**
     * Creates a registry that knows nothing.
     *
     * @param elements the compiler's elements
     * @param isCompiledEarlier tells whether a class, by its binary name, is in the class output
     */
    public Subclasses(Elements elements, Predicate<String> isCompiledEarlier) {
        this.elements = elements;
        this.isCompiledEarlier = isCompiledEarlier;
    }

    /** Notes an entity that is compiled now. */
    public void add(TypeElement entity) {
        String name = binaryName(entity);
        compiledNow.add(name);
        Optional<TypeElement> superEntity =
                EntityReader.isEntity(entity) ? EntityReader.superEntity(entity) : Optional.empty();
        superEntity.ifPresentOrElse(s -> supers.put(name, binaryName(s)), () -> supers.remove(name));
    }

    /** Notes what an earlier compilation knew. */
    public void addRecorded(Map<String, String> recorded) {
        supers.putAll(recorded);
    }

    /** Returns the binary names of the entities that extend others, each with that of the entity it extends. */
    public SortedMap<String, String> recorded() {
        return new TreeMap<>(supers);
    }

    /** Returns whether an entity is extended by another. */
    boolean has(TypeElement entity) {
        return supers.containsValue(binaryName(entity));
    }

    /** Returns whether an entity is of this module, so that it is known what extends it here. */
    boolean isOfModule(TypeElement entity) {
        String name = binaryName(entity);
        return compiledNow.contains(name) || isCompiledEarlier.test(name);
    }

    /** Returns the entities below an entity, each before those that extend it, sorted by name. */
    public List<TypeElement> below(TypeElement entity) {
        List<TypeElement> result = new ArrayList<>();
        String name = binaryName(entity);
        supers.entrySet().stream()
                .filter(e -> e.getValue().equals(name))
                .map(e -> elements.getTypeElement(e.getKey().replace('$', '.')))
                .filter(type -> type != null)
                .sorted(Comparator.comparing(this::binaryName))
                .forEach(type -> {
                    result.add(type);
                    result.addAll(below(type));
                });
        return result;
    }

    /** Returns the binary names of entities below an entity whose class cannot be found. */
    public List<String> missingBelow(TypeElement entity) {
        List<String> result = new ArrayList<>();
        for (TypeElement type :
                Stream.concat(Stream.of(entity), below(entity).stream()).toList()) {
            supers.forEach((name, superEntity) -> {
                if (superEntity.equals(binaryName(type)) && elements.getTypeElement(name.replace('$', '.')) == null) {
                    result.add(name);
                }
            });
        }
        return result;
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }
}
