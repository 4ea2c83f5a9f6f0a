package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * An attribute of a composite type. PostgreSQL gives it neither a default nor a NOT NULL.
 *
 * @param name its raw name
 * @param type its type
 * @param collation the collation, with its schema, where it is not the type's own
 */
public record CompositeAttribute(String name, SqlType type, Optional<String> collation) {

    /** Rejects nulls. */
    public CompositeAttribute {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(collation, "collation");
    }

    /** Creates an attribute with its type's own collation. */
    public CompositeAttribute(String name, SqlType type) {
        this(name, type, Optional.empty());
    }

    /** Returns name, type and collation in one line. */
    public String describe() {
        return name + " " + type.sql() + collation.map(c -> " collate " + c).orElse("");
    }
}
