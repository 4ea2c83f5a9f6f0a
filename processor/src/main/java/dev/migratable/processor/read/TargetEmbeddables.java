package dev.migratable.processor.read;

import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Knows the class that {@code @TargetEmbeddable} puts in the place of an attribute's type, be it on the attribute or on the
 * type; that on the attribute wins.
 */
final class TargetEmbeddables {

    private TargetEmbeddables() {}

    /** Returns the type of an attribute that is no collection; the elements of one are told by {@link #element}. */
    static TypeMirror type(ReadContext context, Annotations annotations, TypeMirror declared) {
        if (annotations.has(Jpa.ELEMENT_COLLECTION)) {
            return declared;
        }
        return of(annotations)
                .or(() -> onType(declared)
                        .flatMap(type -> of(context.annotations().of(type))))
                .orElse(declared);
    }

    /** Returns the type of a collection's elements, or of a map's values; a map's keys are what they are declared as. */
    static TypeMirror element(Attribute attribute, TypeMirror declared) {
        if (!attribute.has(Jpa.ELEMENT_COLLECTION)) {
            return declared;
        }
        return onAttribute(attribute)
                .or(() -> onType(declared)
                        .flatMap(type -> AnnotationValues.find(type, Jpa.TARGET_EMBEDDABLE))
                        .flatMap(a -> a.classValue("value")))
                .orElse(declared);
    }

    /** Returns what is said on an attribute itself. */
    static Optional<TypeMirror> onAttribute(Attribute attribute) {
        return of(attribute.annotations());
    }

    /** Returns what is said on an element. */
    static Optional<TypeMirror> of(Annotations annotations) {
        return annotations.find(Jpa.TARGET_EMBEDDABLE).flatMap(a -> a.classValue("value"));
    }

    private static Optional<TypeElement> onType(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }
}
