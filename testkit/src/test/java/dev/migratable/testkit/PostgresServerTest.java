package dev.migratable.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sources of a server; the two that work everywhere. */
class PostgresServerTest {
    @Test
    void aGivenUrlIsUsedAndItsServerLeftRunning() throws SQLException {
        try (PostgresServer embedded = PostgresServer.start(List.of(EmbeddedSource.ofOurOwn()))) {
            TestDatabase maintenance = embedded.createDatabase("odd \"name\"");
            String url = maintenance.url() + "&ApplicationName=given";
            String created;
            try (PostgresServer given =
                    PostgresServer.start(List.of(new GivenSource(url), EmbeddedSource.ofOurOwn()))) {
                TestDatabase database = given.createDatabase();
                created = database.name();
                assertEquals(maintenance.port(), database.port());
                assertEquals(List.of(List.of("given")), database.query("SHOW application_name"));
                assertTrue(given.description().contains("Given URL"), given::description);
            }
            assertEquals(
                    List.of(List.of("1")),
                    maintenance.query("SELECT count(*) FROM pg_database WHERE datname = '" + created + "'"));
        }
    }

    @Test
    void aDatabaseIsDroppedInSpiteOfOpenSessions() throws SQLException {
        try (PostgresServer server = PostgresServer.start(List.of(EmbeddedSource.ofOurOwn()))) {
            TestDatabase first = server.createDatabase();
            TestDatabase second = server.createDatabase();
            assertNotEquals(first.name(), second.name());
            try (Connection open = first.connect()) {
                server.dropDatabase(first.name());
                assertThrows(SQLException.class, () -> open.createStatement().execute("SELECT 1"));
            }
            assertThrows(SQLException.class, first::connect);
        }
    }

    @Test
    void aGivenUrlThatDoesNotAnswerIsAnErrorAndNotPassedOver() {
        ServerSource silent = new GivenSource("jdbc:postgresql://localhost:1/postgres?user=nobody");
        IllegalStateException failure = assertThrows(
                IllegalStateException.class, () -> PostgresServer.start(List.of(silent, EmbeddedSource.ofOurOwn())));
        assertEquals("Given URL: cannot connect to localhost:1", failure.getMessage());
    }

    @Test
    void withoutAnySourceTheReasonsAreGiven() {
        IllegalStateException failure =
                assertThrows(IllegalStateException.class, () -> PostgresServer.start(List.of(new GivenSource(""))));
        assertTrue(failure.getMessage().contains(GivenSource.VARIABLE), failure::getMessage);
    }
}
