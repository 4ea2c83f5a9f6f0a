package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A sequence that is not the inside of an identity column.
 *
 * @param name its name
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param options its attributes
 * @param ownedBy the column that owns it ({@code serial}), which takes it along when it goes
 */
public record Sequence(QualifiedName name, SqlType type, SequenceOptions options, Optional<ColumnName> ownedBy) {

    /** Rejects nulls. */
    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(ownedBy, "ownedBy");
    }
}
