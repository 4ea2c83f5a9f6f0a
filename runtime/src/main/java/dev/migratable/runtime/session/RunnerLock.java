package dev.migratable.runtime.session;

import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps other runners away from the database while it is held. It is a lock of the server's session, so a runner that is
 * killed cannot leave it behind.
 */
public final class RunnerLock implements AutoCloseable {

    /** How often a waiting runner looks again: soon enough for people, rare enough for the server. */
    private static final long POLL_MILLIS = 200;

    private static final int ALIVE_TIMEOUT_SECONDS = 10;

    private final RunnerSession session;

    private RunnerLock(RunnerSession session) {
        this.session = session;
    }

    /**
     * Takes the lock, waiting for another runner to finish.
     *
     * @param wait how long to wait at most
     * @param waiting told once who holds the lock, when it is not free
     * @throws MigratableException where another runner still holds it, naming that one
     */
    public static RunnerLock acquire(SessionSource source, Duration wait, StopSignal stop, Consumer<String> waiting) {
        RunnerSession session = source.open();
        try {
            long deadline = System.nanoTime() + wait.toNanos();
            boolean told = false;
            while (!tryLock(session.connection())) {
                String holder = describeHolder(session.connection());
                if (System.nanoTime() - deadline >= 0 || stop.isRequested()) {
                    throw new MigratableException(
                            "RUN01",
                            "database: another runner is at work, " + holder
                                    + ". Wait until it has finished, or give a longer time to wait.");
                }
                if (!told) {
                    waiting.accept(holder);
                    told = true;
                }
                stop.sleep(POLL_MILLIS);
            }
            return new RunnerLock(session);
        } catch (SQLException e) {
            session.close();
            throw DatabaseErrors.describe("runner lock", e);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** Finds the runner at work, in words; empty where there is none. */
    public static Optional<String> holder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RunnerSql.RUNNER_LOCK_HOLDER)) {
            return result.next()
                    ? Optional.of("pid " + result.getInt(1) + " (" + result.getString(2) + ", user "
                            + result.getString(3) + ") connected since " + result.getString(4))
                    : Optional.empty();
        }
    }

    /** Returns the connection that holds the lock, in autocommit mode; good for short statements of the runner. */
    public Connection connection() {
        return session.connection();
    }

    /**
     * Makes sure that the lock is still held.
     *
     * @throws MigratableException where its session has ended
     */
    public void check() {
        try {
            if (session.connection().isValid(ALIVE_TIMEOUT_SECONDS)) {
                return;
            }
        } catch (SQLException e) {
            throw DatabaseErrors.describe("runner lock", e);
        }
        throw new MigratableException(
                "RUN02",
                "database: the session that kept other runners away has ended. Run the same command again; it goes on"
                        + " where this one stopped.");
    }

    @Override
    public void close() {
        try (session) {
            if (!session.connection().isClosed()) {
                execute(session.connection(), RunnerSql.RELEASE_RUNNER_LOCK);
            }
        } catch (SQLException e) {
            // The session is gone, and with it the lock.
            org.slf4j.LoggerFactory.getLogger(RunnerLock.class).debug("the runner's lock went with its session", e);
        }
    }

    private static boolean tryLock(Connection connection) throws SQLException {
        return execute(connection, RunnerSql.TRY_RUNNER_LOCK);
    }

    private static boolean execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static String describeHolder(Connection connection) throws SQLException {
        return holder(connection).orElse("which has just finished");
    }
}
