package dev.migratable.runtime.execute;

import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets autovacuum make way. It does so for whoever has waited for it until the server looks for deadlocks (a second by
 * default), and holds its table for minutes after a backfill. Steps give up sooner, because clients queue behind the lock
 * that they wait for: they would lose to it every time. So the waiting is done for a lock that stands in no client's way.
 */
final class Autovacuum {

    private static final Logger LOG = LoggerFactory.getLogger(Autovacuum.class);

    private Autovacuum() {}

    /**
     * Returns whether nothing of the kind holds the table any more; it comes back after its nap.
     *
     * @param connection without an open transaction; left so, in the mode it had
     * @param table its quoted name
     * @throws SQLException where the connection is broken
     */
    static boolean makeWay(Connection connection, String table) throws SQLException {
        boolean mode = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(RunnerSql.WAIT_BEYOND_DEADLOCK_TIMEOUT);
            statement.execute(RunnerSql.LOCK_BESIDE_CLIENTS.formatted(table));
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (DatabaseErrors.isConnectionLost(e)) {
                throw e;
            }
            // Somebody else holds it, or the role may not lock it: the step goes on trying, and says who is in its way.
            LOG.debug("autovacuum of {} did not make way", table, e);
            connection.rollback();
            return false;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(mode);
            }
        }
    }
}
