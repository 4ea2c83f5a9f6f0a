package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a column NOT NULL.
 *
 * @param table the table
 * @param column the column
 */
public record SetNotNull(QualifiedName table, String column) implements Change {

    /** Rejects nulls. */
    public SetNotNull {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropNotNull(table, column));
    }
}
