package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.preflight.PreflightFinding;
import dev.migratable.runtime.preflight.PreflightFinding.Severity;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would stop a migration is told before its first statement, all of it, and nothing is written. */
@PostgresTest
class PreflightTest {

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    PreflightTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void createShop() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(100);
        shop.generateV2();
    }

    private PreflightReport look() {
        return shop.migrator().build().preflight(ShopDatabase.EXPAND);
    }

    private List<String> lines(Severity severity) {
        return look().findings().stream()
                .filter(f -> f.severity() == severity)
                .map(PreflightFinding::line)
                .toList();
    }

    private String only(Severity severity) {
        List<String> lines = lines(severity);
        assertEquals(1, lines.size(), lines::toString);
        return lines.get(0);
    }

    @Test
    void nothingIsFoundWhereNothingIsInTheWay() {
        assertEquals(List.of(), look().findings());
    }

    @Test
    void allProblemsAreToldAtOnceAndNothingIsWritten() throws SQLException {
        database.execute(
                "CREATE VIEW report AS SELECT id, email FROM customer",
                "ALTER TABLE customer ADD COLUMN status integer",
                "ALTER TABLE customer ADD CONSTRAINT named CHECK (name <> 'n7') NOT VALID");
        Schema before = shop.schema();
        long runs = Long.parseLong(shop.one("SELECT count(*) FROM migratable.run"));
        List<PreflightReport> heard = new ArrayList<>();
        Migrator migrator = shop.migrator()
                .listener(new MigrationListener() {
                    @Override
                    public void preflight(PreflightReport report) {
                        heard.add(report);
                    }
                })
                .build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertEquals(PreflightReport.CODE, failure.code());
        assertEquals(1, failure.line().lines().count());
        List<String> codes =
                heard.get(0).errors().stream().map(PreflightFinding::code).toList();
        assertEquals(List.of("PRE01", "PRE12", "PRE13", "PRE15"), codes);
        for (PreflightFinding error : heard.get(0).errors()) {
            assertTrue(failure.line().contains(error.line()), failure.line());
        }
        assertEquals(look(), heard.get(0));
        assertEquals(before, shop.schema());
        assertEquals("contracted", shop.one("SELECT string_agg(state, ',') FROM migratable.migration"));
        assertEquals(runs, Long.parseLong(shop.one("SELECT count(*) FROM migratable.run")));
    }

    @Test
    void aViewStopsTheExpandAndAFunctionIsTold() throws SQLException {
        database.execute(
                "CREATE VIEW report AS SELECT id, email FROM customer",
                "CREATE FUNCTION mail(bigint) RETURNS text LANGUAGE sql AS "
                        + "'SELECT email FROM customer WHERE id = $1'",
                "CREATE FUNCTION other() RETURNS text LANGUAGE sql AS 'SELECT ''email'' '");
        assertEquals(
                "PRE01 0002_rename_email expand-03-add-twins-customer: column customer.email cannot go while these depend"
                        + " on it; change or drop them first: view report. Change or drop what is in the way, and create"
                        + " it anew after the migration where it is still needed.",
                only(Severity.ERROR));
        assertEquals(
                "PRE02 customer.email: the function mail(bigint) mentions it in its text, which PostgreSQL does not track;"
                        + " the function fails once the column is gone. Change the function before the contract.",
                only(Severity.WARNING));
    }

    @Test
    void aTriggerThatTheBackfillSetsOffAndAPublicationAreTold() throws SQLException {
        database.execute(
                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
                "CREATE TRIGGER touched BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch()",
                "CREATE TRIGGER made BEFORE INSERT ON customer FOR EACH ROW EXECUTE FUNCTION touch()",
                "CREATE PUBLICATION feed FOR TABLE customer_order");
        assertEquals(List.of(), lines(Severity.ERROR));
        List<String> told = lines(Severity.WARNING);
        assertEquals(2, told.size(), told::toString);
        assertTrue(told.get(0).startsWith("PRE03 customer: the trigger touched (touch) fires"), told.get(0));
        assertTrue(told.get(1).startsWith("PRE04 customer_order: the publication feed"), told.get(1));
    }

    @Test
    void missingPrivilegesAreToldTogether() throws SQLException {
        // Before PostgreSQL 15 everybody may create in it.
        database.execute(
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "DO $$ BEGIN CREATE ROLE migratable_poor_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT USAGE ON SCHEMA migratable TO migratable_poor_test",
                "GRANT SELECT ON databasechangelog, migratable.migration TO migratable_poor_test");
        List<String> lines = Migrator.builder(shop.dataSourceAs("migratable_poor_test"))
                .changelog(changelog)
                .build()
                .preflight(ShopDatabase.EXPAND)
                .errors()
                .stream()
                .map(PreflightFinding::line)
                .toList();
        database.execute("DROP OWNED BY migratable_poor_test");
        for (String place : List.of(
                "databasechangelog: ",
                "migratable.run: ",
                "customer: ",
                "customer_order: ",
                "schema migratable: ",
                "schema public: ")) {
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("PRE05 " + place)), place + " in " + lines);
        }
    }

    @Test
    void rowSecurityThatHidesRowsStops() throws SQLException {
        database.execute(
                "DO $$ BEGIN CREATE ROLE migratable_owner_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "GRANT ALL ON SCHEMA public, migratable TO migratable_owner_test",
                "GRANT ALL ON ALL TABLES IN SCHEMA public, migratable TO migratable_owner_test",
                "ALTER TABLE customer OWNER TO migratable_owner_test",
                "ALTER TABLE customer_order OWNER TO migratable_owner_test",
                "ALTER TABLE customer ENABLE ROW LEVEL SECURITY");
        Migrator migrator = Migrator.builder(shop.dataSourceAs("migratable_owner_test"))
                .changelog(changelog)
                .build();
        assertEquals(List.of(), migrator.preflight(ShopDatabase.EXPAND).findings());
        database.execute("ALTER TABLE customer FORCE ROW LEVEL SECURITY");
        List<PreflightFinding> errors = migrator.preflight(ShopDatabase.EXPAND).errors();
        database.execute(
                "REASSIGN OWNED BY migratable_owner_test TO CURRENT_USER", "DROP OWNED BY migratable_owner_test");
        assertEquals(
                List.of("PRE06"), errors.stream().map(PreflightFinding::code).toList());
        assertTrue(errors.get(0).fact().contains("(FORCE ROW LEVEL SECURITY)"), errors::toString);
    }

    @Test
    void anOpenTransactionWithALockIsTold() throws SQLException {
        try (Connection client = database.connect();
                Statement statement = client.createStatement()) {
            client.setClientInfo("ApplicationName", "slow report");
            client.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM customer_order");
            statement.execute("SELECT pg_sleep(1)");
            String line = only(Severity.WARNING);
            assertTrue(line.startsWith("PRE08 pid "), line);
            assertTrue(line.contains(": slow report, idle in transaction, has had a transaction open for "), line);
            assertTrue(line.contains(" and holds AccessShareLock on customer_order"), line);
        }
    }

    @Test
    void aReplicationSlotThatNobodyReadsIsTold() throws SQLException {
        database.query("SELECT pg_create_physical_replication_slot('migratable_idle_test', true)");
        try {
            String line = only(Severity.WARNING);
            assertTrue(line.startsWith("PRE10 replication slot migratable_idle_test: nobody reads it"), line);
        } finally {
            database.query("SELECT pg_drop_replication_slot('migratable_idle_test')");
        }
    }

    @Test
    void leftoversAreTold() throws SQLException {
        database.execute(
                "ALTER TABLE customer_order ADD CONSTRAINT positive CHECK (id > 0) NOT VALID",
                "CREATE INDEX CONCURRENTLY stale ON customer_order (customer_id)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'stale'::regclass");
        assertEquals(
                List.of(
                        "PRE11 customer_order: the index stale is invalid: a build of it failed, and every write"
                                + " keeps paying for it. DROP INDEX CONCURRENTLY public.stale, or REINDEX INDEX"
                                + " CONCURRENTLY where it is wanted.",
                        "PRE12 customer_order: the constraint positive is NOT VALID: existing rows may violate it. Correct"
                                + " such rows, then ALTER TABLE public.customer_order VALIDATE CONSTRAINT positive."),
                lines(Severity.WARNING));
    }

    @Test
    void objectsOfTheSameNameAndAnotherShapeStop() throws SQLException {
        database.execute(
                "ALTER TABLE customer ADD COLUMN email_address integer",
                "CREATE TABLE customer_order_customer_id_idx (id integer)");
        List<String> lines = lines(Severity.ERROR);
        assertEquals(2, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains("the column customer.email_address is there already"), lines.get(0));
        assertTrue(lines.get(1).contains("the index customer_order_customer_id_idx is there already"), lines.get(1));
    }

    @Test
    void whatAnEarlierMigrationLeavesIsNotJudgedBefore() throws SQLException {
        shop.generate("rename_mail", Shop.v2().schema(), Shop.v3());
        database.execute("CREATE VIEW report AS SELECT email FROM customer");
        List<String> both = shop.migrator().build().preflight(ShopDatabase.BOTH).errors().stream()
                .map(PreflightFinding::place)
                .toList();
        assertEquals(List.of("0002_rename_email expand-03-add-twins-customer"), both);
    }

    @Test
    void anAcceptedProblemStopsNothing() throws SQLException {
        database.execute(
                "ALTER TABLE customer_order ADD COLUMN note text", "CREATE VIEW report AS SELECT email FROM customer");
        Migrator migrator = shop.migrator().acceptFindings(Set.of("PRE01")).build();
        assertEquals(List.of(), migrator.preflight(ShopDatabase.EXPAND).errors());
        assertEquals(1, migrator.preflight(ShopDatabase.EXPAND).findings().size());
    }

    @Test
    void aMigrationHalfWayIsNotInItsOwnWay() throws SQLException {
        ApplyReport report;
        do {
            StopSignal stop = new StopSignal();
            Migrator migrator = shop.migrator()
                    .stop(stop)
                    .listener(new MigrationListener() {
                        @Override
                        public void stepFinished(ApplyReport.StepReport step) {
                            stop.request();
                        }
                    })
                    .build();
            report = migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
            assertEquals(List.of(), look().findings());
        } while (!report.steps().isEmpty());
    }
}
