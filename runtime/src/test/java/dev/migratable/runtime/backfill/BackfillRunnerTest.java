package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class BackfillRunnerTest {

    private static final int ROWS = 60_000;

    private static final BackfillSpec COMPOSITE = spec(
            new KeyColumn("region", SqlType.parse("varchar(5)")), new KeyColumn("at", SqlType.parse("timestamptz")));

    private final TestDatabase database;
    private final SessionSource sessions;

    BackfillRunnerTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.sessions = new SessionSource(database.dataSource());
        database.execute(
                "CREATE TABLE t (region varchar(5) COLLATE \"C\", at timestamptz, old text, twin text, "
                        + "PRIMARY KEY (region, at))",
                "INSERT INTO t SELECT 'r' || n % 7, timestamptz '2026-01-01' + n * interval '1 s', "
                        + "CASE WHEN n % 10 = 0 THEN NULL ELSE 'v' || n END, CASE WHEN n % 3 = 0 THEN 'stale' END "
                        + "FROM generate_series(1, " + ROWS + ") n",
                "ANALYZE t");
    }

    private static BackfillSpec spec(KeyColumn... key) {
        return new BackfillSpec(
                QualifiedName.inPublic("t"), List.of(key), List.of(new Assignment("twin", "\"old\"", Mode.FOLLOW)));
    }

    private BackfillRunner runner(int workers, int attempts, StopSignal stop, Consumer<BackfillProgress> listener) {
        return new BackfillRunner(
                sessions, new BackfillOptions(workers, 100, new Backoff(attempts, 10, 100)), stop, listener);
    }

    private String differing() throws SQLException {
        return database.query("SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old")
                .get(0)
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void fillsEveryRowOfACompositeKey(int workers) throws SQLException {
        List<BackfillProgress> progress = new ArrayList<>();
        BackfillResult result =
                runner(workers, 3, new StopSignal(), progress::add).run("0001_x", "backfill", COMPOSITE);

        assertTrue(result.finished());
        assertEquals("0", differing());
        BackfillProgress last = progress.get(progress.size() - 1);
        assertEquals(ROWS, last.rowsDone());
        assertTrue(last.finished());
        assertEquals(
                List.of(List.of("32", "t")),
                database.query("SELECT count(*), bool_and(finished) FROM migratable.backfill_range"));
    }

    /** Keys read as texts would sort 999 after 1000: rows would be read again, and ranges of workers would overlap. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void looksAtEveryRowOfANumericKeyOnce(int workers) throws SQLException {
        database.execute(
                "DROP TABLE t",
                "CREATE TABLE t (id bigint PRIMARY KEY, old text, twin text)",
                "INSERT INTO t SELECT n, 'v' || n FROM generate_series(1, " + ROWS + ") n",
                "ANALYZE t");
        List<BackfillProgress> progress = new ArrayList<>();
        BackfillResult result = runner(workers, 3, new StopSignal(), progress::add)
                .run("0001_x", "backfill", spec(new KeyColumn("id", SqlType.parse("bigint"))));

        assertEquals(ROWS, result.rowsWritten());
        assertEquals(ROWS, progress.get(progress.size() - 1).rowsDone());
        assertEquals("0", differing());
    }

    @Test
    void fillsATableWithoutRows() throws SQLException {
        database.execute("TRUNCATE t");
        assertTrue(runner(2, 3, new StopSignal(), p -> {})
                .run("0001_x", "backfill", COMPOSITE)
                .finished());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bigint",
                "uuid",
                "text COLLATE \"und-x-icu\"",
                "numeric(12,3)",
                "bytea",
                "date",
                "\"Mood\"",
                "char(6)",
                "float8"
            })
    void keysOfAnyTypeComeBackAsTheyWere(String type) throws SQLException {
        String plain = type.replaceFirst(" COLLATE.*", "");
        String value = switch (plain) {
            case "bigint" -> "n - 12500";
            case "uuid" -> "gen_random_uuid()";
            case "numeric(12,3)" -> "(n - 12500) / 7.0";
            case "bytea" -> "sha256(n::text::bytea)";
            case "date" -> "date '1000-01-01' + n";
            case "\"Mood\"" -> "(array['a b','c''d'])[n]::\"Mood\"";
            case "float8" -> "n / 3.0::float8";
            case "char(6)" -> "'a' || n";
            default -> "'é''\\\" ,{' || n";
        };
        int rows = plain.equals("\"Mood\"") ? 2 : plain.equals("char(6)") ? 9 : 25_000;
        database.execute(
                "CREATE TYPE \"Mood\" AS ENUM ('a b', 'c''d')",
                "DROP TABLE t",
                "CREATE TABLE t (k " + type + " PRIMARY KEY, old text, twin text)",
                "INSERT INTO t SELECT " + value + ", 'v' || n FROM generate_series(1, " + rows + ") n",
                "ANALYZE t");
        SqlType sqlType = plain.equals("\"Mood\"") ? SqlType.parse("public.\"Mood\"") : SqlType.parse(plain);
        assertTrue(runner(2, 3, new StopSignal(), p -> {})
                .run("0001_x", "backfill", spec(new KeyColumn("k", sqlType)))
                .finished());
        assertEquals("0", differing());
        assertEquals(
                List.of(List.of(Integer.toString(rows))),
                database.query("SELECT sum(rows_seen) FROM migratable.backfill_range"),
                "every row is looked at once");
    }

    @Test
    void partitionsAreSplitAndFilledToo() throws SQLException {
        database.execute(
                "DROP TABLE t",
                "CREATE TABLE t (k int PRIMARY KEY, old text, twin text) PARTITION BY RANGE (k)",
                "CREATE TABLE t_low PARTITION OF t FOR VALUES FROM (MINVALUE) TO (10000)",
                "CREATE TABLE t_high PARTITION OF t FOR VALUES FROM (10000) TO (MAXVALUE)",
                "INSERT INTO t SELECT n, 'v' || n FROM generate_series(1, 40000) n",
                "ANALYZE t");
        assertTrue(runner(2, 3, new StopSignal(), p -> {})
                .run("0001_x", "backfill", spec(new KeyColumn("k", SqlType.parse("integer"))))
                .finished());
        assertEquals("0", differing());
        assertEquals(
                List.of(List.of("32", "40000")),
                database.query("SELECT count(*), sum(rows_seen) FROM migratable.backfill_range"));
    }

    @Test
    void stopsAfterABatchAndGoesOnWhereItWas() throws SQLException {
        StopSignal stop = new StopSignal();
        database.execute("ALTER TABLE t ADD tracked int DEFAULT 0", trackingFunction(), trackingTrigger());
        stop.request();
        BackfillResult none = runner(1, 3, stop, p -> {}).run("0001_x", "backfill", COMPOSITE);
        assertFalse(none.finished());
        assertEquals(0, none.rowsWritten());

        StopSignal later = new StopSignal();
        CompletableFuture<BackfillResult> first =
                CompletableFuture.supplyAsync(() -> runner(1, 3, later, p -> {}).run("0001_x", "backfill", COMPOSITE));
        awaitWatermark();
        later.request();
        BackfillResult part = first.join();
        BackfillResult rest = runner(1, 3, new StopSignal(), p -> {}).run("0001_x", "backfill", COMPOSITE);

        assertFalse(part.finished());
        assertTrue(rest.finished());
        assertEquals("0", differing());
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT count(*) FROM t WHERE tracked > 1"),
                "no row is written twice");
        assertEquals(
                List.of(List.of(Integer.toString(ROWS))),
                database.query("SELECT sum(rows_seen) FROM migratable.backfill_range"));
    }

    private static String trackingFunction() {
        return "CREATE FUNCTION track() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN IF NEW.at::text LIKE '%00+%' THEN PERFORM pg_sleep(0.002); END IF; NEW.tracked := OLD.tracked + 1; RETURN NEW; END $$";
    }

    private static String trackingTrigger() {
        return "CREATE TRIGGER track BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION track()";
    }

    private void awaitWatermark() throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (System.nanoTime() < deadline) {
            boolean there = database.query("SELECT 1 WHERE to_regclass('migratable.backfill_range') IS NOT NULL")
                            .size()
                    > 0;
            if (there
                    && database.query("SELECT 1 FROM migratable.backfill_range WHERE watermark IS NOT NULL")
                                    .size()
                            > 0) {
                return;
            }
        }
        throw new AssertionError("no batch was committed");
    }

    @Test
    void yieldsToAClientThatHoldsARow() throws Exception {
        CountDownLatch retried = new CountDownLatch(1);
        CompletableFuture<BackfillResult> result;
        try (Connection client = database.connect()) {
            client.setAutoCommit(false);
            client.createStatement().execute("SELECT * FROM t WHERE region = 'r1' FOR UPDATE");
            result = CompletableFuture.supplyAsync(
                    () -> runner(2, 1000, new StopSignal(), p -> {}).run("0001_x", "backfill", COMPOSITE));
            CompletableFuture.runAsync(() -> awaitTimeout(retried));
            assertTrue(retried.await(30, TimeUnit.SECONDS));
            client.createStatement().execute("UPDATE t SET old = 'client', twin = 'client' WHERE region = 'r1'");
            client.commit();
        }
        assertTrue(result.join().finished());
        assertTrue(result.join().retries() > 0);
        assertEquals("0", differing());
        assertEquals(
                List.of(List.of("t")),
                database.query("SELECT count(*) > 8000 FROM t WHERE twin = 'client' AND region = 'r1'"));
    }

    /** Counts down when a worker waits for the client's lock. */
    private void awaitTimeout(CountDownLatch latch) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        try {
            int seen = 0;
            while (System.nanoTime() < deadline && seen < 2) {
                seen += database.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'migratable-runner' "
                                        + "AND wait_event_type = 'Lock'")
                                .isEmpty()
                        ? 0
                        : 1;
                latch.await(700, TimeUnit.MILLISECONDS);
            }
            latch.countDown();
        } catch (SQLException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void goesOnOnANewConnectionWhenItsOwnIsKilled() throws SQLException {
        database.execute("ALTER TABLE t ADD tracked int DEFAULT 0", trackingFunction(), trackingTrigger());
        CompletableFuture<BackfillResult> run = CompletableFuture.supplyAsync(
                () -> runner(1, 20, new StopSignal(), p -> {}).run("0001_x", "backfill", COMPOSITE));
        awaitWatermark();
        database.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                + "AND application_name = 'migratable-runner' AND query LIKE 'UPDATE%'");
        assertTrue(run.join().finished());
        assertEquals("0", differing());
        assertEquals(List.of(List.of("0")), database.query("SELECT count(*) FROM t WHERE tracked > 1"));
    }

    @Test
    void aRowThatCannotBeWrittenEndsInOneLine() throws SQLException {
        database.execute("ALTER TABLE t ADD CHECK (twin <> 'v55555')");
        MigratableException failure = assertThrows(
                MigratableException.class,
                () -> runner(3, 3, new StopSignal(), p -> {}).run("0001_x", "backfill", COMPOSITE));
        assertEquals(1, failure.line().lines().count());
        assertTrue(failure.line().startsWith("DB09 backfill of t: "), failure.line());
        assertEquals(
                List.of(),
                database.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'migratable-runner'"
                        + " AND datname = current_database() AND state <> 'idle'"));
    }

    @Test
    void rowSecurityIsAnErrorAndNotASilentGap() throws SQLException {
        database.execute(
                "DO $$ BEGIN CREATE ROLE migratable_rls_test LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "ALTER TABLE t OWNER TO migratable_rls_test",
                "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE t FORCE ROW LEVEL SECURITY",
                "GRANT CREATE ON DATABASE \"" + database.name() + "\" TO migratable_rls_test");
        org.postgresql.ds.PGSimpleDataSource source = new org.postgresql.ds.PGSimpleDataSource();
        source.setUrl(database.url());
        source.setOptions("-c role=migratable_rls_test");
        BackfillRunner runner = new BackfillRunner(
                new SessionSource(source),
                new BackfillOptions(1, 100, new Backoff(2, 10, 100)),
                new StopSignal(),
                p -> {});
        MigratableException failure =
                assertThrows(MigratableException.class, () -> runner.run("0001_x", "backfill", COMPOSITE));
        assertTrue(failure.line().contains("row-level security"), failure.line());
        database.execute("REASSIGN OWNED BY migratable_rls_test TO CURRENT_USER", "DROP OWNED BY migratable_rls_test");
    }

    @Test
    void rangesOfADroppedColumnAreNotTakenForTheNewOne() throws SQLException {
        runner(2, 3, new StopSignal(), p -> {}).run("0001_x", "backfill", COMPOSITE);
        database.execute("ALTER TABLE t DROP twin", "ALTER TABLE t ADD twin text");
        BackfillResult again = runner(2, 3, new StopSignal(), p -> {}).run("0001_x", "backfill", COMPOSITE);
        assertTrue(again.finished());
        assertEquals("0", differing());
    }

    @Test
    void sessionsGetTheirSettingsBack() throws Exception {
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET application_name = 'shop/migratable:0123456789abcdef'");
            connection.createStatement().execute("SET statement_timeout = '7s'");
            javax.sql.DataSource pool = new SingleConnection(connection).dataSource();
            new SessionSource(pool).tryOpen(Map.of("lock_timeout", "5ms")).close();
            try (java.sql.ResultSet row = connection
                    .createStatement()
                    .executeQuery("SELECT current_setting('application_name'), current_setting('statement_timeout'), "
                            + "current_setting('lock_timeout')")) {
                row.next();
                assertEquals(
                        List.of("shop/migratable:0123456789abcdef", "7s", "0"),
                        List.of(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
    }
}
