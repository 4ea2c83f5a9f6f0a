package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
class ConnectionErrorTest {

    private static final String RIGHT = "right-s3cret";
    private static final String WRONG = "wrong-s3cret";

    /** A reload reaches the server within a few connections; each takes milliseconds. */
    private static final int RELOAD_ATTEMPTS = 2_000;

    private String role = "";

    @BeforeEach
    void createRole(TestDatabase database) throws SQLException {
        role = "r_" + database.name();
        // Before PostgreSQL 14 another one is the default.
        database.execute(
                "SET password_encryption = 'scram-sha-256'", "CREATE ROLE " + role + " LOGIN PASSWORD '" + RIGHT + "'");
    }

    @AfterEach
    void dropRole(TestDatabase database) throws SQLException {
        database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
    }

    private static String url(TestDatabase database, String name) {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + name;
    }

    private boolean connects(TestDatabase database, String password) throws SQLException {
        try (Connection session = DriverManager.getConnection(url(database, database.name()), role, password)) {
            return session.isValid(0);
        } catch (SQLException e) {
            if (e.getSQLState().startsWith("28")) {
                return false;
            }
            throw e;
        }
    }

    /** An embedded server trusts everybody; here it learns to ask this one role for its password. */
    private void demandPassword(TestDatabase database) throws SQLException {
        if (!connects(database, WRONG)) {
            return;
        }
        boolean ours = database.query("SELECT current_setting('migratable.server', true) IS NOT NULL")
                .get(0)
                .get(0)
                .equals("t");
        assumeTrue(ours, "the given server trusts everybody, and its pg_hba.conf is not ours to edit");
        database.execute("""
                DO $$
                DECLARE
                    rules text := pg_read_file(current_setting('hba_file'));
                    file oid;
                BEGIN
                    file := lo_from_bytea(0, convert_to('host all %s all scram-sha-256' || chr(10) || rules, 'UTF8'));
                    PERFORM lo_export(file, current_setting('hba_file'));
                    PERFORM lo_unlink(file);
                END
                $$""".formatted(role), "SELECT pg_reload_conf()");
        for (int attempt = 0; connects(database, WRONG); attempt++) {
            if (attempt > RELOAD_ATTEMPTS) {
                fail("the server still takes any password");
            }
        }
    }

    @Test
    void aWrongPasswordIsOneLineThatNamesDatabaseAndUser(TestDatabase database) throws SQLException {
        demandPassword(database);
        String url = url(database, database.name());
        Cli.Result result = Cli.run("snapshot", url + "?user=" + role + "&password=" + WRONG);
        String line = result.exits(1).errorLine();
        assertTrue(line.startsWith("CLI05 " + url + ": cannot connect: "), line);
        assertTrue(line.contains("password authentication failed for user \"" + role + "\""), line);
        assertFalse(line.contains(WRONG), line);
        for (String[] command : new String[][] {
            {"diff", "--from", url, "--to", url, "--user", role},
            {"snapshot", url, "--user", role, "--debug"},
        }) {
            Cli.Result other = new Cli(Map.of("PGPASSWORD", WRONG), Optional.empty()).with(command);
            other.exits(1);
            assertTrue(other.err().startsWith(line.substring(0, line.indexOf("FATAL"))), other.err());
            assertFalse(other.err().contains(WRONG), other.err());
        }
    }

    @Test
    void thePasswordComesFromThePromptTheUrlOrTheEnvironmentInThisOrder(TestDatabase database) throws SQLException {
        demandPassword(database);
        String url = url(database, database.name());
        new Cli(Map.of("MIGRATABLE_PASSWORD", RIGHT, "PGPASSWORD", WRONG), Optional.empty())
                .with("snapshot", url, "--user", role)
                .exits(0);
        new Cli(Map.of("PGPASSWORD", RIGHT, "PGUSER", role), Optional.empty())
                .with("snapshot", url)
                .exits(0);
        new Cli(Map.of("PGPASSWORD", WRONG), Optional.of(RIGHT))
                .with("snapshot", url + "?password=" + WRONG, "--user", role, "--password")
                .exits(0);
        new Cli(Map.of("PGPASSWORD", WRONG), Optional.empty())
                .with("snapshot", url + "?user=" + role + "&password=" + RIGHT)
                .exits(0);
        String none = Cli.run("snapshot", url, "--user", role).exits(1).errorLine();
        assertTrue(none.startsWith("CLI05 " + url + ": cannot connect"), none);
        assertTrue(none.contains("MIGRATABLE_PASSWORD"), none);
    }

    @Test
    void aMissingDatabaseIsNamed(TestDatabase database) {
        String missing = url(database, "no_such_db");
        String line = new Cli(Map.of("PGPASSWORD", database.password()), Optional.empty())
                .with("snapshot", missing, "--user", database.user())
                .exits(1)
                .errorLine();
        assertEquals(
                "CLI05 " + missing + ": cannot connect: FATAL: database \"no_such_db\" does not exist"
                        + " (SQL state 3D000). Name an existing database in the URL, or create it.",
                line);
    }

    @Test
    void aServerThatIsNotThereIsNamed() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String url = "jdbc:postgresql://localhost:" + port + "/x";
        Cli.Result result = Cli.run("snapshot", url + "?password=" + WRONG);
        String line = result.exits(1).errorLine();
        assertTrue(line.startsWith("CLI05 " + url + ": cannot connect: Connection to localhost:" + port), line);
        assertFalse(line.contains(WRONG), line);
    }

    @Test
    void aHostThatIsNotThereIsNamed() {
        String line = Cli.run("snapshot", "jdbc:postgresql://nowhere.invalid/d")
                .exits(1)
                .errorLine();
        assertTrue(line.contains("unknown host nowhere.invalid"), line);
    }

    @Test
    void aUrlThatIsNoneIsNamed() {
        Cli.Result result = Cli.run("snapshot", "jdbc:postgresql://u:" + WRONG + "@localhost:xyz/d");
        String line = result.exits(1).errorLine();
        assertTrue(line.startsWith("CLI05 jdbc:postgresql://u:***@localhost:xyz/d: "), line);
    }

    @Test
    void aMissingPrivilegeIsNamed(TestDatabase database) throws SQLException {
        database.execute("REVOKE CONNECT ON DATABASE \"" + database.name() + "\" FROM PUBLIC");
        String url = url(database, database.name());
        String line = new Cli(Map.of("PGPASSWORD", RIGHT), Optional.empty())
                .with("snapshot", url, "--user", role)
                .exits(1)
                .errorLine();
        assertTrue(line.startsWith("CLI05 " + url + ": cannot connect: FATAL: permission denied for database"), line);
        assertTrue(line.endsWith("Grant the user CONNECT on the database."), line);
    }
}
