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
 * @param conversions the {@code @Convert} that names the attribute
 */
record Overrides(
        Map<String, AnnotationValues> columns,
        Map<String, AnnotationValues> associations,
        Map<String, AnnotationValues> conversions) {

    static final Overrides NONE = new Overrides(Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    Overrides {
        columns = Map.copyOf(columns);
        associations = Map.copyOf(associations);
        conversions = Map.copyOf(conversions);
    }

    /** Reads those on an element. */
    static Overrides on(Element element) {
        return element.getAnnotationMirrors().isEmpty() ? NONE : written(element);
    }

    private static Overrides written(Element element) {
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
        Map<String, AnnotationValues> conversions = new LinkedHashMap<>();
        for (AnnotationValues conversion : AnnotationValues.repeated(element, Jpa.CONVERT, Jpa.CONVERTS)) {
            conversion.text("attributeName").ifPresent(name -> conversions.put(name, conversion));
        }
        Overrides written = new Overrides(columns, associations, conversions);
        return written.isEmpty() ? NONE : written;
    }

    private boolean isEmpty() {
        return columns.isEmpty() && associations.isEmpty() && conversions.isEmpty();
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
        if (isEmpty() || others.isEmpty()) {
            return isEmpty() ? others : this;
        }
        return new Overrides(
                merged(columns, others.columns),
                merged(associations, others.associations),
                merged(conversions, others.conversions));
    }

    private static Map<String, AnnotationValues> merged(
            Map<String, AnnotationValues> winning, Map<String, AnnotationValues> others) {
        Map<String, AnnotationValues> result = new LinkedHashMap<>(others);
        result.putAll(winning);
        return result;
    }

    /** Returns those whose path begins with an attribute's name, without that name. */
    Overrides below(String attribute) {
        if (isEmpty()) {
            return NONE;
        }
        String prefix = attribute + ".";
        Overrides below =
                new Overrides(below(columns, prefix), below(associations, prefix), below(conversions, prefix));
        return below.isEmpty() ? NONE : below;
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

    Optional<AnnotationValues> conversion(String attribute) {
        return Optional.ofNullable(conversions.get(attribute));
    }
}
