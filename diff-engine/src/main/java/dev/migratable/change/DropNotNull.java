package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Lets a column hold NULL.
 *
 * @param table the table
 * @param column the column
 */
public record DropNotNull(QualifiedName table, String column) implements Change {

    /** Rejects nulls. */
    public DropNotNull {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new SetNotNull(table, column));
    }
}
