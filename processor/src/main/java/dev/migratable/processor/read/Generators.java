package dev.migratable.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds the declaration of a generator where Hibernate looks for it: on the attribute, the classes, the package. */
final class Generators {

    private final List<Element> places = new ArrayList<>();

    Generators(Elements elements, TypeElement entity, Attribute attribute) {
        places.add(attribute.element());
        places.add(entity);
        if (attribute.element().getEnclosingElement() instanceof TypeElement declaring) {
            places.add(declaring);
            PackageElement declaringPackage = elements.getPackageOf(declaring);
            if (declaringPackage != null) {
                places.add(declaringPackage);
            }
        }
    }

    /** Returns whether one of the places declares a generator with a name. */
    boolean declares(String name) {
        return find(Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS, name)
                || find(Jpa.TABLE_GENERATOR, Jpa.TABLE_GENERATORS, name)
                || find(Jpa.GENERIC_GENERATOR, Jpa.GENERIC_GENERATORS, name);
    }

    private boolean find(String type, String container, String name) {
        return places.stream()
                .flatMap(place -> AnnotationValues.repeated(place, type, container).stream())
                .anyMatch(g -> g.text("name").filter(name::equals).isPresent());
    }

    /** Returns whether the declaring class or its package carries an annotation that names a generator's class. */
    boolean isSaidAbove() {
        return places.stream()
                .skip(2)
                .flatMap(place -> AnnotationValues.all(place).stream())
                .anyMatch(a -> AnnotationValues.has(a.type(), Jpa.ID_GENERATOR_TYPE));
    }

    /**
     * Finds the nearest declaration. One of another name is passed over, and one that has none is taken where none has the
     * name that is wanted.
     *
     * @param type the annotation's name
     * @param container the name of the annotation that holds several
     * @param name the name that is wanted, if any
     */
    Optional<AnnotationValues> find(String type, String container, Optional<String> name) {
        List<AnnotationValues> all = places.stream()
                .flatMap(place -> AnnotationValues.repeated(place, type, container).stream())
                .toList();
        if (name.isEmpty()) {
            return all.stream().findFirst();
        }
        return all.stream()
                .filter(g -> g.text("name").equals(name))
                .findFirst()
                .or(() -> all.stream().filter(g -> g.text("name").isEmpty()).findFirst());
    }
}
