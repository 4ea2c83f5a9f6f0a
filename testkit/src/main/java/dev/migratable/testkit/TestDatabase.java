package dev.migratable.testkit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Names one database on a {@link PostgresServer} and opens connections to it.
 *
 * <p>Immutable and safe for use by several threads; each call opens a connection of its own.
 */
public final class TestDatabase {
    private final ServerAddress address;
    private final String name;
    private final int serverVersion;

    TestDatabase(ServerAddress address, String name, int serverVersion) {
        this.address = address;
        this.name = name;
        this.serverVersion = serverVersion;
    }

    /** The complete JDBC URL, with user and password as parameters. */
    public String url() {
        return address.url(name);
    }

    /** The host the server listens on. */
    public String host() {
        return address.host();
    }

    /** The TCP port the server listens on. */
    public int port() {
        return address.port();
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /** The user who owns the database. */
    public String user() {
        return address.user();
    }

    /** The user's password; empty when the server wants none. */
    public String password() {
        return address.password();
    }

    /** The major version of the server, for example 18. */
    public int serverVersion() {
        return serverVersion;
    }

    /** A data source without a pool: each of its connections is a new session. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        return source;
    }

    /** Opens a new session in autocommit mode; the caller closes it. */
    public Connection connect() throws SQLException {
        return dataSource().getConnection();
    }

    /**
     * Runs the statements one after the other in one session, each in a transaction of its own.
     *
     * @throws SQLException for the first one that fails, with its text in the message; the rest is not run
     */
    public void execute(String... sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String text : sql) {
                executeOne(statement, text);
            }
        }
    }

    private static void executeOne(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    /** Runs a query and returns its rows, each value in PostgreSQL's text form and SQL's NULL as null. */
    public List<List<@Nullable String>> query(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (result.next()) {
                List<@Nullable String> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(Collections.unmodifiableList(row));
            }
            return Collections.unmodifiableList(rows);
        }
    }

    /** The host, port and name; without the password. */
    @Override
    public String toString() {
        return host() + ":" + port() + "/" + name;
    }
}
