package dev.migratable.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A type made by {@code CREATE TYPE … AS (…)}; the row type of a table or view is none.
 *
 * @param name its name
 * @param attributes its attributes in their order, by which values are written
 */
public record CompositeType(QualifiedName name, List<CompositeAttribute> attributes) {

    /** Copies the attributes and rejects one that is there twice. */
    public CompositeType {
        Objects.requireNonNull(name, "name");
        attributes = List.copyOf(attributes);
        Set<String> seen = new HashSet<>();
        for (CompositeAttribute attribute : attributes) {
            if (!seen.add(attribute.name())) {
                throw new IllegalArgumentException(
                        "the type " + name + " has the attribute " + attribute.name() + " twice");
            }
        }
    }

    /** Returns the attributes with their types, in one line. */
    public String describe() {
        return attributes.isEmpty()
                ? "none"
                : attributes.stream().map(CompositeAttribute::describe).collect(Collectors.joining(", "));
    }

    /**
     * Returns whether a type of a column or attribute is this one, or an array of it; a model may leave out the schema
     * {@code public}.
     */
    public boolean isUsedBy(SqlType type) {
        return TypeUse.names(type, name);
    }

    /** Returns whether an attribute of another type is of this one, or an array of it. */
    public boolean isUsedBy(CompositeType type) {
        return type.attributes().stream().anyMatch(attribute -> isUsedBy(attribute.type()));
    }
}
