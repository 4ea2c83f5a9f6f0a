package dev.migratable.processor.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Knows what one class declares for all of a persistence unit: sequence generators by name, and converters that apply
 * themselves.
 */
public final class PersistenceUnit {

    private static final String ATTRIBUTE_CONVERTER = Jpa.PACKAGE + "AttributeConverter";

    private final Map<String, AnnotationValues> generators = new HashMap<>();
    private final Set<String> convertedTypes = new HashSet<>();

    /** Adds what an element declares: a class, a package, a field or a getter. */
    public void add(Element element) {
        for (AnnotationValues generator : generatorsOn(element)) {
            generator.text("name").ifPresent(name -> generators.put(name, generator));
        }
        boolean automatic = AnnotationValues.find(element, Jpa.CONVERTER)
                .map(c -> c.flag("autoApply", false))
                .orElse(false);
        if (automatic && element instanceof TypeElement converter) {
            convertedType(converter).ifPresent(type -> convertedTypes.add(type.toString()));
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

    Optional<AnnotationValues> generator(String name) {
        return Optional.ofNullable(generators.get(name));
    }

    boolean isConverted(TypeMirror type) {
        return convertedTypes.contains(type.toString());
    }

    static List<AnnotationValues> generatorsOn(Element element) {
        return AnnotationValues.repeated(element, Jpa.SEQUENCE_GENERATOR, Jpa.SEQUENCE_GENERATORS);
    }
}
