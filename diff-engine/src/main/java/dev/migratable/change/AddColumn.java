package dev.migratable.change;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a column.
 *
 * @param table the table
 * @param column the column to be
 */
public record AddColumn(QualifiedName table, Column column) implements Change {

    /** Rejects nulls. */
    public AddColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropColumn(table, column));
    }
}
