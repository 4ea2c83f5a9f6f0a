package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Knows what one class declares for all of a persistence unit: converters that apply themselves. */
public final class PersistenceUnit {

    private final Map<String, TypeElement> embeddableSubclasses = new HashMap<>();
    private final SortedSet<String> automaticConverters = new TreeSet<>();

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
        if (AnnotationValues.has(element, Jpa.EMBEDDABLE)) {
            Optional<TypeElement> superclass = AttributeReader.superclass(element);
            while (superclass.isPresent()) {
                embeddableSubclasses.put(superclass.get().toString(), element);
                superclass = AttributeReader.superclass(superclass.get());
            }
        }
        String name = element.getQualifiedName().toString();
        if (isAutomatic(element)) {
            automaticConverters.add(name);
        } else {
            automaticConverters.remove(name);
        }
    }

    /** Adds the converters that an earlier compilation knew and that may not be compiled now. */
    public void addConverters(Collection<String> names) {
        automaticConverters.addAll(names);
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

    /** Finds an embeddable above or below another, which Hibernate maps with a discriminator. */
    Optional<TypeElement> embeddableRelative(TypeElement embeddable) {
        Optional<TypeElement> superclass = AttributeReader.superclass(embeddable);
        while (superclass.isPresent()) {
            if (AnnotationValues.has(superclass.get(), Jpa.EMBEDDABLE)) {
                return superclass;
            }
            superclass = AttributeReader.superclass(superclass.get());
        }
        return Optional.ofNullable(embeddableSubclasses.get(embeddable.toString()));
    }
}
