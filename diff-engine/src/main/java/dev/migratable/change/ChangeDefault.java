package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets, changes or removes the default of a column.
 *
 * @param table the table
 * @param column the column
 * @param from the present default
 * @param to the default to be
 */
public record ChangeDefault(QualifiedName table, String column, Optional<String> from, Optional<String> to)
        implements Change {

    /** Rejects nulls. */
    public ChangeDefault {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeDefault(table, column, to, from));
    }
}
