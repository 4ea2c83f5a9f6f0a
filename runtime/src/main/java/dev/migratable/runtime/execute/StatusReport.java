package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillState;
import dev.migratable.runtime.control.Control;
import dev.migratable.runtime.history.HistoryStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a database is.
 *
 * @param migrations every migration of the changelog, and those that only the database knows, in order
 * @param runner the runner at work now, in words; empty where none is
 * @param pace what is in the way of that runner's full speed, in words; empty where nothing is
 * @param controls what operators ask of migrations; those of whom nothing is asked are not in it
 * @param latestRuns the latest runs, the latest one first
 */
public record StatusReport(
        List<MigrationStatus> migrations,
        Optional<String> runner,
        Optional<String> pace,
        List<Control> controls,
        List<HistoryStore.Run> latestRuns) {

    /** Copies the lists. */
    public StatusReport {
        migrations = List.copyOf(migrations);
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(pace, "pace");
        controls = List.copyOf(controls);
        latestRuns = List.copyOf(latestRuns);
    }

    /**
     * How far one migration is.
     *
     * @param id its id
     * @param state {@code pending}, {@code expanding}, {@code expanded}, {@code contracting} or {@code contracted}
     * @param inChangelog whether the changelog given has it
     * @param stepsDone how many of its steps ran
     * @param steps how many steps it has; empty where the changelog given does not have it
     * @param backfills how far its backfills are
     * @param gate why its contract may not start; empty where it may, or where there is none to start
     * @param oldNames statements that still mention a name which its contract takes away, where the server counts them
     */
    public record MigrationStatus(
            String id,
            String state,
            boolean inChangelog,
            int stepsDone,
            Optional<Integer> steps,
            List<BackfillState> backfills,
            List<String> gate,
            List<String> oldNames) {

        /** Copies the lists. */
        public MigrationStatus {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(steps, "steps");
            backfills = List.copyOf(backfills);
            gate = List.copyOf(gate);
            oldNames = List.copyOf(oldNames);
        }
    }
}
