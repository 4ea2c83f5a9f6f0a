package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.hook.HookPoint;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.Blocker;
import dev.migratable.schema.MigratableException;
import java.util.List;

/**
 * Is told what a running migrator does. Called by the thread that runs the migrator, but {@link #blocked} by another one,
 * possibly at the same time.
 */
public interface MigrationListener {

    /** Hears nothing. */
    MigrationListener NONE = new MigrationListener() {};

    /** Another runner is at work and is waited for. */
    default void waitingForRunner(String holder) {}

    /** Told once, before the first statement, what was found that would stop or hurt the migrations; errors stop them. */
    default void preflight(PreflightReport report) {}

    /**
     * A migration or phase begins, before its hooks are called, or has ended, after they were. Of a beginning every run is
     * told that is about to run the first step: again where an earlier one did not get to the end of that step; on the
     * way back every run that undoes something of it. Of an end at most one is told: none where a hook behind the last
     * step failed, or where the runner was killed between that step's commit and this call; the next run then calls the
     * hooks, not this.
     *
     * @param point a migration or a phase; steps have methods of their own
     */
    default void reached(HookPoint point) {}

    /**
     * A step begins.
     *
     * @param migration the migration's id; empty for a change set of your own beside the migrations
     * @param step the step's id
     * @param purpose what it is for; empty where the plan does not say
     */
    default void stepStarted(String migration, String step, String purpose) {}

    /** What the step that has just begun is expected to cost; not told of a change set of your own. */
    default void stepEstimated(String migration, String step, StepEstimate estimate) {}

    /** A step failed, and with it the run; what it did within its transaction is undone. */
    default void stepFailed(String migration, String step, MigratableException failure) {}

    /** A step is done. */
    default void stepFinished(ApplyReport.StepReport step) {}

    /** A step waits for locks that others hold; told again when others hold them. */
    default void blocked(String migration, String step, List<Blocker> blockers) {}

    /** A step lost a lock and is tried again after {@code waitMillis}; {@code attempt} tries have failed. */
    default void retrying(String migration, String step, int attempt, long waitMillis, String reason) {}

    /**
     * Something that ought to be watched during a migration cannot be, told once for each step; or something was found out
     * of order, and is put right.
     */
    default void warning(String migration, String warning) {}

    /** A backfill goes on. */
    default void backfill(BackfillProgress progress) {}

    /**
     * Somebody has paused the migration; it waits before its next step. Told again when it is paused by another one.
     *
     * @param migration the migration's id; empty for a change set of your own beside the migrations
     * @param pause by whom, and since when
     */
    default void paused(String migration, String pause) {}

    /** What was paused goes on. */
    default void resumed(String migration) {}

    /** A contract cannot start. */
    default void gateClosed(ApplyReport.ClosedGate gate) {}
}
