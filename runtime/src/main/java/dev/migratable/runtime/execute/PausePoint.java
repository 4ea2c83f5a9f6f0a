package dev.migratable.runtime.execute;

import dev.migratable.runtime.control.Control;
import java.util.Optional;

/** Where a run waits before a step while somebody has paused it. */
final class PausePoint {

    private static final long LOOK_MILLIS = 100;

    private final RunnerContext context;

    PausePoint(RunnerContext context) {
        this.context = context;
    }

    /** Waits while the migration is paused; returns whether to go on, which is not so where somebody asks to stop. */
    boolean passed(String migration) {
        Optional<String> told = Optional.empty();
        while (true) {
            Control control = context.steering().control(migration);
            Optional<String> pause = control.describePause();
            if (pause.isEmpty()) {
                told.ifPresent(was -> context.listener().resumed(migration));
                return !context.stop().isRequested();
            }
            if (!pause.equals(told)) {
                context.listener().paused(migration, pause.get());
                told = pause;
            }
            if (context.stop().sleep(LOOK_MILLIS)) {
                return false;
            }
        }
    }
}
