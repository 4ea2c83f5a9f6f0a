package dev.migratable.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A type made by {@code CREATE TYPE … AS ENUM}.
 *
 * @param name its name
 * @param labels its values in their order, which is the one rows are sorted by
 */
public record EnumType(QualifiedName name, List<String> labels) {

    /** Copies the labels and rejects one that is there twice. */
    public EnumType {
        Objects.requireNonNull(name, "name");
        labels = List.copyOf(labels);
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (!seen.add(label)) {
                throw new IllegalArgumentException("the type " + name + " has the value " + label + " twice");
            }
        }
    }

    /** Returns a copy with other labels. */
    public EnumType withLabels(List<String> newLabels) {
        return new EnumType(name, newLabels);
    }

    /**
     * Returns whether a type of a column or attribute is this one, or an array of it; a model may leave out the schema
     * {@code public}.
     */
    public boolean isUsedBy(SqlType type) {
        return TypeUse.names(type, name);
    }
}
