package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes the collation of a column.
 *
 * @param table the table
 * @param column the column
 * @param from the present collation
 * @param to the collation to be
 */
public record ChangeCollation(QualifiedName table, String column, Optional<String> from, Optional<String> to)
        implements Change {

    /** Rejects nulls. */
    public ChangeCollation {
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
        return Optional.of(new ChangeCollation(table, column, to, from));
    }
}
