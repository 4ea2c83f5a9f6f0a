package dev.migratable.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Knows what one class declares for all of a persistence unit: converters that apply themselves. */
public final class PersistenceUnit {

    private static final String ATTRIBUTE_CONVERTER = Jpa.PACKAGE + "AttributeConverter";

    private final Map<String, TypeElement> embeddableSubclasses = new HashMap<>();
    private final Set<String> convertedTypes = new HashSet<>();

    /** Adds what a class declares. */
    public void add(TypeElement element) {
        if (AnnotationValues.has(element, Jpa.EMBEDDABLE)) {
            Optional<TypeElement> superclass = AttributeReader.superclass(element);
            while (superclass.isPresent()) {
                embeddableSubclasses.put(superclass.get().toString(), element);
                superclass = AttributeReader.superclass(superclass.get());
            }
        }
        boolean automatic = AnnotationValues.find(element, Jpa.CONVERTER)
                .map(c -> c.flag("autoApply", false))
                .orElse(false);
        if (automatic) {
            convertedType(element).ifPresent(type -> convertedTypes.add(type.toString()));
        }
    }

    private static Optional<TypeMirror> convertedType(TypeElement converter) {
        for (TypeMirror type : converter.getInterfaces()) {
            if (type instanceof DeclaredType declared
                    && declared.asElement().toString().equals(ATTRIBUTE_CONVERTER)
                    && !declared.getTypeArguments().isEmpty()) {
                return Optional.of(declared.getTypeArguments().get(0));
            }
        }
        return AttributeReader.superclass(converter).flatMap(PersistenceUnit::convertedType);
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

    boolean isConverted(TypeMirror type) {
        return convertedTypes.contains(type.toString());
    }
}
