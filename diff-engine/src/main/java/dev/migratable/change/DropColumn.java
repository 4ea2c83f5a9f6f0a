package dev.migratable.change;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a column.
 *
 * @param table the table
 * @param column the column as it is
 */
public record DropColumn(QualifiedName table, Column column) implements Change {

    /** Rejects nulls. */
    public DropColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new AddColumn(table, column));
    }
}
