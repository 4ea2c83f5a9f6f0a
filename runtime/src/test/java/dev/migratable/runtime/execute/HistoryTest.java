package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.estimate.Work;
import dev.migratable.runtime.history.StepRun;
import dev.migratable.runtime.session.Blocker;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every run and step is kept, with what it was expected to cost and what it cost. */
@PostgresTest
class HistoryTest {

    private static final int CUSTOMERS = 3_000;

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    HistoryTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void createShop() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(CUSTOMERS);
        shop.generateV2();
    }

    private RunReport latest() {
        return shop.migrator().build().report(OptionalLong.empty()).orElseThrow();
    }

    private StepRun step(RunReport report, String part) {
        return report.steps().stream()
                .filter(s -> s.step().contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError(part + " in " + report));
    }

    @Test
    void aStepIsKeptWithItsEstimate() throws SQLException {
        ApplyReport applied =
                shop.migrator().operator("night shift").build().apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        RunReport report = latest();
        assertEquals(applied.run(), OptionalLong.of(report.run().id()));
        assertEquals("night shift", report.run().operator());
        assertEquals("done", report.run().outcome());
        assertEquals(shop.one("SELECT current_user"), report.run().who());
        assertEquals(applied.steps().size(), report.steps().size());
        StepRun backfill = step(report, "backfill");
        assertEquals("backfill", backfill.phase());
        assertTrue(backfill.statements() > 0);
        assertTrue(backfill.rows() >= CUSTOMERS * 9 / 10, backfill::toString);
        assertTrue(backfill.walBytes() > 0, backfill::toString);
        StepEstimate estimate = backfill.estimate().orElseThrow();
        assertEquals(Work.BACKFILL, estimate.work());
        assertTrue(Math.abs(estimate.rows() - CUSTOMERS) < CUSTOMERS / 5, estimate::toString);
        assertTrue(estimate.bytes() > 0 && estimate.walBytes() > estimate.bytes(), estimate::toString);
        assertTrue(estimate.isGuess());
        assertTrue(estimate.describe().endsWith(" (guess)"), estimate.describe());
        StepEstimate index =
                step(report, "create-customer-order-customer-id-idx").estimate().orElseThrow();
        assertEquals(Work.INDEX, index.work());
        assertTrue(index.bytes() >= CUSTOMERS * 16, index::toString);
        StepRun twins = step(report, "add-twins");
        assertEquals("ACCESS EXCLUSIVE", twins.lock());
        assertEquals("an instant", twins.estimate().orElseThrow().describe());
    }

    /** What a dry run says before is what the history says afterwards. */
    @Test
    void everyStatementIsKept() throws SQLException {
        List<String> announced = shop.migrator().build().dryRun(ShopDatabase.EXPAND).stream()
                .filter(line -> !line.startsWith("-- ") || line.contains("\n"))
                .toList();
        shop.expand();
        assertEquals(
                announced,
                database
                        .query("SELECT line FROM migratable.step_run, unnest(sql) WITH ORDINALITY AS l (line, place)"
                                + " WHERE run_id = (SELECT max(id) FROM migratable.run) ORDER BY number, place")
                        .stream()
                        .map(row -> row.get(0))
                        .toList());
        assertTrue(announced.stream().anyMatch(line -> line.startsWith("UPDATE public.customer")), announced::toString);
    }

    @Test
    void theEndOfAStepIsWrittenInItsOwnTransaction() throws SQLException {
        shop.expand();
        assertEquals(
                shop.one("SELECT xmin FROM pg_trigger WHERE tgrelid = 'customer'::regclass AND tgname LIKE '~%insert'"),
                shop.one("SELECT xmin FROM migratable.step_run WHERE step LIKE '%dual-write%'"));
    }

    @Test
    void theSecondEstimateIsFromTheFirstRun() throws SQLException {
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        shop.generate("back", Shop.v2().schema(), Shop.v3());
        shop.expand();
        StepEstimate estimate = step(latest(), "backfill").estimate().orElseThrow();
        assertFalse(estimate.isGuess(), estimate::toString);
        assertTrue(estimate.describe().contains("from 1 earlier backfill here"), estimate.describe());
    }

    @Test
    void aKilledRunShowsAsSuchOnTheNextOne() throws SQLException {
        database.execute(
                "INSERT INTO migratable.run (command, version) VALUES ('apply expand', 'x')",
                "INSERT INTO migratable.step_run (run_id, number, migration, step) "
                        + "SELECT max(id), 1, 'm', 's' FROM migratable.run");
        RunReport dead = latest();
        assertEquals("", dead.run().outcome());
        shop.expand();
        RunReport noticed =
                shop.migrator().build().report(OptionalLong.of(dead.run().id())).orElseThrow();
        assertEquals("killed", noticed.run().outcome());
        assertEquals(-1, noticed.run().millis());
        assertEquals("killed", noticed.steps().get(0).outcome());
        assertEquals("done", latest().run().outcome());
    }

    @Test
    void tablesOfAnEarlierVersionGoOnWorking() throws SQLException {
        database.execute(
                "DROP TABLE migratable.step_run, migratable.run",
                """
                CREATE TABLE migratable.run (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, command text NOT NULL, version text NOT NULL,
                    who text NOT NULL DEFAULT current_user, started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                    finished_at timestamptz, outcome text, detail text)""",
                """
                CREATE TABLE migratable.step_run (
                    run_id bigint NOT NULL REFERENCES migratable.run, number integer NOT NULL, migration text NOT NULL,
                    step text NOT NULL, started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                    finished_at timestamptz,
                    duration interval GENERATED ALWAYS AS (finished_at - started_at) STORED,
                    outcome text, rows_written bigint NOT NULL DEFAULT 0, lock_attempts integer NOT NULL DEFAULT 1,
                    detail text, PRIMARY KEY (run_id, number))""",
                "INSERT INTO migratable.run (command, version, finished_at, outcome) VALUES ('old', '0', now(), 'done')",
                "INSERT INTO migratable.step_run VALUES (1, 1, 'm', 's', now(), now(), DEFAULT, 'done', 7, 2, NULL)");
        RunReport before = latest();
        assertEquals("old", before.run().command());
        assertEquals(7, before.steps().get(0).rows());
        assertEquals(Optional.empty(), before.steps().get(0).estimate());
        shop.expand();
        assertEquals("done", latest().run().outcome());
        assertEquals(before, shop.migrator().build().report(OptionalLong.of(1)).orElseThrow());
    }

    @Test
    void theTimeSpentWaitingForLocksIsKept() throws SQLException {
        try (Connection client = database.connect();
                Statement statement = client.createStatement()) {
            client.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM customer");
            shop.migrator()
                    .listener(new MigrationListener() {
                        @Override
                        public void retrying(String migration, String step, int attempt, long millis, String reason) {
                            try {
                                client.rollback();
                            } catch (SQLException e) {
                                throw new AssertionError(e);
                            }
                        }

                        @Override
                        public void blocked(String migration, String step, List<Blocker> blockers) {
                            assertFalse(blockers.isEmpty());
                        }
                    })
                    .build()
                    .apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        }
        StepRun first = latest().steps().stream()
                .filter(s -> s.attempts() > 1)
                .findFirst()
                .orElseThrow();
        assertEquals(2, first.attempts());
        assertTrue(first.lockWaitMillis() >= 400, first::toString);
        assertTrue(first.lockWaitMillis() <= first.millis(), first::toString);
    }

    @Test
    void aFailedStepIsKeptWithItsReason() throws SQLException {
        database.execute("UPDATE customer SET name = NULL");
        database.execute("CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS "
                + "'BEGIN RAISE EXCEPTION ''not today''; END'");
        database.execute(
                "CREATE EVENT TRIGGER refuse ON ddl_command_start WHEN TAG IN ('CREATE TRIGGER') EXECUTE FUNCTION refuse()");
        Migrator migrator = shop.migrator().build();
        assertThrows(MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        database.execute("DROP EVENT TRIGGER refuse");
        RunReport report = latest();
        assertEquals("failed", report.run().outcome());
        StepRun failed = report.steps().get(report.steps().size() - 1);
        assertEquals("failed", failed.outcome());
        assertTrue(failed.detail().contains("not today"), failed.detail());
        shop.expand();
        assertEquals("done", latest().run().outcome());
    }
}
