package dev.migratable.runtime.execute;

import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps out of the way of another Liquibase, which locks by a row. */
final class ForeignLock {

    private ForeignLock() {}

    /**
     * Makes sure that no Liquibase holds its lock.
     *
     * @throws MigratableException where one does, naming it
     */
    static void refuse(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return;
            }
            try (ResultSet holder = statement.executeQuery(RunnerSql.LIQUIBASE_LOCK_HOLDER)) {
                if (holder.next()) {
                    throw new MigratableException(
                            "RUN04",
                            "DATABASECHANGELOGLOCK: Liquibase on " + holder.getString(1) + " has held it since "
                                    + holder.getString(2) + ". Wait until it has finished; where it was killed, release"
                                    + " the lock with liquibase release-locks.");
                }
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery(RunnerSql.LIQUIBASE_LOCK_EXISTS)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
