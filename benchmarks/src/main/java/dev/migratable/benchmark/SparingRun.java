package dev.migratable.benchmark;

import dev.migratable.runtime.control.OperatorControl;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A backfill that is paused and resumed in turns beside the same clients, so that both are measured on one table within seconds
 * of each other: how long a disk makes its users wait may differ by a multiple from one minute to the next.
 *
 * @param on what clients waited for while rows were filled, an element for each turn
 * @param off the same while the backfill was paused
 * @param rowsPerSecond how fast it was in its turns
 * @param failed clients' statements that failed, in turns or between
 */
record SparingRun(List<Latencies> on, List<Latencies> off, double rowsPerSecond, long failed) {

    private static final int TURN_MILLIS = 1_000;

    /** A pause is seen within 400 ms, and then takes a batch. */
    private static final int SETTLING_MILLIS = 700;

    private static final String SEEN = "SELECT coalesce(sum(rows_seen), 0) FROM migratable.backfill_range";

    private record Turn(boolean on, long from, long to, long rows) {}

    /** Tells when the backfill begins. */
    private record Begun(CountDownLatch latch) implements MigrationListener {
        @Override
        public void stepStarted(String migration, String step, String purpose) {
            if (step.contains("backfill-")) {
                latch.countDown();
            }
        }
    }

    /**
     * Measures some turns of each kind, fewer where the table is filled before; what is left then is left undone.
     *
     * @param turns how many of both kinds together
     */
    static SparingRun of(TestDatabase copy, Path changelog, ExecutionOptions options, long rows, int turns)
            throws Exception {
        Begun begun = new Begun(new CountDownLatch(1));
        StopSignal stop = new StopSignal();
        Migrator migrator = Migrator.builder(copy.dataSource())
                .changelog(changelog)
                .options(options)
                .listener(begun)
                .stop(stop)
                .build();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (PointClients clients = new PointClients(copy, rows)) {
            Future<ApplyReport> run =
                    pool.submit(() -> migrator.apply(Set.of(PhaseGroup.EXPAND), Optional.empty(), Set.of()));
            while (!begun.latch().await(SETTLING_MILLIS, TimeUnit.MILLISECONDS) && !run.isDone()) {
                // A run that failed before its backfill never begins it; what it failed of is said by get() below.
            }
            List<Turn> seen = turns(copy, migrator.control(), run, turns);
            stop.request();
            run.get();
            Latencies all = clients.stop();
            return new SparingRun(parts(all, seen, true), parts(all, seen, false), rate(seen), all.failed());
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Turn> turns(TestDatabase copy, OperatorControl control, Future<ApplyReport> run, int turns)
            throws SQLException, InterruptedException {
        List<Turn> seen = new ArrayList<>();
        boolean on = true;
        while (seen.size() < turns && !run.isDone()) {
            Thread.sleep(SETTLING_MILLIS);
            long before = rowsSeen(copy);
            long from = System.nanoTime();
            Thread.sleep(TURN_MILLIS);
            seen.add(new Turn(on, from, System.nanoTime(), rowsSeen(copy) - before));
            if (on) {
                control.pause(Optional.empty());
            } else {
                control.resume(Optional.empty());
            }
            on = !on;
        }
        return seen;
    }

    private static long rowsSeen(TestDatabase copy) throws SQLException {
        return Long.parseLong(copy.query(SEEN).get(0).get(0));
    }

    private static List<Latencies> parts(Latencies all, List<Turn> turns, boolean on) {
        return turns.stream()
                .filter(turn -> turn.on() == on)
                .map(turn -> all.due(turn.from(), turn.to()))
                .toList();
    }

    private static double rate(List<Turn> turns) {
        List<Turn> on = turns.stream().filter(Turn::on).toList();
        double seconds =
                on.stream().mapToDouble(turn -> (turn.to() - turn.from()) / 1e9).sum();
        return on.stream().mapToLong(Turn::rows).sum() / Math.max(seconds, 1e-9);
    }
}
