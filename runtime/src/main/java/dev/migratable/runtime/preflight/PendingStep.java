package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Step;
import java.util.List;
import java.util.Objects;

/**
 * A step that has not run yet.
 *
 * @param plan its migration
 * @param step the step
 * @param wanted whether it is to run now; otherwise it is for later, and what is in its way is only told
 */
public record PendingStep(MigrationPlan plan, Step step, boolean wanted) {

    /** Rejects nulls. */
    public PendingStep {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(step, "step");
    }

    /** Returns its statements as they stand in the plan; none for a step that has a runner of its own. */
    List<String> statements() {
        if (step instanceof DdlStep ddl) {
            return ddl.statements();
        }
        return step instanceof ConcurrentIndexStep index ? index.statements() : List.of();
    }

    /** Returns the test that is true where the step's effect is there. */
    String effect() {
        if (step instanceof DdlStep ddl) {
            return ddl.effect();
        }
        return step instanceof ConcurrentIndexStep index ? index.effect() : "true";
    }

    /** Returns migration and step, for people. */
    String place() {
        return plan.id() + " " + step.header().id();
    }
}
