package dev.migratable.runtime.session;

import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection while the runner uses it: named {@value #APPLICATION_NAME}, without the time-outs that are meant for
 * applications. Closing it puts every setting back, because the connection may belong to a pool, and an application's
 * session that kept the runner's name would be invisible to the contract's gate.
 */
public final class RunnerSession implements AutoCloseable {

    /** The application name of every session of a runner. */
    public static final String APPLICATION_NAME = "migratable-runner";

    private static final Logger LOG = LoggerFactory.getLogger(RunnerSession.class);

    /** Without the time-outs that are meant for applications. */
    private static final Map<String, String> OF_EVERY_SESSION = Map.of(
            "application_name",
            APPLICATION_NAME,
            "statement_timeout",
            "0",
            "idle_session_timeout",
            "0",
            "idle_in_transaction_session_timeout",
            "0",
            "lock_timeout",
            "0",
            // Where row security would hide rows, a statement fails: no count is right that passes rows over.
            "row_security",
            "off");

    private final Connection connection;
    private final Map<String, String> previous = new LinkedHashMap<>();

    private RunnerSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes over a connection and arranges it.
     *
     * @param settings settings of this session beside those that every session of the runner has
     */
    static RunnerSession over(Connection connection, Map<String, String> settings) throws SQLException {
        RunnerSession session = new RunnerSession(connection);
        try {
            connection.setAutoCommit(true);
            Map<String, String> all = new LinkedHashMap<>(OF_EVERY_SESSION);
            all.putAll(settings);
            session.set(all);
            return session;
        } catch (SQLException e) {
            session.close();
            throw e;
        }
    }

    /** Returns the connection, in autocommit mode when the session opens. */
    public Connection connection() {
        return connection;
    }

    /** Returns the server's process id of this session. */
    public int pid() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.OWN_PID);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    /**
     * Sets a setting until the session is closed; one that this server does not have is left alone.
     *
     * @param name the setting's name
     * @param value its value
     */
    public void set(String name, String value) throws SQLException {
        set(Map.of(name, value));
    }

    /** Sets all at once, because each statement is a round trip, and sessions are many. */
    private void set(Map<String, String> values) throws SQLException {
        Map<String, String> known = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.SETTINGS)) {
            statement.setArray(1, texts(values.keySet()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    String name = result.getString(1);
                    previous.putIfAbsent(name, result.getString(2));
                    known.put(name, Objects.requireNonNull(values.get(name)));
                }
            }
        }
        write(known);
    }

    /** Makes the session fit for another try after a statement failed: no transaction, no lock_timeout left behind. */
    public void recover() throws SQLException {
        boolean transactional = !connection.getAutoCommit();
        if (transactional) {
            connection.rollback();
        }
        write(Map.of("lock_timeout", "0"));
        if (transactional) {
            connection.commit();
        }
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                restore();
            }
        } catch (SQLException e) {
            // A connection that fails here is broken, and its pool throws it away; the work on it is over.
            LOG.debug("a session of the runner did not end in order", e);
        }
    }

    private void restore() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        write(previous);
    }

    private void write(Map<String, String> values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.SET)) {
            statement.setArray(1, texts(values.keySet()));
            statement.setArray(2, texts(values.values()));
            statement.execute();
        }
    }

    private Array texts(Collection<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
