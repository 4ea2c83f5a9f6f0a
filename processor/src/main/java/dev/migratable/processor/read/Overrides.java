package dev.migratable.processor.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The {@code @AttributeOverride}s and {@code @AssociationOverride}s that hold for the attributes of one class, by their
 * path below it. What is said further outside wins.
 *
 * @param columns the annotation in {@code @AttributeOverride(column)}
 * @param associations the {@code @AssociationOverride} itself
 */
record Overrides(Map<String, AnnotationValues> columns, Map<String, AnnotationValues> associations) {

    static final Overrides NONE = new Overrides(Map.of(), Map.of());

    /** Copies the maps. */
    Overrides {
        columns = Map.copyOf(columns);
        associations = Map.copyOf(associations);
    }

    /** Reads those on an element. */
    static Overrides on(Element element) {
        Map<String, AnnotationValues> columns = new LinkedHashMap<>();
        for (AnnotationValues override :
                AnnotationValues.repeated(element, Jpa.ATTRIBUTE_OVERRIDE, Jpa.ATTRIBUTE_OVERRIDES)) {
            override.annotation("column")
                    .ifPresent(column -> columns.put(override.text("name").orElse(""), column));
        }
        Map<String, AnnotationValues> associations = new LinkedHashMap<>();
        for (AnnotationValues override :
                AnnotationValues.repeated(element, Jpa.ASSOCIATION_OVERRIDE, Jpa.ASSOCIATION_OVERRIDES)) {
            associations.put(override.text("name").orElse(""), override);
        }
        return new Overrides(columns, associations);
    }

    /** Reads those on classes, the topmost first; the ones below win. */
    static Overrides onClasses(List<TypeElement> classes) {
        Overrides result = NONE;
        for (TypeElement type : classes) {
            result = on(type).over(result);
        }
        return result;
    }

    /** Returns both, where these win. */
    Overrides over(Overrides others) {
        Map<String, AnnotationValues> mergedColumns = new LinkedHashMap<>(others.columns);
        mergedColumns.putAll(columns);
        Map<String, AnnotationValues> mergedAssociations = new LinkedHashMap<>(others.associations);
        mergedAssociations.putAll(associations);
        return new Overrides(mergedColumns, mergedAssociations);
    }

    /** Returns those whose path begins with an attribute's name, without that name. */
    Overrides below(String attribute) {
        return new Overrides(below(columns, attribute + "."), below(associations, attribute + "."));
    }

    private static Map<String, AnnotationValues> below(Map<String, AnnotationValues> all, String prefix) {
        Map<String, AnnotationValues> result = new LinkedHashMap<>();
        all.forEach((path, value) -> {
            if (path.startsWith(prefix)) {
                result.put(path.substring(prefix.length()), value);
            }
        });
        return result;
    }

    Optional<AnnotationValues> column(String attribute) {
        return Optional.ofNullable(columns.get(attribute));
    }

    Optional<AnnotationValues> association(String attribute) {
        return Optional.ofNullable(associations.get(attribute));
    }
}
