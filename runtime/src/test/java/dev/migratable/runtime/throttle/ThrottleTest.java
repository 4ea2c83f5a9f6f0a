package dev.migratable.runtime.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What makes a throttle hold a backfill back, each cause on a real server. */
@PostgresTest
class ThrottleTest {

    private static final long MEBIBYTE = 1L << 20;

    private final TestDatabase database;
    private final Connection watching;

    ThrottleTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.watching = database.connect();
        database.execute("CREATE TABLE t (id int PRIMARY KEY, v int)", "INSERT INTO t VALUES (1, 0), (2, 0)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        watching.close();
    }

    private Connection holding(String name) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = '" + name + "'");
        }
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE t SET v = v + 1 WHERE id = 1");
        }
        return connection;
    }

    private CompletableFuture<Boolean> client() throws SQLException {
        CompletableFuture<Boolean> client = CompletableFuture.supplyAsync(() -> {
            try {
                database.execute("UPDATE t SET v = v + 10 WHERE id = 1");
                return true;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        });
        while (database.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND datname = current_database()")
                .isEmpty()) {
            assertFalse(client.isDone());
        }
        return client;
    }

    @Test
    void aClientThatWaitsForTheBackfillHoldsItAndThenItGoesOnSlower() throws Exception {
        Throttle throttle = new Throttle(ThrottleLimits.OFF.withClientWait(Duration.ofMillis(100)));
        CompletableFuture<Boolean> client;
        try (Connection runner = holding("migratable-runner")) {
            throttle.look(watching);
            assertFalse(throttle.isHeld());
            assertEquals("", throttle.describe());
            client = client();
            TimeUnit.MILLISECONDS.sleep(150);
            throttle.look(watching);
            assertTrue(throttle.isHeld());
            String waits = throttle.describe();
            assertTrue(
                    waits.matches("waits: 1 client waits for its locks, the longest \\d+ ms, more than 100 ms"), waits);
            throttle.look(watching);
            assertEquals(waits, throttle.describe(), "told once, not at each look");
            runner.rollback();
        }
        assertTrue(client.get(10, TimeUnit.SECONDS));
        throttle.look(watching);
        assertFalse(throttle.isHeld());
        assertEquals("slowed down after waiting clients", throttle.describe());
        assertEquals(0.7, throttle.share(), 0.001);
        for (int n = 0; n < 7; n++) {
            throttle.look(watching);
        }
        assertEquals(1, throttle.share());
        assertEquals("", throttle.describe());
    }

    /** Clients of a busy row wait for each other; the backfill has no part in it, and would never end. */
    @Test
    void clientsThatWaitForEachOtherDoNotHoldIt() throws Exception {
        Throttle throttle = new Throttle(ThrottleLimits.OFF.withClientWait(Duration.ofMillis(10)));
        CompletableFuture<Boolean> client;
        try (Connection other = holding("shop")) {
            client = client();
            TimeUnit.MILLISECONDS.sleep(50);
            throttle.look(watching);
            assertFalse(throttle.isHeld());
            other.rollback();
        }
        assertTrue(client.get(10, TimeUnit.SECONDS));
    }

    @Test
    void aSlowProbeHoldsItAndOneThatHangsHoldsUpNothingElse() throws Exception {
        ThrottleLimits limits = ThrottleLimits.OFF.withProbe(Duration.ofMillis(100));
        Throttle quick = new Throttle(limits.withProbeSql("SELECT count(*) FROM t"));
        quick.look(watching);
        assertFalse(quick.isHeld());
        Throttle hanging = new Throttle(limits.withProbeSql("SELECT pg_sleep(100)"));
        long began = System.nanoTime();
        hanging.look(watching);
        assertTrue(System.nanoTime() - began < TimeUnit.SECONDS.toNanos(20));
        assertTrue(hanging.isHeld());
        assertTrue(hanging.describe().matches("waits: the probe took \\d+ ms, more than 100 ms"), hanging::describe);
    }

    @Test
    void tooMuchWalMakesItSlowerInProportion() throws Exception {
        Throttle throttle = new Throttle(ThrottleLimits.OFF.withWalBytesPerSecond(MEBIBYTE / 10));
        throttle.look(watching);
        database.execute("CREATE TABLE big AS SELECT repeat('x', 1000) FROM generate_series(1, 5000)");
        throttle.look(watching);
        assertFalse(throttle.isHeld());
        assertTrue(throttle.share() < 0.5, () -> "share " + throttle.share());
        assertEquals("slowed down to write at most 102 kB of WAL each second", throttle.describe());
        // What the server itself writes now and then is far below the limit when seen over a longer time.
        for (int n = 0; n < 60 && throttle.share() < 1; n++) {
            TimeUnit.MILLISECONDS.sleep(100);
            throttle.look(watching);
        }
        assertEquals(1, throttle.share());
    }

    @Test
    void withoutLimitsItLooksAtNothing() throws Exception {
        Throttle throttle = new Throttle(ThrottleLimits.OFF);
        watching.close();
        throttle.look(watching);
        assertEquals(1, throttle.share());
        assertEquals(Optional.empty(), throttle.warning());
    }
}
