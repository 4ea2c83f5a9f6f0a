package dev.migratable.benchmark;

import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One run of what is pending before a rollout, with what took how long. Called by the thread that runs the migrator. */
final class ExpandRun implements MigrationListener {

    private static final int PARTS = 10;

    /**
     * A step.
     *
     * @param id its id
     * @param from when it began, in nanoseconds of the process's clock
     * @param to when it ended
     */
    record Timed(String id, long from, long to) {
        double seconds() {
            return (to - from) / 1e9;
        }

        /** Returns whether it fills rows. */
        boolean isBackfill() {
            return id.contains("backfill-");
        }

        /** Returns whether it changes the catalog and nothing else, so that no client should feel it. */
        boolean isDdl() {
            return !isBackfill() && !id.contains("verify-") && !id.contains("analyze-");
        }
    }

    private record Seen(long nanos, long rows) {}

    private final List<Timed> steps = new ArrayList<>();
    private final List<Seen> seen = new ArrayList<>();
    private long started;

    private ExpandRun() {}

    /** Runs everything that is pending before a rollout. */
    static ExpandRun of(TestDatabase database, Path changelog, int workers) {
        return of(database, changelog, ExecutionOptions.DEFAULT.withWorkers(workers));
    }

    /** Runs everything that is pending before a rollout, in a stated manner. */
    static ExpandRun of(TestDatabase database, Path changelog, ExecutionOptions options) {
        ExpandRun run = new ExpandRun();
        Migrator.builder(database.dataSource())
                .changelog(changelog)
                .options(options)
                .listener(run)
                .build()
                .apply(Set.of(PhaseGroup.EXPAND), Optional.empty(), Set.of());
        return run;
    }

    @Override
    public void stepStarted(String migration, String step, String purpose) {
        started = System.nanoTime();
    }

    @Override
    public void stepFinished(StepReport step) {
        steps.add(new Timed(step.step(), started, System.nanoTime()));
    }

    @Override
    public void backfill(BackfillProgress progress) {
        seen.add(new Seen(System.nanoTime(), progress.rowsDone()));
    }

    List<Timed> steps() {
        return steps;
    }

    /** Returns the seconds that the backfill took. */
    double backfill() {
        return seconds(Timed::isBackfill);
    }

    /** Returns the seconds that counting what differs took. */
    double verification() {
        return seconds(step -> step.id().contains("verify-"));
    }

    /** Returns the seconds that some steps took. */
    double seconds(Predicate<Timed> test) {
        return steps.stream().filter(test).mapToDouble(Timed::seconds).sum();
    }

    /** Returns the rate of the last tenth of the rows, as a share of that of the first; 1 where there is too little to tell. */
    double constancy() {
        if (seen.size() < 2 * PARTS) {
            return 1;
        }
        int part = seen.size() / PARTS;
        return rate(seen.size() - 1 - part, seen.size() - 1) / rate(0, part);
    }

    private double rate(int from, int to) {
        Seen first = seen.get(from);
        Seen last = seen.get(to);
        return (double) (last.rows() - first.rows()) / (last.nanos() - first.nanos());
    }
}
