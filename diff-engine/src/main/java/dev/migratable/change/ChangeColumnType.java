package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes the type of a column.
 *
 * @param table the table
 * @param column the column
 * @param from the present type
 * @param to the type to be
 */
public record ChangeColumnType(QualifiedName table, String column, SqlType from, SqlType to) implements Change {

    /** Rejects nulls. */
    public ChangeColumnType {
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
        return Optional.of(new ChangeColumnType(table, column, to, from));
    }
}
