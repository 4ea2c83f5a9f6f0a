package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.Fingerprint;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.preflight.PreflightFinding;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way back of our own runner. */
@PostgresTest
class RollbackTest {

    private static final int CUSTOMERS = 3_000;
    private static final RollbackRequest TO_V1 = RollbackRequest.to("0001").ignoring(ShopDatabase.TEST_SESSIONS);

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    RollbackTest(TestDatabase database) {
        this.database = database;
    }

    private ShopDatabase contracted() throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(CUSTOMERS);
        shop.generateV2();
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        return shop;
    }

    private static ApplyReport rollback(ShopDatabase shop, RollbackRequest request) {
        return shop.migrator().build().rollback(request);
    }

    @Test
    void theEarlierModelComesBackWithWhatWasWrittenSinceAndMayGoForthAgain() throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(CUSTOMERS);
        Schema before = shop.schema();
        for (int time = 1; time <= 2; time++) {
            if (time == 1) {
                shop.generateV2();
            }
            shop.expand();
            assertEquals(List.of(), shop.contract().closedGates());
            database.execute(
                    "INSERT INTO customer (id, email_address, name, status) VALUES (" + (90_000 + time) + ", 'new"
                            + time + "@x.org', 'n', 'active')",
                    "UPDATE customer SET email_address = 'changed" + time + "@x.org' WHERE id = 7",
                    "UPDATE customer SET email_address = NULL WHERE id = 8");
            ApplyReport report = rollback(shop, TO_V1);
            assertEquals(List.of(), report.closedGates());
            assertEquals(
                    time == 1 ? 3 : 2,
                    report.steps().stream().mapToLong(StepReport::rows).sum());
            assertEquals(before, shop.schema());
            assertEquals("new" + time + "@x.org", shop.one("SELECT email FROM customer WHERE id = " + (90_000 + time)));
            assertEquals("changed" + time + "@x.org", shop.one("SELECT email FROM customer WHERE id = 7"));
            assertEquals("null", shop.one("SELECT email FROM customer WHERE id = 8"));
            assertEquals("1", shop.one("SELECT count(*) FROM migratable.migration"));
            assertEquals("0", shop.one("SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'"));
            assertEquals("0", shop.one("SELECT count(*) FROM migratable.backfill_range WHERE migration LIKE '0002%'"));
        }
        assertTrue(rollback(shop, TO_V1).isUpToDate());
        assertEquals("rollback to 0001", shop.one("SELECT command FROM migratable.run ORDER BY id DESC LIMIT 1"));
    }

    @Test
    void aLivingInstanceOfTheNewerModelKeepsWhatItNeedsButNotTheContract() throws Exception {
        ShopDatabase shop = contracted();
        String tag = "shop/migratable:" + Fingerprint.of(Shop.v2().schema());
        try (Connection instance = shop.migrator()
                .application("shop")
                .build()
                .applicationDataSource(Shop.v2())
                .getConnection()) {
            ApplyReport report = rollback(shop, TO_V1);
            assertEquals(1, report.closedGates().size());
            String reason = report.closedGates().get(0).reasons().get(0);
            assertTrue(
                    reason.matches("1 of a newer model alive: " + tag + " from .*, pid \\d+; roll the earlier version"
                            + " out first"),
                    reason);
            assertEquals("expanded", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
            // Both versions work now, and see each other's writes.
            try (var statement = instance.createStatement()) {
                statement.execute("UPDATE customer SET email_address = 'by-new@x.org' WHERE id = 1");
            }
            assertEquals("by-new@x.org", shop.one("SELECT email FROM customer WHERE id = 1"));
            ApplyReport forced = rollback(shop, TO_V1.ignoring(Set.of(tag, "PostgreSQL JDBC Driver")));
            assertEquals(List.of(), forced.closedGates());
        }
        assertEquals(List.of(), shop.differencesTo(Shop.v1()));
        assertEquals("by-new@x.org", shop.one("SELECT email FROM customer WHERE id = 1"));
    }

    @Test
    void anInstanceOfTheEarlierModelIsInNobodysWay() throws Exception {
        ShopDatabase shop = contracted();
        try (Connection old =
                shop.migrator().build().applicationDataSource(Shop.v1()).getConnection()) {
            assertFalse(old.isClosed());
            assertEquals(List.of(), rollback(shop, TO_V1).closedGates());
        }
    }

    @Test
    void valuesThatOnlyTheNewerModelHasGoOnlyByName() throws Exception {
        ShopDatabase shop = contracted();
        database.execute("UPDATE customer SET status = 'vip' WHERE id = 5");
        ApplyReport closed = rollback(shop, TO_V1);
        assertEquals(
                List.of("customer.status holds what nothing of the earlier model does, and would go with it; give it up"
                        + " by --discard customer.status, or save it first"),
                closed.closedGates().get(0).reasons());
        assertEquals("vip", shop.one("SELECT status FROM customer WHERE id = 5"));
        assertEquals(
                List.of(),
                rollback(shop, TO_V1.discarding(Set.of("customer.status"))).closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v1()));
    }

    @Test
    void itStopsWhenAskedAndGoesOnFromThere() throws Exception {
        ShopDatabase shop = contracted();
        StopSignal stop = new StopSignal();
        MigrationListener stopping = new MigrationListener() {
            @Override
            public void stepFinished(StepReport step) {
                if (step.step().startsWith("expand-")) {
                    stop.request();
                }
            }
        };
        ApplyReport report =
                shop.migrator().listener(stopping).stop(stop).build().rollback(TO_V1);
        assertTrue(report.stopped());
        assertEquals("stopped", shop.one("SELECT outcome FROM migratable.run ORDER BY id DESC LIMIT 1"));
        assertFalse(rollback(shop, TO_V1).stopped());
        assertEquals(List.of(), shop.differencesTo(Shop.v1()));
    }

    @Test
    void whatCannotBeUndoneToTheEndIsNotBegun() throws Exception {
        ShopDatabase shop = contracted();
        Schema before = shop.schema();
        MigratableException unknown =
                assertThrows(MigratableException.class, () -> rollback(shop, RollbackRequest.to("0007")));
        assertEquals(
                "RBK01 rollback to 0007: the changelog has no such migration. Name one of 0001_create_shop,"
                        + " 0002_rename_email.",
                unknown.line());
        database.execute("INSERT INTO migratable.migration (id, from_fingerprint, to_fingerprint, state)"
                + " VALUES ('0003_later', 'a', 'b', 'expanded')");
        MigratableException later = assertThrows(MigratableException.class, () -> rollback(shop, TO_V1));
        assertTrue(later.line().startsWith("RBK02 rollback: the database has 0003_later, which"), later.line());
        database.execute("DELETE FROM migratable.migration WHERE id = '0003_later'");
        Files.writeString(
                changelog.resolve("own.sql"),
                "--liquibase formatted sql\n--changeset me:1\nCREATE TABLE own (id int);\nUPDATE own SET id = 1;\n");
        Files.writeString(
                changelog.resolve("db.changelog-root.yaml"),
                Files.readString(changelog.resolve("db.changelog-root.yaml"))
                        + "  - include: { file: own.sql, relativeToChangelogFile: true }\n");
        shop.expand();
        MigratableException own = assertThrows(MigratableException.class, () -> rollback(shop, TO_V1));
        assertEquals(
                "RBK03 own.sql 1: it does not say how it is undone, and ran after the migration that is to stay. Give it"
                        + " a rollback.",
                own.line());
        database.execute("DROP TABLE own");
        assertEquals(before, shop.schema());
    }

    @Test
    void allOfItIsUndoneToTheStart() throws Exception {
        ShopDatabase shop = contracted();
        RollbackRequest start = RollbackRequest.toStart().ignoring(ShopDatabase.TEST_SESSIONS);
        ApplyReport kept = rollback(shop, start);
        assertEquals("0001_create_shop", kept.closedGates().get(0).migration());
        assertEquals(2, kept.closedGates().get(0).reasons().size(), kept.toString());
        assertEquals(CUSTOMERS, Integer.parseInt(shop.one("SELECT count(*) FROM customer")));
        List<String> statements = shop.migrator().build().rollbackDryRun(start);
        assertTrue(statements.stream().anyMatch(s -> s.startsWith("DROP TABLE IF EXISTS public.customer")));
        rollback(shop, start.discarding(Set.of("customer", "customer_order")));
        assertEquals(Schema.EMPTY, shop.schema());
        assertEquals("0", shop.one("SELECT count(*) FROM databasechangelog"));
    }

    @Test
    void whoMayNotUndoAnythingIsToldAllOfItFirst() throws Exception {
        ShopDatabase shop = contracted();
        database.execute(
                "DO $$ BEGIN CREATE ROLE migratable_back_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT ALL ON SCHEMA public, migratable TO migratable_back_test",
                "GRANT ALL ON ALL TABLES IN SCHEMA public, migratable TO migratable_back_test",
                "ALTER TABLE customer FORCE ROW LEVEL SECURITY",
                "ALTER TABLE customer ENABLE ROW LEVEL SECURITY");
        Schema before = shop.schema();
        String runs = shop.one("SELECT count(*) FROM migratable.run");
        Migrator poor = Migrator.builder(shop.dataSourceAs("migratable_back_test"))
                .changelog(changelog)
                .build();
        MigratableException failure = assertThrows(MigratableException.class, () -> poor.rollback(TO_V1));
        database.execute("DROP OWNED BY migratable_back_test");
        assertEquals(PreflightReport.CODE, failure.code());
        assertTrue(failure.line().contains("PRE05 customer: belongs to the role "), failure.line());
        assertTrue(failure.line().contains("PRE06 customer: row level security hides rows"), failure.line());
        assertEquals(before, shop.schema());
        assertEquals(runs, shop.one("SELECT count(*) FROM migratable.run"));
    }

    @Test
    void rowsAreLookedAtOnlyWhereTheWayBackWritesThem() throws Exception {
        database.execute(
                "DO $$ BEGIN CREATE ROLE migratable_rows_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT ALL ON SCHEMA public TO migratable_rows_test");
        try {
            ShopDatabase shop = new ShopDatabase(database, changelog);
            shop.createShop(10);
            database.execute(
                    "GRANT ALL ON SCHEMA migratable TO migratable_rows_test",
                    "GRANT ALL ON ALL TABLES IN SCHEMA public, migratable TO migratable_rows_test",
                    "ALTER TABLE customer OWNER TO migratable_rows_test",
                    "ALTER TABLE customer_order OWNER TO migratable_rows_test",
                    "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                    "CREATE TRIGGER touch BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch()",
                    "ALTER TABLE customer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY");
            shop.generateV2();
            shop.expand();
            assertEquals(List.of(), lookBack(shop));
            assertEquals(List.of(), shop.contract().closedGates());
            assertEquals(List.of("PRE06", "PRE03"), lookBack(shop));
        } finally {
            database.execute(
                    "REASSIGN OWNED BY migratable_rows_test TO CURRENT_USER", "DROP OWNED BY migratable_rows_test");
        }
    }

    /** Has the owner of the tables, for whom their policies hold, look at the way back, and stop before it begins. */
    private List<String> lookBack(ShopDatabase shop) throws Exception {
        List<String> codes = new ArrayList<>();
        StopSignal stop = new StopSignal();
        stop.request();
        Migrator owner = Migrator.builder(shop.dataSourceAs("migratable_rows_test"))
                .changelog(changelog)
                .stop(stop)
                .listener(new MigrationListener() {
                    @Override
                    public void preflight(PreflightReport report) {
                        report.findings().stream()
                                .map(PreflightFinding::code)
                                .filter(code -> code.equals("PRE03") || code.equals("PRE06"))
                                .forEach(codes::add);
                    }
                })
                .build();
        try {
            assertEquals(List.of(), owner.rollback(TO_V1).steps());
        } catch (MigratableException e) {
            assertEquals(PreflightReport.CODE, e.code());
        }
        return codes;
    }
}
