package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.classify.rule.Rules;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples on the pages of the rules are statements that a server takes, but for those of which the page says that they fail. */
@PostgresTest
class RuleExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("([^;]+);[ ]*(?:--([^\n]*))?");

    private static final String[] TABLES = {
        "CREATE TABLE country (id bigint PRIMARY KEY)",
        """
        CREATE TABLE customer (id serial PRIMARY KEY, email text, country_id bigint, rate numeric, code varchar(10),
            legacy_code text)""",
        "CREATE TABLE purchase (id bigint PRIMARY KEY, amount integer, note text, customer_id bigint)",
        "INSERT INTO purchase VALUES (1, 0)",
        "CREATE TABLE cache (id bigint PRIMARY KEY)",
        "CREATE TABLE document (id bigint PRIMARY KEY, body varchar(100))",
        "CREATE TABLE event (id bigint PRIMARY KEY)",
        "CREATE TABLE booking (room int4range, during tsrange)"
    };

    @Test
    void everyExampleDoesWhatThePageSays(TestDatabase database) throws SQLException, IOException {
        database.execute(TABLES);
        List<RuleId> withExample = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (RuleId rule : Rules.ids()) {
                Path page = Path.of(System.getProperty("migratable.root")).resolve(rule.page());
                Matcher block = BLOCK.matcher(Files.readString(page));
                while (block.find()) {
                    withExample.add(rule);
                    execute(statement, rule, block.group(1));
                    connection.rollback();
                }
            }
        }
        assertTrue(withExample.size() >= 10, withExample::toString);
    }

    private static void execute(Statement statement, RuleId rule, String block) throws SQLException {
        Matcher next = STATEMENT.matcher(block);
        int end = 0;
        while (next.find()) {
            String sql = next.group(1).strip();
            String comment = next.group(2) == null ? "" : next.group(2);
            if (comment.contains("fails")) {
                Savepoint before = statement.getConnection().setSavepoint();
                assertThrows(SQLException.class, () -> statement.execute(sql), rule + ": " + sql);
                statement.getConnection().rollback(before);
            } else {
                statement.execute(sql);
            }
            end = next.end();
        }
        assertEquals("", block.substring(end).strip(), rule + ": what is no statement");
    }
}
