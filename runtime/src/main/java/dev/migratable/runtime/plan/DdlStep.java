package dev.migratable.runtime.plan;

import java.util.List;
import java.util.Objects;

/**
 * Statements that run in one transaction and take their locks for an instant, or on an empty table.
 *
 * @param header what every step has
 * @param statements SQL statements without their semicolons, each idempotent
 * @param rollback statements that undo them, in the order to run, each idempotent
 * @param effect SQL boolean expression over the catalog that is true exactly when the effect is there
 */
public record DdlStep(StepHeader header, List<String> statements, List<String> rollback, String effect)
        implements Step {

    /** Copies the lists. */
    public DdlStep {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(effect, "effect");
        statements = List.copyOf(statements);
        rollback = List.copyOf(rollback);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
