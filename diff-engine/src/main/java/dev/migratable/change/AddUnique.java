package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.UniqueConstraint;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a unique constraint.
 *
 * @param table the table
 * @param constraint the constraint to be
 */
public record AddUnique(QualifiedName table, UniqueConstraint constraint) implements Change {

    /** Rejects nulls. */
    public AddUnique {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropUnique(table, constraint));
    }
}
