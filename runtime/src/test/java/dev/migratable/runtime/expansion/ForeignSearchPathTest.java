package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Dual write for clients whose search path has operators and types of its own before the server's: the functions without a
 * pinned path name nothing that such a path could give another meaning.
 */
@PostgresTest
class ForeignSearchPathTest {

    private final TestDatabase database;

    ForeignSearchPathTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void expand(@TempDir Path changelog) throws Exception {
        PlanCase planCase = PlanCase.named("rename")
                .from(table("customer").nullable("email", "text").nullable("price", "numeric(10,2)"))
                .to(table("customer").nullable("mail", "text").nullable("cost", "numeric(10,2)"))
                .renamed("customer", "email", "mail")
                .renamed("customer", "price", "cost");
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        database.execute("INSERT INTO customer (id, email, price) VALUES (1, 'a', 1), (2, 'b', 2), (3, NULL, NULL)");
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
        StockLiquibase.update(database, changelog);
        database.execute(
                "CREATE SCHEMA foreigner",
                "CREATE FUNCTION foreigner.same(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "CREATE FUNCTION foreigner.same(numeric, numeric) RETURNS boolean LANGUAGE sql AS 'SELECT true'",
                "CREATE OPERATOR foreigner.= (LEFTARG = text, RIGHTARG = text, FUNCTION = foreigner.same)",
                "CREATE OPERATOR foreigner.= (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = foreigner.same)",
                "CREATE TYPE foreigner.record AS (other integer)");
    }

    private void asForeigner(String... statements) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = foreigner, pg_catalog, public");
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void eitherSideIsFollowedAllTheSame() throws SQLException {
        asForeigner(
                "UPDATE customer SET email = 'old', price = 1.5 WHERE id = 1",
                "UPDATE customer SET mail = NULL, cost = NULL WHERE id = 2",
                "UPDATE customer SET mail = 'new', cost = 3.5 WHERE id = 3",
                "INSERT INTO customer (id, email, price) VALUES (4, 'four', 4)",
                "INSERT INTO customer (id, mail, cost) VALUES (5, 'five', 5)");

        assertEquals(
                List.of(
                        List.of("1", "old", "old", "1.50", "1.50"),
                        List.of("2", "-", "-", "-", "-"),
                        List.of("3", "new", "new", "3.50", "3.50"),
                        List.of("4", "four", "four", "4.00", "4.00"),
                        List.of("5", "five", "five", "5.00", "5.00")),
                database.query("SELECT id, coalesce(email, '-'), coalesce(mail, '-'), coalesce(price::text, '-'),"
                        + " coalesce(cost::text, '-') FROM customer ORDER BY id"));
    }

    /** What the test is for: in a function without a pinned path, IS DISTINCT FROM asks the operator of the path. */
    @Test
    void aNaiveFunctionWouldBeMisled() throws SQLException {
        database.execute(
                "CREATE TABLE naive (old text, new text)",
                "INSERT INTO naive VALUES ('a', 'a')",
                "CREATE FUNCTION naive() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF NEW.old IS DISTINCT FROM OLD.old THEN NEW.new := NEW.old; END IF; RETURN NEW; END $$",
                "CREATE TRIGGER naive BEFORE UPDATE ON naive FOR EACH ROW EXECUTE FUNCTION naive()");
        asForeigner("UPDATE naive SET old = 'b'");

        assertEquals(List.of(List.of("b", "a")), database.query("SELECT old, new FROM naive"));
    }
}
