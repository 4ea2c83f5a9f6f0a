package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.control.ControlWatch;
import dev.migratable.runtime.control.OperatorControl;
import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A backfill at work, and an operator who steers it through the database. */
@PostgresTest
class SteeredBackfillTest {

    private static final String MIGRATION = "0002_x";

    private static final int ROWS = 40_000;

    /** What an operator asks for is to be seen within about a second; a busy machine gets some more. */
    private static final long NOTICE_MILLIS = 2_500;

    private static final BackfillSpec SPEC = new BackfillSpec(
            QualifiedName.inPublic("t"),
            List.of(new KeyColumn("id", SqlType.parse("bigint"))),
            List.of(new Assignment("twin", "\"old\"", Mode.FOLLOW)));

    private final TestDatabase database;
    private final SessionSource sessions;
    private final OperatorControl operator;
    private final ControlWatch watch;
    private final AtomicReference<Optional<BackfillProgress>> latest = new AtomicReference<>(Optional.empty());

    SteeredBackfillTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.sessions = new SessionSource(database.dataSource());
        this.operator = new OperatorControl(sessions);
        // Ten rows take a millisecond, so that the backfill outlasts what is done to it.
        database.execute(
                "CREATE TABLE t (id bigint PRIMARY KEY, old text, twin text)",
                "INSERT INTO t SELECT n, 'v' || n FROM generate_series(1, " + ROWS + ") n",
                "ANALYZE t",
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN IF NEW.id % 10 = 0 THEN PERFORM pg_sleep(0.001); END IF; RETURN NEW; END'",
                "CREATE TRIGGER slow BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION slow()",
                "CREATE SCHEMA migratable",
                "CREATE TABLE migratable.migration (id text PRIMARY KEY)",
                "INSERT INTO migratable.migration VALUES ('" + MIGRATION + "')");
        this.watch = ControlWatch.open(sessions, new StopSignal());
    }

    @AfterEach
    void endWatch() {
        watch.close();
    }

    private CompletableFuture<BackfillResult> start(int workers) {
        BackfillRunner runner = new BackfillRunner(
                sessions,
                new BackfillOptions(workers, 20, new Backoff(5, 10, 100)),
                watch.stop(),
                watch,
                progress -> latest.set(Optional.of(progress)));
        return CompletableFuture.supplyAsync(() -> runner.run(MIGRATION, "backfill", SPEC));
    }

    private static void await(String what, long millis, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "not within " + millis + " ms: " + what);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private void awaitRows(long rows) throws InterruptedException {
        await(rows + " rows", 30_000, () -> seen() >= rows);
    }

    private long seen() {
        return latest.get().map(BackfillProgress::rowsDone).orElse(0L);
    }

    private String pace() {
        return latest.get().map(BackfillProgress::pace).orElse("");
    }

    private long one(String sql) {
        try {
            return Long.parseLong(String.valueOf(database.query(sql).get(0).get(0)));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long committed() {
        return one("SELECT sum(rows_seen) FROM migratable.backfill_range");
    }

    private long writers() {
        return one("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND application_name = 'migratable-runner'"
                + " AND query ~ '^(BEGIN|COMMIT|UPDATE|SELECT count\\(\\*\\) OVER)'");
    }

    @Test
    void aPauseHoldsItWithinASecondAndItLosesNothing() throws Exception {
        CompletableFuture<BackfillResult> run = start(2);
        awaitRows(2_000);
        operator.pause(Optional.of(MIGRATION));
        await("the pause", NOTICE_MILLIS, () -> pace().startsWith("paused by "));
        String pause =
                operator.pause(Optional.of(MIGRATION)).control().describePause().orElseThrow();
        assertEquals(pause, pace(), "the one who paused first, and when, by the database");
        assertTrue(pause.matches("paused by " + database.user() + " since \\d{4}-\\d\\d-\\d\\d [0-9:]{8} UTC"), pause);
        TimeUnit.MILLISECONDS.sleep(300);
        long before = committed();
        TimeUnit.MILLISECONDS.sleep(700);
        assertEquals(before, committed(), "nothing is written while it is paused");
        assertEquals(
                0,
                one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'migratable-runner'"
                        + " AND datname = current_database() AND state LIKE 'idle in transaction%'"),
                "and no transaction is open");
        assertTrue(operator.resume(Optional.of(MIGRATION)).changed());
        await("going on", NOTICE_MILLIS, () -> committed() > before);
        operator.set(Optional.of(MIGRATION), new ControlSettings(Optional.empty(), Optional.of(16), Optional.empty()));
        assertTrue(run.get(60, TimeUnit.SECONDS).finished());
        assertEquals(0, one("SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old"));
        assertEquals(ROWS, committed(), "every row was looked at once");
    }

    @Test
    void workersComeAndGo() throws Exception {
        CompletableFuture<BackfillResult> run = start(1);
        awaitRows(500);
        assertEquals(1, writers());
        set(Optional.empty(), Optional.of(6));
        await("six workers", NOTICE_MILLIS, () -> writers() == 6);
        set(Optional.empty(), Optional.of(2));
        await("two workers", NOTICE_MILLIS, () -> writers() == 2);
        set(Optional.empty(), Optional.of(8));
        assertTrue(run.get(60, TimeUnit.SECONDS).finished());
        assertEquals(0, one("SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old"));
        assertEquals(ROWS, committed());
    }

    private void set(Optional<Rate> rate, Optional<Integer> workers) {
        operator.set(Optional.empty(), new ControlSettings(rate, workers, Optional.empty()));
    }

    @Test
    void theRateIsKeptAndMayChange() throws Exception {
        database.execute("DROP TRIGGER slow ON t");
        set(Optional.of(new Rate(100, 2_000)), Optional.empty());
        await(
                "the rate",
                NOTICE_MILLIS,
                () -> !watch.control(MIGRATION).settings().isEmpty());
        CompletableFuture<BackfillResult> run = start(3);
        awaitRows(1);
        assertEquals("at most 2000 rows/s", pace());
        long from = seen();
        long began = System.nanoTime();
        TimeUnit.SECONDS.sleep(2);
        double rate = (seen() - from) / ((System.nanoTime() - began) / 1e9);
        assertTrue(rate < 2_500, () -> "2000 rows/s became " + rate);
        set(Optional.of(Rate.FULL), Optional.empty());
        assertTrue(run.get(10, TimeUnit.SECONDS).finished(), "at 2000 rows/s it would take 17 s more");
    }

    /** Workers that only wait their own time would be many times as fast together. */
    @Test
    void manyWorkersShareALowRate() throws Exception {
        set(Optional.of(new Rate(100, 5)), Optional.empty());
        await(
                "the rate",
                NOTICE_MILLIS,
                () -> !watch.control(MIGRATION).settings().isEmpty());
        CompletableFuture<BackfillResult> run = start(40);
        awaitRows(1);
        long from = committed();
        TimeUnit.SECONDS.sleep(2);
        long rows = committed() - from;
        assertTrue(rows <= 15, () -> "5 rows/s became " + rows + " in two seconds");
        watch.stop().request();
        assertFalse(run.get(10, TimeUnit.SECONDS).finished());
    }

    /** A batch of which a share of the time is left to others takes as much of it as is said, whatever its length. */
    @Test
    void aShareOfFullSpeedIsAShareOfTheTime() throws Exception {
        set(Optional.of(new Rate(25, 0)), Optional.empty());
        await(
                "the rate",
                NOTICE_MILLIS,
                () -> !watch.control(MIGRATION).settings().isEmpty());
        CompletableFuture<BackfillResult> run = start(1);
        awaitRows(1_200);
        int active = 0;
        int looks = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        while (System.nanoTime() < deadline) {
            looks++;
            active += one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'migratable-runner'"
                                    + " AND datname = current_database() AND state <> 'idle'")
                            > 0
                    ? 1
                    : 0;
            TimeUnit.MILLISECONDS.sleep(5);
        }
        double share = active / (double) looks;
        assertTrue(share > 0.1 && share < 0.45, () -> "25 % became " + share);
        assertEquals("25 % of full speed", pace());
        watch.stop().request();
        assertFalse(run.get(10, TimeUnit.SECONDS).finished());
    }

    @Test
    void aStopMeansTheRunAtWorkAndNoLaterOne() throws Exception {
        RunnerLock lock = RunnerLock.acquire(sessions, Duration.ZERO, new StopSignal(), holder -> {});
        try {
            CompletableFuture<BackfillResult> run = start(2);
            awaitRows(500);
            operator.stop(Optional.of(MIGRATION));
            BackfillResult stopped = run.get(NOTICE_MILLIS, TimeUnit.MILLISECONDS);
            assertFalse(stopped.finished());
            assertEquals(
                    one("SELECT sum(rows_written) FROM migratable.backfill_range"),
                    one("SELECT count(*) FROM t WHERE twin = old"),
                    "what was begun was committed");
        } finally {
            lock.close();
        }
        try (ControlWatch next = ControlWatch.open(sessions, new StopSignal())) {
            next.control(MIGRATION);
            TimeUnit.MILLISECONDS.sleep(900);
            assertFalse(next.stop().isRequested());
        }
    }

    /** The last word of an operator holds, even while the session that looks for it is gone. */
    @Test
    void aLostLookIsTriedAgain() throws Exception {
        operator.pause(Optional.empty());
        await("the pause", NOTICE_MILLIS, () -> watch.control(MIGRATION).pause().isPresent());
        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND application_name = 'migratable-runner'");
        assertTrue(watch.control(MIGRATION).pause().isPresent());
        operator.resume(Optional.empty());
        await(
                "the end of the pause",
                NOTICE_MILLIS,
                () -> watch.control(MIGRATION).pause().isEmpty());
    }
}
