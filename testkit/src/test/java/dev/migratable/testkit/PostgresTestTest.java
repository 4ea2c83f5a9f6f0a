package dev.migratable.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PostgresTest
class PostgresTestTest {
    private static final String USER_TABLES =
            "SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')";

    private final TestDatabase ofConstructor;

    PostgresTestTest(TestDatabase database) {
        ofConstructor = database;
    }

    @BeforeEach
    void occupy(TestDatabase database) throws SQLException {
        assertEquals(List.of(List.of("0")), database.query(USER_TABLES), "the database is empty at first");
        database.execute("CREATE TABLE occupied (id int)", "INSERT INTO occupied VALUES (1)");
    }

    @Test
    void oneTestHasOneDatabase(TestDatabase database) throws SQLException {
        assertSame(ofConstructor, database);
        assertEquals(List.of(List.of("1")), database.query("SELECT id FROM occupied"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everyInvocationHasADatabaseOfItsOwn(int invocation, TestDatabase database) throws SQLException {
        assertEquals(List.of(List.of("1")), database.query(USER_TABLES));
    }

    @Test
    void theUrlIsComplete(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            assertEquals(database.name(), connection.getCatalog());
            assertEquals(
                    database.serverVersion(), connection.getMetaData().getDatabaseMajorVersion(), database.toString());
        }
    }

    @Test
    void queryReturnsTextsAndNulls(TestDatabase database) throws SQLException {
        assertEquals(List.of(Arrays.asList("1", "{a,b}", null)), database.query("SELECT 1, array['a', 'b'], null"));
    }

    @Test
    void aFailureNamesItsStatement(TestDatabase database) {
        SQLException failure = assertThrows(SQLException.class, () -> database.execute("SELECT 1", "SELECT nothing"));
        assertTrue(failure.getMessage().contains("in: SELECT nothing"), failure::getMessage);
        assertEquals("42703", failure.getSQLState());
    }
}
