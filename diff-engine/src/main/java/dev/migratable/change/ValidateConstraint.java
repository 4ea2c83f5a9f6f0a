package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Validates a foreign key or check constraint that is NOT VALID.
 *
 * @param table the table
 * @param constraint the name of the constraint as it is
 */
public record ValidateConstraint(QualifiedName table, String constraint) implements Change {

    /** Rejects nulls. */
    public ValidateConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.empty();
    }
}
