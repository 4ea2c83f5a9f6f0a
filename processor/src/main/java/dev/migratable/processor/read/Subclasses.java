package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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

    /** The other way round: by the binary name of an entity, those of the entities that extend it. */
    private final Map<String, SortedSet<String>> subs = new HashMap<>();

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
        note(name, superEntity.map(this::binaryName));
    }

    private void note(String name, Optional<String> superEntity) {
        String former = superEntity.isPresent() ? supers.put(name, superEntity.get()) : supers.remove(name);
        if (former != null) {
            names(former).remove(name);
        }
        superEntity.ifPresent(
                above -> subs.computeIfAbsent(above, key -> new TreeSet<>()).add(name));
    }

    private SortedSet<String> names(String above) {
        return subs.getOrDefault(above, Collections.emptySortedSet());
    }

    /** Notes what an earlier compilation knew. */
    public void addRecorded(Map<String, String> recorded) {
        recorded.forEach((name, above) -> note(name, Optional.of(above)));
    }

    /** Returns the binary names of the entities that extend others, each with that of the entity it extends. */
    public SortedMap<String, String> recorded() {
        return new TreeMap<>(supers);
    }

    /** Returns whether an entity is extended by another. */
    boolean has(TypeElement entity) {
        return !names(binaryName(entity)).isEmpty();
    }

    /** Returns whether an entity is of this module, so that it is known what extends it here. */
    boolean isOfModule(TypeElement entity) {
        String name = binaryName(entity);
        return compiledNow.contains(name) || isCompiledEarlier.test(name);
    }

    /** Returns the entities below an entity, each before those that extend it, sorted by name. */
    public List<TypeElement> below(TypeElement entity) {
        List<TypeElement> result = new ArrayList<>();
        for (String name : names(binaryName(entity))) {
            TypeElement type = elements.getTypeElement(name.replace('$', '.'));
            if (type != null) {
                result.add(type);
                result.addAll(below(type));
            }
        }
        return result;
    }

    /** Returns the binary names of entities below an entity whose class cannot be found. */
    public List<String> missingBelow(TypeElement entity) {
        List<String> result = new ArrayList<>();
        List<TypeElement> all = new ArrayList<>(List.of(entity));
        all.addAll(below(entity));
        for (TypeElement type : all) {
            for (String name : names(binaryName(type))) {
                if (elements.getTypeElement(name.replace('$', '.')) == null) {
                    result.add(name);
                }
            }
        }
        return result;
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }
}
