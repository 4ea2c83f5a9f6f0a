package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets, changes or removes the comment of a column.
 *
 * @param table the table
 * @param column the column
 * @param from the present comment
 * @param to the comment to be
 */
public record ChangeColumnComment(QualifiedName table, String column, Optional<String> from, Optional<String> to)
        implements Change {

    /** Rejects nulls. */
    public ChangeColumnComment {
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
        return Optional.of(new ChangeColumnComment(table, column, to, from));
    }
}
