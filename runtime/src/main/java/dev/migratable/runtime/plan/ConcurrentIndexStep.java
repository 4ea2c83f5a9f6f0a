package dev.migratable.runtime.plan;

import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Objects;

/**
 * Builds or drops an index CONCURRENTLY, outside a transaction; an invalid leftover is dropped first.
 *
 * @param header what every step has
 * @param index the index
 * @param statements SQL statements without their semicolons, each idempotent and run in a transaction of its own
 * @param rollback statements that undo them, each outside a transaction
 * @param effect SQL boolean expression over the catalog that is true exactly when the effect is there
 */
public record ConcurrentIndexStep(
        StepHeader header, QualifiedName index, List<String> statements, List<String> rollback, String effect)
        implements Step {

    /** Copies the lists. */
    public ConcurrentIndexStep {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(index, "index");
        Objects.requireNonNull(effect, "effect");
        statements = List.copyOf(statements);
        rollback = List.copyOf(rollback);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
