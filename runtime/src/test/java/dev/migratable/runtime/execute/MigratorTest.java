package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.session.Blocker;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class MigratorTest {

    private static final int CUSTOMERS = 3_000;

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    MigratorTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void createShop() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(CUSTOMERS);
        shop.generateV2();
    }

    @Test
    void bothVersionsWorkBetweenExpandAndContract() throws SQLException {
        assertTrue(shop.migrator().build().check(Shop.v1()).matches());
        assertFalse(shop.expand().steps().isEmpty());
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE email IS DISTINCT FROM email_address"));
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE status IS DISTINCT FROM 'active'"));

        database.execute(
                "INSERT INTO customer (id, email, name) VALUES (9001, 'old@x.org', 'old')",
                "INSERT INTO customer (id, email_address, name, status) VALUES (9002, 'new@x.org', 'new', 'vip')",
                "UPDATE customer SET email = NULL WHERE id = 1",
                "UPDATE customer SET email_address = NULL WHERE id = 2",
                "UPDATE customer SET email = 'changed@x.org' WHERE id = 9002",
                "INSERT INTO customer (id, email, name) VALUES (9003, NULL, NULL)");
        assertEquals(
                List.of(
                        row("1", null, null, "active"),
                        row("2", null, null, "active"),
                        row("9001", "old@x.org", "old@x.org", "active"),
                        row("9002", "changed@x.org", "changed@x.org", "vip"),
                        row("9003", null, null, "active")),
                database.query("SELECT id, email, email_address, status FROM customer "
                        + "WHERE id IN (1, 2, 9001, 9002, 9003) ORDER BY id"));

        ModelCheck between = shop.migrator().build().check(Shop.v2());
        assertTrue(between.matches(), () -> "v2 misses " + between.differences());
        ModelCheck old = shop.migrator().build().check(Shop.v1());
        assertTrue(old.matches(), () -> "v1 misses " + old.differences());

        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
        assertEquals("new", shop.one("SELECT name FROM customer WHERE email_address = 'changed@x.org'"));
        assertEquals(Integer.toString(CUSTOMERS + 3), shop.one("SELECT count(*) FROM customer"));
        assertTrue(shop.contract().isUpToDate());
    }

    private static List<String> row(String... values) {
        return java.util.Arrays.asList(values);
    }

    @Test
    void aMigrationUnderWayDoesNotExplainAwayAColumnThatIsMissing() throws SQLException {
        shop.expand();
        assertTrue(shop.migrator().build().check(Shop.v1()).matches());
        database.execute("ALTER TABLE customer DROP COLUMN name");
        for (Model model : List.of(Shop.v1(), Shop.v2())) {
            assertEquals(
                    List.of("add column customer.name text"),
                    shop.migrator().build().check(model).differences().stream()
                            .map(ModelCheck.Difference::description)
                            .toList());
        }
    }

    @Test
    void theGateNamesTheOldInstanceThatIsAlive() throws SQLException {
        shop.expand();
        Migrator old = shop.migrator().application("web shop").build();
        try (Connection instance = old.applicationDataSource(Shop.v1()).getConnection()) {
            int pid = instance.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            ApplyReport report = shop.migrator()
                    .build()
                    .apply(ShopDatabase.CONTRACT, Optional.of("test"), ShopDatabase.TEST_SESSIONS);
            String reasons = report.closedGates().toString();
            assertEquals(1, report.closedGates().size());
            assertTrue(reasons.contains("web shop/migratable:"), reasons);
            assertTrue(reasons.contains("pid " + pid), reasons);
            assertEquals("3000", shop.one("SELECT count(email) + 300 FROM customer"));
            MigrationStatus status =
                    shop.migrator().build().status().migrations().get(1);
            assertEquals("expanded", status.state());
            assertTrue(
                    status.gate().toString().contains("web shop/migratable:"),
                    status.gate().toString());
        }
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
    }

    @Test
    void theGateStaysClosedWithoutApprovalAndBeforeExpand() {
        ApplyReport early =
                shop.migrator().build().apply(ShopDatabase.CONTRACT, Optional.of("test"), ShopDatabase.TEST_SESSIONS);
        assertTrue(early.closedGates().toString().contains("has not been expanded"), early.toString());
        shop.expand();
        ApplyReport unapproved =
                shop.migrator().build().apply(ShopDatabase.CONTRACT, Optional.empty(), ShopDatabase.TEST_SESSIONS);
        assertTrue(unapproved.closedGates().toString().contains("not approved"), unapproved.toString());
    }

    @Test
    void theGateStaysClosedUntilTheSoakTimeIsOver() throws SQLException {
        shop.migrator().soak(Duration.ofHours(24)).build().apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        assertEquals(
                "t",
                shop.one("SELECT expanded_at > now() - interval '1 hour' FROM migratable.migration "
                        + "WHERE id = '0002_rename_email'"));
        ApplyReport early =
                shop.migrator().build().apply(ShopDatabase.CONTRACT, Optional.of("test"), ShopDatabase.TEST_SESSIONS);
        assertTrue(
                early.closedGates()
                        .toString()
                        .contains("the soak time of migration 0002_rename_email is not over: 24:00:00"
                                + " since it was expanded, which ends at "),
                early.toString());
        database.execute("UPDATE migratable.migration SET expanded_at = expanded_at - interval '24 hours'");
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
    }

    @Test
    void aSoakTimeIsSaidAnewOverATableOfAnEarlierVersion() throws SQLException {
        shop.expand();
        database.execute(
                "DROP FUNCTION migratable.note_expanded() CASCADE",
                "ALTER TABLE migratable.migration DROP COLUMN soak, DROP COLUMN expanded_at",
                "COMMENT ON FUNCTION migratable.gate_blockers(text) IS 'gate of Migratable, version 1'");
        ApplyReport early = shop.migrator()
                .soak(Duration.ofHours(1))
                .build()
                .apply(ShopDatabase.CONTRACT, Optional.of("test"), ShopDatabase.TEST_SESSIONS);
        assertTrue(
                early.closedGates().toString().contains("since a time that is not known; set expanded_at"),
                early.toString());
        ApplyReport none = shop.migrator()
                .soak(Duration.ZERO)
                .build()
                .apply(ShopDatabase.CONTRACT, Optional.of("test"), ShopDatabase.TEST_SESSIONS);
        assertTrue(!none.closedGates().toString().contains("soak"), none.toString());
        assertEquals(List.of(), shop.contract().closedGates());
    }

    @Test
    void aRowThatDiffersKeepsTheGateClosed() throws SQLException {
        shop.expand();
        database.execute(
                "SET session_replication_role = replica",
                "UPDATE customer SET email = 'behind the trigger' WHERE id = 7");
        ApplyReport report = shop.contract();
        assertTrue(report.closedGates().toString().contains("1 rows of customer: "), report.toString());
        assertEquals("behind the trigger", shop.one("SELECT email FROM customer WHERE id = 7"));
    }

    @Test
    void everyRunAndStepIsKept() throws SQLException {
        shop.expand();
        List<BackfillProgress> progress = new ArrayList<>();
        StatusReport status = shop.migrator().build().status();
        assertEquals(
                List.of("contracted", "expanded"),
                status.migrations().stream().map(MigrationStatus::state).toList());
        assertTrue(status.migrations().get(1).backfills().stream().allMatch(b -> b.finished()));
        assertEquals(Optional.empty(), status.runner());
        assertEquals(
                List.of("done", "done"),
                status.latestRuns().stream().map(r -> r.outcome()).toList());
        assertEquals("apply expand", status.latestRuns().get(0).command());
        assertEquals(
                "0",
                shop.one("SELECT count(*) FROM migratable.step_run WHERE outcome <> 'done' OR finished_at IS NULL"));
        assertTrue(
                Integer.parseInt(shop.one("SELECT max(rows_written) FROM migratable.step_run")) >= CUSTOMERS * 9 / 10);
        assertEquals(List.of(), progress);
    }

    @Test
    void dryRunSaysTheStatementsAndSendsNone() throws SQLException {
        List<String> statements = shop.migrator().build().dryRun(ShopDatabase.EXPAND);
        List<String> start = statements.stream()
                .map(s -> s.substring(0, Math.min(s.length(), 60)))
                .dropWhile(s -> !s.matches("-- 0002_rename_email expand-\\d+-backfill-customer: .*"))
                .toList();
        assertTrue(start.get(1).startsWith("-- lock: ROW EXCLUSIVE; estimate: about "), start::toString);
        assertTrue(start.get(2).startsWith("-- for each batch of a range"), start::toString);
        List<String> batch = statements.stream()
                .dropWhile(s -> !s.startsWith("-- for each batch of a range"))
                .takeWhile(s -> !s.startsWith("-- in place of the change set's own block"))
                .filter(s -> !s.startsWith("--"))
                .toList();
        assertEquals(6, batch.size(), batch::toString);
        assertTrue(batch.get(0).startsWith("SELECT CAST(id AS text)"), batch::toString);
        assertTrue(batch.get(1).startsWith("SELECT count(*) OVER (), CAST(id AS text)"), batch::toString);
        assertTrue(batch.get(2).startsWith("UPDATE public.customer SET "), batch::toString);
        assertTrue(batch.get(3).contains(" AND (id & 1) = 0 AND ("), batch::toString);
        assertTrue(batch.get(4).contains(" AND (id & 1) = 1 AND ("), batch::toString);
        assertTrue(batch.get(5).startsWith("SELECT count(*) FROM public.customer WHERE "), batch::toString);
        assertTrue(start.stream().anyMatch(s -> s.startsWith("DO $migratable$")), start::toString);
        List<String> contract = shop.migrator().build().dryRun(ShopDatabase.CONTRACT);
        assertTrue(contract.contains(BookkeepingSql.countBlockers("0002_rename_email")), contract::toString);
        assertEquals(List.of(), shop.differencesTo(Shop.v1()));
        assertEquals("1", shop.one("SELECT count(*) FROM migratable.migration"));
    }

    @Test
    void aStopIsHeardAndTheNextRunGoesOn() throws SQLException {
        StopSignal stop = new StopSignal();
        ApplyReport report = shop.migrator()
                .stop(stop)
                .listener(new MigrationListener() {
                    @Override
                    public void stepFinished(ApplyReport.StepReport step) {
                        stop.request();
                    }
                })
                .build()
                .apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        assertTrue(report.stopped());
        assertEquals(1, report.steps().size());
        assertFalse(shop.expand().stopped());
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
    }

    @Test
    void whoeverHoldsALockIsNamed() throws SQLException {
        List<Blocker> seen = new ArrayList<>();
        try (Connection client = database.connect()) {
            client.setClientInfo("ApplicationName", "slow report");
            client.setAutoCommit(false);
            client.createStatement().execute("SELECT count(*) FROM customer");
            Migrator migrator = shop.migrator()
                    .options(ExecutionOptions.DEFAULT.withLockAttempts(2))
                    .listener(new MigrationListener() {
                        @Override
                        public void blocked(String migration, String step, List<Blocker> blockers) {
                            seen.addAll(blockers);
                        }
                    })
                    .build();
            MigratableException failure = assertThrows(
                    MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
            assertTrue(failure.line().startsWith("RUN03 0002_rename_email "), failure.line());
            assertTrue(failure.line().contains("slow report"), failure.line());
            assertEquals("slow report", seen.get(0).applicationName());
        }
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
    }
}
