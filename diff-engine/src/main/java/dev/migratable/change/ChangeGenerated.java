package dev.migratable.change;

import dev.migratable.schema.Generated;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes whether, and from what, a column is generated.
 *
 * @param table the table
 * @param column the column
 * @param from the present expression
 * @param to the expression to be
 */
public record ChangeGenerated(QualifiedName table, String column, Optional<Generated> from, Optional<Generated> to)
        implements Change {

    /** Rejects nulls. */
    public ChangeGenerated {
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
        return Optional.of(new ChangeGenerated(table, column, to, from));
    }
}
