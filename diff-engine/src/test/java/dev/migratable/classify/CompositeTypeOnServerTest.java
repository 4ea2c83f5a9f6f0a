package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What the server makes of changed attributes of a composite type that a column has, on which the refusal relies. */
@PostgresTest
class CompositeTypeOnServerTest {

    private static final String OLD_LITERAL = "INSERT INTO house VALUES ('(Elm Street,1)')";
    private static final String OLD_ROW = "INSERT INTO house VALUES (ROW('Elm Street', 1))";
    private static final String MALFORMED = "22P02";
    private static final String CANNOT_COERCE = "42846";
    private static final String NOT_SUPPORTED = "0A000";
    private static final String STILL_USED = "2BP01";

    private static Statement prepared(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.execute("CREATE TYPE address AS (street text, number integer)");
        statement.execute("CREATE TABLE house (address address)");
        statement.execute(OLD_LITERAL);
        statement.execute(OLD_ROW);
        return statement;
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            assertTrue(result.next(), query);
            return result.getString(1);
        }
    }

    private static String failure(Statement statement, String sql) {
        return assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState();
    }

    @Test
    void anAddedAttributeStopsTheVersionsThatDoNotWriteIt(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = prepared(connection)) {
            statement.execute("ALTER TYPE address ADD ATTRIBUTE zip text");
            assertEquals("(\"Elm Street\",1,)", one(statement, "SELECT DISTINCT address::text FROM house"));
            assertEquals(MALFORMED, failure(statement, OLD_LITERAL));
            assertEquals(CANNOT_COERCE, failure(statement, OLD_ROW));
        }
    }

    @Test
    void aDroppedAttributeStopsTheVersionsThatWriteIt(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = prepared(connection)) {
            statement.execute("ALTER TYPE address DROP ATTRIBUTE number");
            assertEquals(MALFORMED, failure(statement, OLD_LITERAL));
            assertEquals(CANNOT_COERCE, failure(statement, OLD_ROW));
        }
    }

    @Test
    void anAttributeKeepsItsTypeWhereAColumnHasIt(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = prepared(connection)) {
            assertEquals(NOT_SUPPORTED, failure(statement, "ALTER TYPE address ALTER ATTRIBUTE number TYPE bigint"));
            assertEquals(STILL_USED, failure(statement, "DROP TYPE address"));
        }
    }
}
