package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes a value away from an enum type, for which PostgreSQL has no statement.
 *
 * @param table the type
 * @param label the value
 * @param before the value that comes behind it; empty where it is the last
 */
public record DropEnumValue(QualifiedName table, String label, Optional<String> before) implements EnumTypeChange {

    /** Rejects nulls. */
    public DropEnumValue {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(before, "before");
    }

    @Override
    public <R> R accept(EnumTypeChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new AddEnumValue(table, label, before));
    }
}
