package dev.migratable.runtime.execute;

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
 */
record RunnerContext(
        SessionSource sessions,
        ExecutionOptions options,
        MigrationListener listener,
        StopSignal stop,
        Steering steering,
        Set<String> acceptedFindings) {

    /** Returns the context of one run, which operators may steer. */
    RunnerContext steeredBy(ControlWatch watch) {
        return new RunnerContext(sessions, options, listener, watch.stop(), watch, acceptedFindings);
    }
}
