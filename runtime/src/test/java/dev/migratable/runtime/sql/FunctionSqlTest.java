package dev.migratable.runtime.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.QualifiedName;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session that has called a function of others goes on when a column that the function reads gets another type. */
@PostgresTest
class FunctionSqlTest {

    private static final String PLAN_ANEW = FunctionSql.planAnew(QualifiedName.inPublic("item"), "Note");

    private final TestDatabase database;

    FunctionSqlTest(TestDatabase database) {
        this.database = database;
    }

    private void create(String type) throws SQLException {
        database.execute(
                "CREATE TABLE item (id integer, \"Note\" " + type + ")",
                """
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN IF NEW."Note" IS NULL THEN NEW.id := 0; END IF; RETURN NEW; END'""",
                "CREATE TRIGGER note BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION note()");
    }

    @ParameterizedTest
    @CsvSource({"integer, bigint", "varchar(10), text"})
    void anOpenSessionGoesOn(String from, String to) throws SQLException {
        create(from);
        try (Connection client = database.connect();
                Statement statement = client.createStatement()) {
            statement.execute("INSERT INTO item VALUES (1, '1')");
            database.execute("ALTER TABLE item ALTER COLUMN \"Note\" TYPE " + to);
            for (int time = 0; time < 2; time++) {
                SQLException failure =
                        assertThrows(SQLException.class, () -> statement.execute("INSERT INTO item VALUES (2, '2')"));
                assertTrue(
                        String.valueOf(failure.getMessage()).contains("does not match that when preparing the plan"),
                        failure::getMessage);
            }
            database.execute(PLAN_ANEW);
            statement.execute("INSERT INTO item VALUES (3, '3')");
            statement.execute("INSERT INTO item VALUES (4, NULL)");
        }
        assertEquals(
                List.of(List.of("0"), List.of("1"), List.of("3")), database.query("SELECT id FROM item ORDER BY id"));
    }

    @Test
    void aFunctionKeepsWhatItIs() throws SQLException {
        create("text");
        database.execute("ALTER FUNCTION note() SECURITY DEFINER SET work_mem = '1MB' COST 7");
        List<List<String>> before = function();
        database.execute(PLAN_ANEW);
        assertEquals(before, function());
    }

    private List<List<String>> function() throws SQLException {
        return database.query("SELECT pg_get_functiondef('note'::regproc), proowner, proacl FROM pg_proc"
                + " WHERE oid = 'note'::regproc");
    }

    @Test
    void aFunctionOfAnotherRoleIsNamed() throws SQLException {
        create("text");
        database.execute(
                "DO $$ BEGIN CREATE ROLE migratable_planner_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "ALTER TABLE item OWNER TO migratable_planner_test");
        SQLException failure = assertThrows(
                SQLException.class, () -> database.execute("SET ROLE migratable_planner_test; " + PLAN_ANEW));
        database.execute("REASSIGN OWNED BY migratable_planner_test TO CURRENT_USER");
        assertEquals("2BP01", failure.getSQLState());
        assertTrue(
                String.valueOf(failure.getMessage())
                        .contains("column item.Note cannot get another type while only another role can make sessions"
                                + " plan this function anew: note(), which mentions it, belongs to "),
                failure::getMessage);
    }

    @Test
    void aFunctionOfAnExtensionIsInNobodysWayUnlessItIsATriggerOfTheTable() throws SQLException {
        create("text");
        database.execute(
                "CREATE EXTENSION IF NOT EXISTS hstore",
                "CREATE FUNCTION count_notes() RETURNS bigint LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN (SELECT count(\"Note\") FROM item); END'",
                "DO $$ BEGIN CREATE ROLE migratable_planner_test; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "ALTER FUNCTION note() OWNER TO migratable_planner_test");
        assertTrue(refused().contains(": count_notes(), which mentions it, belongs to "));
        database.execute("ALTER EXTENSION hstore ADD FUNCTION count_notes()");
        assertEquals(List.of(List.of("note()")), mentioning());
        database.execute("SET ROLE migratable_planner_test; " + PLAN_ANEW, "RESET ROLE");
        database.execute("ALTER EXTENSION hstore ADD FUNCTION note()", "ALTER FUNCTION note() OWNER TO CURRENT_USER");
        assertEquals(List.of(List.of("note()")), mentioning());
        assertTrue(refused().contains(": note(), which mentions it, belongs to "));
    }

    private String refused() {
        SQLException failure = assertThrows(
                SQLException.class, () -> database.execute("SET ROLE migratable_planner_test; " + PLAN_ANEW));
        return String.valueOf(failure.getMessage());
    }

    /** Asks what the preflight asks. */
    private List<List<String>> mentioning() throws SQLException {
        List<List<String>> functions = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(PreflightSql.MENTIONING_FUNCTIONS)) {
            statement.setString(1, FunctionSql.word("Note"));
            statement.setString(2, "item");
            statement.setString(3, FunctionSql.word("item"));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    functions.add(List.of(rows.getString(1)));
                }
            }
        }
        return functions;
    }
}
