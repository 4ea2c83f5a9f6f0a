package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillListener;
import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.runtime.control.ControlWatch;
import dev.migratable.runtime.control.Steering;
import dev.migratable.runtime.hook.HookRunner;
import dev.migratable.runtime.hook.MigrationHook;
import dev.migratable.runtime.hook.SqlHookReader;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * @param hooks hooks in Java, in the order in which they are called
 * @param soak how long migrations stay expanded before their contract; empty where what was said before holds
 */
record RunnerContext(
        SessionSource sessions,
        ExecutionOptions options,
        MigrationListener listener,
        StopSignal stop,
        Steering steering,
        Set<String> acceptedFindings,
        String operator,
        List<MigrationHook> hooks,
        Optional<Duration> soak) {

    /** Returns the context of one run, which operators may steer. */
    RunnerContext steeredBy(ControlWatch watch) {
        return new RunnerContext(
                sessions, options, listener, watch.stop(), watch, acceptedFindings, operator, hooks, soak);
    }

    /**
     * Returns what calls the hooks for a changelog: those in Java, then those in SQL of its directory.
     *
     * @throws dev.migratable.schema.MigratableException {@code HOK01} where a file there is no hook
     */
    HookRunner hookRunner(Path changelog, List<MigrationPlan> plans) {
        List<MigrationHook> all = new ArrayList<>(hooks);
        all.addAll(SqlHookReader.read(
                changelog, plans.stream().map(MigrationPlan::id).toList()));
        return new HookRunner(sessions, all);
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
