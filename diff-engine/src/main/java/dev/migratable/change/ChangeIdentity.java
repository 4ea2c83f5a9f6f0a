package dev.migratable.change;

import dev.migratable.schema.Identity;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a column an identity column, changes its sequence, or makes it an ordinary one.
 *
 * @param table the table
 * @param column the column
 * @param from the present identity
 * @param to the identity to be
 */
public record ChangeIdentity(QualifiedName table, String column, Optional<Identity> from, Optional<Identity> to)
        implements Change {

    /** Rejects nulls. */
    public ChangeIdentity {
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
        return Optional.of(new ChangeIdentity(table, column, to, from));
    }
}
