package dev.migratable.change;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;

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
}
