package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database may hold or do that a plan made from models does not know. */
@PostgresTest
class PlanTrapsTest {
    private static final String GATE = "SELECT gate_blockers FROM migratable.gate_blockers('0002_evolve')";

    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    PlanTrapsTest(TestDatabase database) {
        this.database = database;
    }

    private MigrationPlan prepare(PlanCase planCase) throws Exception {
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        database.execute(planCase.rows().toArray(String[]::new));
        MigrationPlan plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(changelog, plan);
        return plan;
    }

    private void update() throws Exception {
        StockLiquibase.update(database, changelog);
    }

    private String value(String query) throws SQLException {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    private static PlanCase rename() {
        return PlanCase.named("rename")
                .from(table("customer").nullable("email", "text"))
                .to(table("customer").nullable("mail", "text"))
                .renamed("customer", "email", "mail")
                .rows("INSERT INTO customer VALUES (1, 'a')");
    }

    @Test
    void aWidenedColumnKeepsItsCollation() throws Exception {
        Column column =
                Column.of("name", SqlType.parse("varchar(20)"), true).withCollation(Optional.of("pg_catalog.\"C\""));
        prepare(PlanCase.named("widen")
                .from(table("customer").add(column))
                .to(table("customer").add(column.withType(SqlType.parse("varchar(40)"))))
                .rows("INSERT INTO customer VALUES (1, 'a')"));
        update();
        assertEquals(
                "C 40",
                value("SELECT collation_name || ' ' || character_maximum_length FROM information_schema.columns"
                        + " WHERE table_name = 'customer' AND column_name = 'name'"));
    }

    @Test
    void aFailedConcurrentBuildIsReplaced() throws Exception {
        prepare(ConstraintCases.indexes());
        database.execute("DROP INDEX idx_name_unique", "INSERT INTO customer VALUES (2, 'a', 'y')");
        assertThrows(
                SQLException.class,
                () -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY idx_name ON customer (name)"));
        assertEquals("f", value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'idx_name'::regclass"));
        update();
        assertEquals(
                "tf",
                value("SELECT indisvalid::text || indisunique FROM pg_index WHERE indexrelid = 'idx_name'::regclass")
                        .replace("true", "t")
                        .replace("false", "f"));
        assertEquals("0", value("SELECT count(*) FROM pg_class WHERE relname LIKE '%invalid%'"));
    }

    @Test
    void aViewOnARenamedColumnStopsTheMigrationAndIsNamed() throws Exception {
        prepare(rename());
        database.execute("CREATE VIEW mails AS SELECT email FROM customer");
        Exception e = assertThrows(Exception.class, this::update);
        assertTrue(String.valueOf(e.getMessage()).contains("change or drop them first: view mails"), e::getMessage);
        assertEquals("0", value("SELECT count(*) FROM pg_attribute WHERE attname = 'mail'"));
    }

    @Test
    void aFunctionOnARenamedColumnStopsTheMigrationAndIsNamed() throws Exception {
        assumeTrue(
                database.serverVersion() >= 14, "before PostgreSQL 14, no server knows what a function's body names");
        prepare(rename());
        database.execute("CREATE FUNCTION first_mail() RETURNS text LANGUAGE sql "
                + "BEGIN ATOMIC SELECT email FROM customer ORDER BY id LIMIT 1; END");
        Exception e = assertThrows(Exception.class, this::update);
        assertTrue(String.valueOf(e.getMessage()).contains("function first_mail()"), e::getMessage);
    }

    @Test
    void aColumnThatIsThereWithValuesIsNotOverwritten() throws Exception {
        prepare(rename());
        database.execute("ALTER TABLE customer ADD COLUMN mail text", "UPDATE customer SET mail = 'precious'");
        Exception e = assertThrows(Exception.class, this::update);
        assertTrue(String.valueOf(e.getMessage()).contains("customer.mail is there already"), e::getMessage);
        assertEquals("precious", value("SELECT mail FROM customer"));
        database.execute("UPDATE customer SET mail = NULL");
        update();
        assertEquals("a", value("SELECT mail FROM customer"));
    }

    @Test
    void aColumnThatIsThereInAnotherShapeIsFound() throws Exception {
        prepare(PlanCase.named("add")
                .from(table("customer"))
                .to(table("customer").nullable("phone", "varchar(30)")));
        database.execute("ALTER TABLE customer ADD COLUMN phone integer");
        Exception e = assertThrows(Exception.class, this::update);
        assertTrue(String.valueOf(e.getMessage()).contains("expand-02-add-customer-phone"), e::getMessage);
        assertEquals("expanding", value("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
    }

    @Test
    void aBrokenExpressionInstallsNoTrigger() throws Exception {
        prepare(PlanCase.named("fill")
                .from(table("customer").nullable("name", "text"))
                .to(table("customer").nullable("name", "text").required("code", "text"))
                .backfilled("customer", "code", "my_code(name)"));
        database.execute("CREATE FUNCTION my_code(text) RETURNS text LANGUAGE sql AS 'SELECT upper($1)'");
        assertThrows(Exception.class, this::update);
        assertEquals("0", value("SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%'"));
        database.execute("INSERT INTO customer VALUES (1, 'works')");
    }

    @Test
    void privilegesAndStatisticsOfAColumnGoToItsTwin() throws Exception {
        prepare(rename());
        database.execute(
                "GRANT SELECT (email), UPDATE (email) ON customer TO PUBLIC",
                "ALTER TABLE customer ALTER COLUMN email SET STATISTICS 500",
                "ALTER TABLE customer ALTER COLUMN email SET STORAGE EXTERNAL");
        update();
        assertEquals(
                "1",
                value("SELECT count(*) FROM pg_attribute AS a, pg_attribute AS b WHERE a.attrelid = b.attrelid "
                        + "AND a.attname = 'email' AND b.attname = 'mail' AND a.attstorage = b.attstorage "
                        + "AND a.attstattarget = 500 AND b.attstattarget = 500 AND a.attacl::text = b.attacl::text"));
    }

    @Test
    void theGateNamesOldAndUnknownInstancesAndForgetsThemWhenTheyGo() throws Exception {
        MigrationPlan plan = prepare(rename());
        update();
        database.execute("UPDATE migratable.migration SET approved_by = 'me', "
                + "ignored_clients = ARRAY['PostgreSQL JDBC Driver']");
        try (Connection old = tagged("shop/migratable:" + plan.fromFingerprint());
                Connection present = tagged("shop/migratable:" + plan.toFingerprint());
                Connection foreign = tagged("shop/migratable:0123456789abcdef");
                Connection runner = tagged("migratable-runner");
                Connection nameless = tagged("")) {
            List<String> blockers = blockers();
            assertTrue(present.isValid(1) && foreign.isValid(1) && runner.isValid(1) && nameless.isValid(1));
            assertEquals(3, blockers.size(), blockers::toString);
            assertTrue(
                    blockers.get(0).startsWith("1 of an older model alive: shop/migratable:" + plan.fromFingerprint()));
            assertTrue(blockers.get(1).contains("0123456789abcdef"));
            assertTrue(blockers.get(2).contains("(no name)"));
            update();
            assertEquals("expanded", value("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
            assertTrue(old.isValid(1));
        }
    }

    private List<String> blockers() throws SQLException {
        return database.query(GATE).stream().map(r -> String.valueOf(r.get(0))).toList();
    }

    private Connection tagged(String applicationName) throws SQLException {
        Connection connection = database.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = '" + applicationName + "'");
        }
        return connection;
    }

    @Test
    void rowsThatNoTriggerSawKeepTheGateClosed() throws Exception {
        prepare(rename());
        update();
        database.execute("UPDATE migratable.migration SET approved_by = 'me', "
                + "ignored_clients = ARRAY['PostgreSQL JDBC Driver', '(no name)']");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("INSERT INTO customer (id, email) VALUES (2, 'b')");
        }
        update();
        assertEquals("expanded", value("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
        database.execute("UPDATE customer SET mail = email WHERE mail IS DISTINCT FROM email");
        update();
        assertEquals("contracted", value("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
    }
}
