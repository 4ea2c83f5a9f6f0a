package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a table that hides behind a view of its name must not let out, and what it cannot do. */
@PostgresTest
class AliasViewTest {

    private static final int ROW_SECURITY_THROUGH_VIEWS = 15;

    private final TestDatabase database;
    private final String clerk;

    @TempDir
    private Path changelog;

    private PlanCase planCase;

    AliasViewTest(TestDatabase database) {
        this.database = database;
        this.clerk = "clerk_" + database.name();
    }

    @BeforeEach
    void create() throws Exception {
        planCase = PlanCase.named("alias")
                .from(table("customer").nullable("email", "text").nullable("note", "text"))
                .to(table("customer").nullable("mail", "text").nullable("note", "text"))
                .aliased("customer", "email", "mail");
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        database.execute(
                "INSERT INTO customer SELECT n, 'c' || n, 'secret' FROM generate_series(1, 10) n",
                "CREATE ROLE " + clerk,
                "GRANT SELECT (id, email), UPDATE (email) ON customer TO " + clerk);
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
    }

    @AfterEach
    void dropClerk() throws SQLException {
        database.execute("DROP OWNED BY " + clerk, "DROP ROLE " + clerk);
    }

    private void expand() throws Exception {
        StockLiquibase.update(database, changelog);
    }

    private void asClerk(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE " + clerk);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String one(String sql) throws SQLException {
        return String.valueOf(database.query(sql).get(0).get(0));
    }

    private String refusedToClerk(String sql) {
        return String.valueOf(
                assertThrows(SQLException.class, () -> asClerk(sql)).getSQLState());
    }

    /** Old versions use the old name, new ones the new name, and neither may more than before. */
    @Test
    void privilegesOfTableAndColumnsHoldForTheView() throws Exception {
        expand();
        asClerk(
                "SELECT email, mail FROM customer",
                "UPDATE customer SET email = 'old' WHERE id = 1",
                "UPDATE customer SET mail = 'new' WHERE id = 2");
        assertEquals("old,new", one("SELECT string_agg(mail, ',' ORDER BY id) FROM customer WHERE id <= 2"));
        assertEquals("42501", refusedToClerk("SELECT note FROM customer"));
        assertEquals("42501", refusedToClerk("UPDATE customer SET note = 'x'"));
        assertEquals("42501", refusedToClerk("DELETE FROM customer"));
    }

    /** Whoever looks for the table finds the view, and grants on that. */
    @Test
    void whatWasGrantedMeanwhileIsGrantedOnTheTableAfterwards() throws Exception {
        expand();
        database.execute(
                "GRANT SELECT (note), UPDATE (mail), REFERENCES (email) ON customer TO " + clerk,
                "GRANT DELETE ON customer TO " + clerk + " WITH GRANT OPTION",
                "GRANT SELECT ON customer TO PUBLIC",
                "REVOKE ALL (id) ON customer, customer__base FROM " + clerk,
                "UPDATE migratable.migration SET approved_by = 'test', ignored_clients = '{PostgreSQL JDBC Driver}'");
        StockLiquibase.update(database, changelog);
        assertEquals("r", one("SELECT relkind FROM pg_class WHERE oid = 'customer'::regclass"));
        assertEquals(
                List.of(
                        List.of("PUBLIC", "SELECT", "f"),
                        List.of("clerk", "DELETE", "t"),
                        List.of("clerk", "REFERENCES (mail)", "f"),
                        List.of("clerk", "SELECT (mail)", "f"),
                        List.of("clerk", "SELECT (note)", "f"),
                        List.of("clerk", "UPDATE (mail)", "f")),
                privileges());
        asClerk("SELECT note FROM customer", "DELETE FROM customer WHERE id = 1");
    }

    /** On the way back, too. */
    @Test
    void whatWasGrantedMeanwhileStaysWhereTheColumnGetsItsNameBack() throws Exception {
        expand();
        database.execute("GRANT INSERT (mail, note) ON customer TO " + clerk);
        int steps = Integer.parseInt(one("SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'"));
        StockLiquibase.rollback(database, changelog, steps);
        assertEquals(
                List.of(
                        List.of("clerk", "INSERT (email)", "f"),
                        List.of("clerk", "INSERT (note)", "f"),
                        List.of("clerk", "SELECT (email)", "f"),
                        List.of("clerk", "SELECT (id)", "f"),
                        List.of("clerk", "UPDATE (email)", "f")),
                privileges());
    }

    /** Reads what others than the owner may do with the table and its columns. */
    private List<List<String>> privileges() throws SQLException {
        return database.query("SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE 'clerk' END,"
                + " a.privilege_type || coalesce(' (' || c.attname || ')', ''), a.is_grantable"
                + " FROM (SELECT relacl AS acl, NULL AS attname FROM pg_class WHERE oid = 'customer'::regclass"
                + " UNION ALL SELECT attacl, attname FROM pg_attribute WHERE attrelid = 'customer'::regclass) AS c,"
                + " aclexplode(c.acl) AS a"
                + " WHERE a.grantee = 0 OR a.grantee = (SELECT oid FROM pg_roles WHERE rolname = '" + clerk + "')"
                + " ORDER BY 1, 2");
    }

    /** Policies are those of whoever asks where the server can do that; where it cannot, the plan stops. */
    @Test
    void rowsThatAPolicyHidesStayHidden() throws Exception {
        database.execute(
                "REVOKE ALL (id, email) ON customer FROM " + clerk,
                "GRANT SELECT, UPDATE ON customer TO " + clerk,
                "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY few ON customer USING (id <= 3)");
        if (database.serverVersion() < ROW_SECURITY_THROUGH_VIEWS) {
            Exception refused = assertThrows(Exception.class, this::expand);
            assertTrue(refused.toString().contains("has row level security"), refused::toString);
            return;
        }
        expand();
        asClerk("UPDATE customer SET email = 'seen'");
        assertEquals("3", one("SELECT count(*) FROM customer WHERE mail = 'seen'"));
    }

    @Test
    void policiesAndPrivilegesOnColumnsTogetherAreRefused() throws Exception {
        database.execute("ALTER TABLE customer ENABLE ROW LEVEL SECURITY");
        Exception refused = assertThrows(Exception.class, this::expand);
        assertTrue(refused.toString().contains("has row level security"), refused::toString);
    }

    @Test
    void aPublishedTableKeepsItsName() throws Exception {
        database.execute("CREATE PUBLICATION p FOR TABLE customer");
        Exception refused = assertThrows(Exception.class, this::expand);
        assertTrue(refused.toString().contains("is published under its name"), refused::toString);
        assertEquals("r", one("SELECT relkind FROM pg_class WHERE oid = 'customer'::regclass"));
    }

    /** The plan says of these that they fail: if one begins to work, it says too much. */
    @Test
    void whatThePlanSaysDoesNotWorkDoesNot() throws Exception {
        expand();
        for (String sql : List.of(
                "TRUNCATE customer",
                "COPY customer (id, email) FROM PROGRAM 'true'",
                "SELECT ctid FROM customer",
                "INSERT INTO customer (id) VALUES (1) ON CONFLICT ON CONSTRAINT customer_pkey DO NOTHING",
                "UPDATE customer SET email = 'a', mail = 'b'")) {
            assertThrows(SQLException.class, () -> database.execute(sql), sql);
        }
        String notes = planCase.result()
                .plan()
                .orElseThrow()
                .steps()
                .get(1)
                .header()
                .notes()
                .toString();
        for (String said : List.of("COPY FROM", "TRUNCATE", "ctid", "ON CONFLICT ON CONSTRAINT", "both names")) {
            assertTrue(notes.contains(said), notes);
        }
    }

    /** A client that waited for the table while it was renamed finds the view, and not the table it first looked up. */
    @Test
    void aClientThatWaitsFindsTheView() throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("ALTER TABLE customer RENAME TO customer__base");
            statement.execute("ALTER TABLE customer__base RENAME COLUMN email TO mail");
            statement.execute("CREATE VIEW customer AS SELECT id, mail AS email, note, mail FROM customer__base");
            Future<?> client = pool.submit(() -> {
                database.execute("UPDATE customer SET email = 'late' WHERE id = 5");
                return null;
            });
            while (!one("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted").equals("t")) {
                Thread.onSpinWait();
            }
            holder.commit();
            client.get();
            assertEquals("late", one("SELECT mail FROM customer WHERE id = 5"));
        } finally {
            pool.shutdown();
        }
    }
}
