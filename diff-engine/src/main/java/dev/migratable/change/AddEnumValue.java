package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a value to an enum type, at its place in the order.
 *
 * @param table the type
 * @param label the value
 * @param before the value that it comes before; empty where it is the last
 */
public record AddEnumValue(QualifiedName table, String label, Optional<String> before) implements EnumTypeChange {

    /** Rejects nulls. */
    public AddEnumValue {
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
        return Optional.of(new DropEnumValue(table, label, before));
    }
}
