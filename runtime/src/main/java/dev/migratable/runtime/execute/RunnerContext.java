package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillListener;
import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.runtime.control.ControlWatch;
import dev.migratable.runtime.control.Steering;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import java.util.Set;

/**
 * What every part of a migrator works with.
 *
 * @param sessions opens sessions on the database
 * @param options how to execute
 * @param listener is told what happens
 * @param stop asks to stop
 * @param steering what operators ask of a run
 * @param acceptedFindings codes of the preflight that stop nothing
 * @param operator who runs it, for the history
 */
record RunnerContext(
        SessionSource sessions,
        ExecutionOptions options,
        MigrationListener listener,
        StopSignal stop,
        Steering steering,
        Set<String> acceptedFindings,
        String operator) {

    /** Returns the context of one run, which operators may steer. */
    RunnerContext steeredBy(ControlWatch watch) {
        return new RunnerContext(sessions, options, listener, watch.stop(), watch, acceptedFindings, operator);
    }

    /** Returns who is told what a backfill of a migration does. */
    BackfillListener backfillListener(String migration) {
        return new BackfillListener() {
            @Override
            public void progress(BackfillProgress progress) {
                listener.backfill(progress);
            }

            @Override
            public void warning(String warning) {
                listener.warning(migration, warning);
            }
        };
    }
}
