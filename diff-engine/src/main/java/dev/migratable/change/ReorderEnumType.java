package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Puts the values of an enum type into another order, for which PostgreSQL has no statement.
 *
 * @param table the type
 * @param from the values in their order
 * @param to the same values in the order to be
 */
public record ReorderEnumType(QualifiedName table, List<String> from, List<String> to) implements EnumTypeChange {

    /** Copies the lists. */
    public ReorderEnumType {
        Objects.requireNonNull(table, "table");
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    @Override
    public <R> R accept(EnumTypeChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ReorderEnumType(table, to, from));
    }
}
