package dev.migratable.processor.read;

import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Knows what one class declares for all of a persistence unit: converters that apply themselves, embeddables of a kind. */
public final class PersistenceUnit {

    private final SortedSet<String> derivedEmbeddables = new TreeSet<>();
    private final SortedSet<String> automaticConverters = new TreeSet<>();
    private final SortedSet<String> unknownTypes = new TreeSet<>();

    /** By the attribute as a column has it. */
    private final Map<Attribute, List<EnumType>> enumTypes = new IdentityHashMap<>();

    /** By the attribute as a column has it, each behind those that it has as attributes. */
    private final Map<Attribute, List<CompositeType>> compositeTypes = new IdentityHashMap<>();

    /** By the attribute as a column has it. */
    private final Map<Attribute, SortedSet<String>> partNames = new IdentityHashMap<>();

    /** By name, the package that declares a generator. */
    private final Map<String, PackageElement> generators = new HashMap<>();

    /** Adds what a package declares. */
    public void add(PackageElement element) {
        List<AnnotationValues> declared =
                new ArrayList<>(AnnotationValues.repeated(element, Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS));
        declared.addAll(AnnotationValues.repeated(element, Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS));
        declared.addAll(AnnotationValues.repeated(element, Jpa.GENERIC_GENERATOR, Jpa.GENERIC_GENERATORS));
        declared.forEach(generator -> generator.text("name").ifPresent(name -> generators.put(name, element)));
    }

    /** Finds the package that declares a generator. */
    Optional<PackageElement> packageOfGenerator(String name) {
        return Optional.ofNullable(generators.get(name));
    }

    /** Adds what a class declares. */
    public void add(TypeElement element) {
        String name = element.getQualifiedName().toString();
        put(
                derivedEmbeddables,
                name,
                isEmbeddable(element) && embeddableAbove(element).isPresent());
        put(automaticConverters, name, isAutomatic(element));
    }

    private static void put(SortedSet<String> names, String name, boolean belongs) {
        if (belongs) {
            names.add(name);
        } else {
            names.remove(name);
        }
    }

    /** Adds the converters that an earlier compilation knew and that may not be compiled now. */
    public void addConverters(Collection<String> names) {
        automaticConverters.addAll(names);
    }

    /** Adds the embeddables that extend others, which an earlier compilation knew and which may not be compiled now. */
    public void addEmbeddables(Collection<String> names) {
        derivedEmbeddables.addAll(names);
    }

    private static boolean isAutomatic(TypeElement element) {
        return AnnotationValues.find(element, Jpa.CONVERTER)
                .map(c -> c.flag("autoApply", false))
                .orElse(false);
    }

    /** Returns the names of the module's converters that apply themselves. */
    public SortedSet<String> automaticConverters() {
        return Collections.unmodifiableSortedSet(automaticConverters);
    }

    /** Notes an enum of which Hibernate makes a type that nobody knows before it runs. */
    void addUnknownType(String name) {
        unknownTypes.add(name);
    }

    /** Returns the names of the enums of which Hibernate makes types that are not in the model. */
    public SortedSet<String> unknownTypes() {
        return Collections.unmodifiableSortedSet(unknownTypes);
    }

    /** Notes the type that Hibernate makes of an attribute's enum. */
    void addEnumType(Attribute attribute, EnumType type) {
        enumTypes.put(attribute, List.of(type));
    }

    /** Notes the types that Hibernate makes of an attribute's embeddable, and of what is in it. */
    void addTypes(Attribute attribute, List<EnumType> enums, List<CompositeType> composites) {
        enumTypes.put(attribute, List.copyOf(enums));
        compositeTypes.put(attribute, List.copyOf(composites));
    }

    /** Returns the types that Hibernate makes of an attribute's enum, or of the enums in its embeddable. */
    List<EnumType> enumTypes(Attribute attribute) {
        return enumTypes.getOrDefault(attribute, List.of());
    }

    /** Returns the types that Hibernate makes of an attribute's embeddable and of those in it. */
    List<CompositeType> compositeTypes(Attribute attribute) {
        return compositeTypes.getOrDefault(attribute, List.of());
    }

    /** Notes what an attribute's embeddable, which is stored as one value, is made of. */
    void addParts(Attribute attribute, Collection<MappedColumn> parts) {
        SortedSet<String> names = new TreeSet<>();
        for (MappedColumn part : parts) {
            names.add(part.name());
            names.addAll(partNames(part.attribute()));
        }
        partNames.put(attribute, names);
    }

    /** Returns what the columns would be called if an attribute's value were not one. */
    SortedSet<String> partNames(Attribute attribute) {
        return partNames.getOrDefault(attribute, Collections.emptySortedSet());
    }

    /** Returns the names of the module's embeddables that extend others. */
    public SortedSet<String> derivedEmbeddables() {
        return Collections.unmodifiableSortedSet(derivedEmbeddables);
    }

    private static boolean isEmbeddable(TypeElement type) {
        return AnnotationValues.has(type, Jpa.EMBEDDABLE);
    }

    /** Finds the embeddable that another one extends, through whatever classes are between. */
    static Optional<TypeElement> embeddableAbove(TypeElement embeddable) {
        Optional<TypeElement> superclass = AttributeReader.superclass(embeddable);
        while (superclass.isPresent() && !isEmbeddable(superclass.get())) {
            superclass = AttributeReader.superclass(superclass.get());
        }
        return superclass;
    }

    /**
     * Returns the embeddables below another, each before those that extend it; siblings are in the order in which Hibernate
     * meets them, or one that extends them, by name.
     */
    List<TypeElement> embeddablesBelow(TypeElement embeddable, Elements elements) {
        Set<TypeElement> extending = new LinkedHashSet<>();
        for (String name : derivedEmbeddables) {
            Optional<TypeElement> type =
                    Optional.ofNullable(elements.getTypeElement(name)).filter(PersistenceUnit::isEmbeddable);
            while (type.isPresent()) {
                Optional<TypeElement> above = embeddableAbove(type.get());
                if (above.filter(embeddable::equals).isPresent()) {
                    extending.add(type.get());
                }
                type = above;
            }
        }
        List<TypeElement> result = new ArrayList<>();
        for (TypeElement type : extending) {
            result.add(type);
            result.addAll(embeddablesBelow(type, elements));
        }
        return result;
    }
}
