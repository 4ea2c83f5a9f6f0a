package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What the server makes of the values of an enum type, on which the plan relies. */
@PostgresTest
class EnumTypeOnServerTest {

    private static final String UNSAFE_USE = "55P04";
    private static final String STILL_USED = "2BP01";

    /** The first version in which a value can be used at once where its type is new as well; release notes of 17. */
    private static final int USABLE_WITH_NEW_TYPE = 17;

    @Test
    void aValueIsUsableOnlyWhenItsTransactionIsOver(TestDatabase database) throws SQLException {
        database.execute("CREATE TYPE mood AS ENUM ('happy', 'sad')", "CREATE TABLE person (mood mood)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("ALTER TYPE mood ADD VALUE 'calm'");
            assertEquals(UNSAFE_USE, failure(statement, "INSERT INTO person VALUES ('calm')"));
            connection.rollback();
            statement.execute("ALTER TYPE mood ADD VALUE 'calm'");
            connection.commit();
            statement.execute("INSERT INTO person VALUES ('calm')");
        }
    }

    @Test
    void besideItsNewTypeItIsUsableAtOnceInNewerVersions(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TYPE pace AS ENUM ('slow')");
            statement.execute("ALTER TYPE pace ADD VALUE 'fast'");
            if (database.serverVersion() >= USABLE_WITH_NEW_TYPE) {
                statement.execute("SELECT 'fast'::pace");
            } else {
                assertEquals(UNSAFE_USE, failure(statement, "SELECT 'fast'::pace"));
            }
        }
    }

    @Test
    void aTypeThatAColumnHasIsNotDropped(TestDatabase database) throws SQLException {
        database.execute("CREATE TYPE mood AS ENUM ('happy')", "CREATE TABLE person (moods mood[])");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            assertEquals(STILL_USED, failure(statement, "DROP TYPE mood"));
        }
    }

    private static String failure(Statement statement, String sql) {
        return assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState();
    }
}
