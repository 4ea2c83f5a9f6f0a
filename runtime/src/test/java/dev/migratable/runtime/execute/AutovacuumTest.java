package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A step beside an autovacuum that holds the table for minutes, as it does after a large backfill. */
class AutovacuumTest {

    private static final String AT_WORK = """
            SELECT a.pid FROM pg_stat_activity AS a JOIN pg_locks AS l ON l.pid = a.pid
            WHERE a.query LIKE 'autovacuum: %' AND l.relation = to_regclass('t') AND l.granted
                AND a.datname = current_database() AND l.mode = 'ShareUpdateExclusiveLock'""";

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.startWith(Map.of("autovacuum_naptime", "1s"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestDatabase vacuumed() throws Exception {
        TestDatabase database = server.createDatabase();
        database.execute(
                "CREATE TABLE t (id int) WITH (autovacuum_vacuum_threshold = 0, autovacuum_vacuum_scale_factor = 0, "
                        + "autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)",
                "CREATE ROLE " + owner(database),
                "GRANT CREATE ON SCHEMA public TO " + owner(database),
                "ALTER TABLE t OWNER TO " + owner(database),
                "INSERT INTO t SELECT generate_series(1, 100000)",
                "DELETE FROM t WHERE id % 2 = 0");
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (database.query(AT_WORK).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "autovacuum did not come within a minute");
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return database;
    }

    /** The lock of an ALTER TABLE, behind which clients queue, and that of an ANALYZE, behind which they do not. */
    @ParameterizedTest
    @CsvSource({"ALTER TABLE t ADD added int, false", "ANALYZE t, false", "ALTER TABLE t ADD added int, true"})
    void makesWayForAStep(String step, boolean hidden) throws Exception {
        TestDatabase database = vacuumed();
        assertThrows(SQLException.class, () -> database.execute("SET lock_timeout = '500ms'", step), "the naive step");
        assertEquals(1, database.query(AT_WORK).size(), "which autovacuum outlives");

        SessionSource sessions = hidden ? asOwner(database) : new SessionSource(database.dataSource());
        try (RunnerSession session = sessions.open();
                BlockerWatch watch = new BlockerWatch(sessions.open(), session.pid())) {
            LockRetry retry =
                    new LockRetry(session, watch, new Backoff(3, 10, 10), new StopSignal(), new MigrationListener() {});
            LockRetry.Result<Boolean> result =
                    retry.run("0002_x", "step", attempt -> execute(session.connection(), step));
            assertTrue(result.attempt().number() > 1);
            assertTrue(session.connection().getAutoCommit());
        }
        assertEquals(
                List.of(),
                database.query("SELECT pid FROM pg_locks WHERE relation = 't'::regclass AND pid IN ("
                        + "SELECT pid FROM pg_stat_activity WHERE application_name = 'migratable-runner')"));
    }

    /** Were a client taken for a vacuum, the step would try again without a pause, and others would queue behind it. */
    @Test
    void aClientIsNotTakenForIt() throws Exception {
        TestDatabase database = server.createDatabase();
        database.execute(
                "CREATE TABLE t (id int)",
                "CREATE ROLE " + owner(database),
                "ALTER TABLE t OWNER TO " + owner(database));
        SessionSource sessions = asOwner(database);
        try (Connection client = database.connect();
                RunnerSession session = sessions.open();
                BlockerWatch watch = new BlockerWatch(sessions.open(), session.pid())) {
            client.setAutoCommit(false);
            execute(client, "INSERT INTO t VALUES (1)");
            LockRetry retry =
                    new LockRetry(session, watch, new Backoff(1, 10, 10), new StopSignal(), new MigrationListener() {});
            assertThrows(
                    MigratableException.class,
                    () -> retry.run(
                            "0002_x", "step", attempt -> execute(session.connection(), "ALTER TABLE t ADD added int")));
            assertEquals("<insufficient privilege>", watch.latest().get(0).query());
            assertEquals(Optional.empty(), watch.vacuumed());
            client.rollback();
        }
    }

    /** Whoever owns the table and does not read others' statistics. */
    private static SessionSource asOwner(TestDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setOptions("-c role=" + owner(database));
        return new SessionSource(source);
    }

    private static String owner(TestDatabase database) {
        return "owner_" + database.name();
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '500ms'");
            statement.execute(sql);
            return true;
        }
    }
}
