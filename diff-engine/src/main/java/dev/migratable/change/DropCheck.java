package dev.migratable.change;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a check constraint.
 *
 * @param table the table
 * @param constraint the constraint as it is
 */
public record DropCheck(QualifiedName table, CheckConstraint constraint) implements Change {

    /** Rejects nulls. */
    public DropCheck {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new AddCheck(table, constraint));
    }
}
