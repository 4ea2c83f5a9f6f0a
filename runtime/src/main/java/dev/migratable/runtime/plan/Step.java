package dev.migratable.runtime.plan;

/**
 * One step of a migration: one change set of its changelog. Every step can be run again after it was killed at any
 * statement, and ends in the same state.
 */
public sealed interface Step permits DdlStep, ConcurrentIndexStep, BackfillStep, VerifyStep, GateStep {

    /** Returns what every step has. */
    StepHeader header();

    /** Calls the visitor's method for this kind of step. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Has one method for each kind of step.
     *
     * @param <R> what a visit gives
     */
    interface Visitor<R> {

        /** Visits a {@link DdlStep}. */
        R visit(DdlStep step);

        /** Visits a {@link ConcurrentIndexStep}. */
        R visit(ConcurrentIndexStep step);

        /** Visits a {@link BackfillStep}. */
        R visit(BackfillStep step);

        /** Visits a {@link VerifyStep}. */
        R visit(VerifyStep step);

        /** Visits a {@link GateStep}. */
        R visit(GateStep step);
    }
}
