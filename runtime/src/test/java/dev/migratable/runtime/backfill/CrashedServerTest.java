package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.throttle.ThrottleLimits;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A server that crashes, memory and all, forgets transactions that did not wait for its disk. It is made to crash by
 * killing one of its processes: the others give up their common memory, and recover from what was written.
 */
class CrashedServerTest {

    private static final int ROWS = 60_000;
    private static final int CRASHES = 3;

    private final BackfillSpec spec = new BackfillSpec(
            QualifiedName.inPublic("t"),
            List.of(new KeyColumn("id", SqlType.parse("bigint"))),
            List.of(new Assignment("twin", "\"old\"", Mode.FOLLOW)));

    @Test
    void nothingIsCalledDoneThatACrashTookBack() throws Exception {
        try (PostgresServer server = PostgresServer.startEmbedded()) {
            TestDatabase database = server.createDatabase();
            database.execute(
                    "CREATE TABLE t (id bigint PRIMARY KEY, old text, twin text)",
                    "INSERT INTO t SELECT n, 'customer.' || n FROM generate_series(1, " + ROWS + ") n",
                    "VACUUM ANALYZE t",
                    "CHECKPOINT");
            CompletableFuture<Boolean> run = CompletableFuture.supplyAsync(() -> run(database));
            for (int n = 1; n <= CRASHES; n++) {
                awaitServer(database);
                try (Connection victim = database.connect()) {
                    long pid = pid(victim);
                    awaitRows(database, n * ROWS / 6);
                    assertFalse(run.isDone(), "the backfill was over before the crash");
                    assertTrue(ProcessHandle.of(pid).orElseThrow().destroyForcibly());
                }
            }
            boolean finished = run.get(2, TimeUnit.MINUTES);
            for (int again = 0; !finished && again < CRASHES; again++) {
                awaitServer(database);
                finished = run(database);
            }

            assertTrue(finished);
            assertEquals(
                    List.of(List.of("0")), database.query("SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old"));
            assertEquals(
                    List.of(List.of(Integer.toString(ROWS), "t")),
                    database.query("SELECT sum(rows_written), bool_and(finished) FROM migratable.backfill_range"));
        }
    }

    /** Runs the backfill; returns whether it came to its end. What a crash interrupted says that it was. */
    private boolean run(TestDatabase database) {
        Rate slow = new Rate(100, ROWS / 2);
        BackfillOptions options = new BackfillOptions(2, 20, slow, ThrottleLimits.DEFAULT, new Backoff(40, 10, 250));
        try {
            return new BackfillRunner(new SessionSource(database.dataSource()), options, new StopSignal(), p -> {})
                    .run("0001_x", "backfill", spec)
                    .finished();
        } catch (MigratableException e) {
            assertTrue(e.line().startsWith("DB05 ") || e.line().startsWith("DB01 "), e.line());
            return false;
        }
    }

    private static long pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_backend_pid()")) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void awaitRows(TestDatabase database, long rows) throws Exception {
        await(() -> Long.parseLong(database.query("SELECT coalesce(sum(rows_seen), 0) FROM migratable.backfill_range")
                        .get(0)
                        .get(0))
                > rows);
    }

    private static void awaitServer(TestDatabase database) throws Exception {
        await(() -> !database.query("SELECT 1").isEmpty());
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!isTrue(condition)) {
            assertTrue(System.nanoTime() < deadline, "waited for a minute");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** A server that recovers, and a table that is not there yet, are what is waited for. */
    private static boolean isTrue(Condition condition) {
        try {
            return condition.holds();
        } catch (SQLException e) {
            return false;
        }
    }
}
