package dev.migratable.runtime.session;

import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;

/** Opens the runner's sessions on one database. Safe for use by several threads. */
public final class SessionSource {

    private final DataSource dataSource;

    /** Creates a source over a data source, pooled or not. */
    public SessionSource(DataSource dataSource) {
        this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
    }

    /**
     * Opens a session.
     *
     * @throws MigratableException where the database cannot be reached or refuses the user
     */
    public RunnerSession open() {
        try {
            return tryOpen(Map.of());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("connect", e);
        }
    }

    /**
     * Opens a session with further settings.
     *
     * @throws SQLException where the database cannot be reached or refuses the user
     */
    public RunnerSession tryOpen(Map<String, String> settings) throws SQLException {
        Connection connection = dataSource.getConnection();
        return RunnerSession.over(connection, settings);
    }
}
