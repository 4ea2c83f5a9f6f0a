package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.control.ControlWatch;
import dev.migratable.runtime.control.OperatorControl;
import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.throttle.ThrottleLimits;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.StandbyServer;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary, a standby that streams from it, and a backfill that writes more than the standby replays. */
class ReplicaLagTest {

    private static final String MIGRATION = "0002_x";

    private static final int ROWS = 60_000;

    private static final long MEBIBYTE = 1L << 20;

    private static final BackfillSpec SPEC = new BackfillSpec(
            QualifiedName.inPublic("t"),
            List.of(new KeyColumn("id", SqlType.parse("bigint"))),
            List.of(new Assignment("twin", "\"old\"", Mode.FOLLOW)));

    private static PostgresServer primary;
    private static TestDatabase database;
    private static StandbyServer standby;

    private final Queue<BackfillProgress> told = new ConcurrentLinkedQueue<>();
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Long> seen = new AtomicReference<>(0L);

    @BeforeAll
    static void startServers(@TempDir Path directory) throws Exception {
        primary = PostgresServer.startEmbedded();
        database = primary.createDatabase("lagging");
        standby = StandbyServer.of(database, directory, "standby1");
    }

    @AfterAll
    static void stopServers() throws Exception {
        standby.close();
        primary.close();
    }

    private void createTable() throws SQLException {
        database.execute(
                "DROP SCHEMA IF EXISTS migratable CASCADE",
                "DROP TABLE IF EXISTS t",
                "CREATE TABLE t (id bigint PRIMARY KEY, old text, twin text)",
                "INSERT INTO t SELECT n, 'v' || n FROM generate_series(1, " + ROWS + ") n",
                "ANALYZE t");
        awaitReplay();
    }

    private void awaitReplay() throws SQLException {
        // Where commits do not wait for the disk, what is written lags behind what is committed.
        String written = one(database, "SELECT pg_current_wal_insert_lsn()");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!one(standby.database("postgres"), "SELECT pg_last_wal_replay_lsn() >= '" + written + "'::pg_lsn")
                .equals("t")) {
            assertTrue(System.nanoTime() < deadline, "the standby does not replay");
        }
    }

    private static String one(TestDatabase on, String sql) throws SQLException {
        return String.valueOf(on.query(sql).get(0).get(0));
    }

    private CompletableFuture<BackfillResult> start(SessionSource sessions, ControlWatch watch, ThrottleLimits limits) {
        BackfillListener listener = new BackfillListener() {
            @Override
            public void progress(BackfillProgress progress) {
                told.add(progress);
                seen.set(progress.rowsDone());
            }

            @Override
            public void warning(String warning) {
                warnings.add(warning);
            }
        };
        // A third of the table each second, so that there is time to look.
        BackfillOptions options = new BackfillOptions(2, 50, new Rate(100, ROWS / 3), limits, new Backoff(5, 10, 100));
        BackfillRunner runner = new BackfillRunner(sessions, options, watch.stop(), watch, listener);
        return CompletableFuture.supplyAsync(() -> runner.run(MIGRATION, "backfill", SPEC));
    }

    private String awaitWaiting(CompletableFuture<BackfillResult> run) throws Exception {
        while (true) {
            Optional<String> waits = told.stream()
                    .map(BackfillProgress::pace)
                    .filter(pace -> pace.contains("waits: "))
                    .findFirst();
            if (waits.isPresent()) {
                return waits.get();
            }
            assertFalse(run.isDone(), () -> "it did not wait: " + told);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void waitsAndGoesOn(ThrottleLimits limits, String fact) throws Exception {
        createTable();
        SessionSource sessions = new SessionSource(database.dataSource());
        standby.pauseReplay();
        try (ControlWatch watch = ControlWatch.open(sessions, new StopSignal())) {
            CompletableFuture<BackfillResult> run = start(sessions, watch, limits);
            String waits = awaitWaiting(run);
            assertTrue(waits.matches("at most 20000 rows/s; waits: standby standby1 at \\S+ " + fact), waits);
            try (Connection other = database.connect()) {
                TimeUnit.MILLISECONDS.sleep(600);
                assertEquals(waits, OperatorControl.readPace(other).orElseThrow(), "another process sees it, too");
            }
            long held = seen.get();
            TimeUnit.MILLISECONDS.sleep(1_000);
            assertEquals(held, seen.get(), "nothing is written while the standby is behind");
            standby.resumeReplay();
            assertTrue(run.get(60, TimeUnit.SECONDS).finished());
        } finally {
            standby.resumeReplay();
        }
        assertEquals("0", one(database, "SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old"));
        assertTrue(
                told.stream().anyMatch(p -> p.pace().endsWith("slowed down after replica lag")),
                () -> "it goes on slower: " + told);
        awaitReplay();
        assertEquals(
                Integer.toString(ROWS), one(standby.database("lagging"), "SELECT count(*) FROM t WHERE twin = old"));
    }

    @Test
    void itWaitsForAStandbyThatHasTooMuchToReplay() throws Exception {
        waitsAndGoesOn(
                ThrottleLimits.OFF.withReplicaLag(Duration.ZERO, MEBIBYTE),
                "has \\d+ (MB|kB) of WAL to replay, more than 1024 kB");
    }

    /** What the server itself calls replay_lag stands still where replay does. */
    @Test
    void itWaitsForAStandbyThatIsTooFarBehindInTime() throws Exception {
        waitsAndGoesOn(
                ThrottleLimits.OFF.withReplicaLag(Duration.ofMillis(900), 0), "is \\d+ ms behind, more than 900 ms");
    }

    @Test
    void aUserWhoMayNotSeeStandbysIsToldSoOnce() throws Exception {
        createTable();
        database.execute(
                "DO $$ BEGIN CREATE ROLE blind; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "ALTER TABLE t OWNER TO blind",
                "GRANT CREATE ON DATABASE lagging TO blind");
        org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(database.url());
        source.setOptions("-c role=blind");
        SessionSource sessions = new SessionSource(source);
        standby.pauseReplay();
        try (ControlWatch watch = ControlWatch.open(sessions, new StopSignal())) {
            CompletableFuture<BackfillResult> run =
                    start(sessions, watch, ThrottleLimits.DEFAULT.withReplicaLag(Duration.ZERO, MEBIBYTE));
            assertTrue(run.get(60, TimeUnit.SECONDS).finished());
        } finally {
            standby.resumeReplay();
        }
        assertEquals(
                List.of("how far standbys are behind is not watched: pg_stat_replication does not show the state of"
                        + " standbys to this user; grant pg_monitor to the runner's user"),
                List.copyOf(warnings));
    }
}
