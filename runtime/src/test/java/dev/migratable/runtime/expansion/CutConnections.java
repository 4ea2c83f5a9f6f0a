package dev.migratable.runtime.expansion;

import dev.migratable.runtime.expansion.TappedConnections.Sending;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * Counts what is sent but queries, and has the server end the session that sends a chosen statement or COMMIT: before it
 * gets there, or after it was executed and before its answer came back. To lose the session at a query is to lose it
 * before the next statement that is none.
 */
final class CutConnections {
    enum Cut {
        BEFORE,
        AFTER
    }

    private final DataSource real;
    private final int at;
    private final Cut cut;
    private final AtomicInteger sent = new AtomicInteger();
    private final Set<Integer> lasting = ConcurrentHashMap.newKeySet();
    private final Set<Integer> commits = ConcurrentHashMap.newKeySet();
    private volatile String where = "";

    /**
     * Prepares to cut.
     *
     * @param at which statement, counted from 1; 0 for none
     */
    CutConnections(DataSource real, int at, Cut cut) {
        this.real = real;
        this.at = at;
        this.cut = cut;
    }

    DataSource dataSource() {
        return TappedConnections.of(real, this::pass);
    }

    /** How many statements and commits were sent. */
    int sent() {
        return sent.get();
    }

    /** Those that were not part of a transaction that went on: COMMIT, and statements that were transactions themselves. */
    Set<Integer> lasting() {
        return lasting;
    }

    /** Those that were COMMIT. */
    Set<Integer> commits() {
        return commits;
    }

    /** The statement at which the session was ended; empty where none was. */
    String where() {
        return where;
    }

    private @Nullable Object pass(Connection connection, String text, Sending sending) throws Throwable {
        if (text.equals("ROLLBACK")) {
            return sending.send();
        }
        int number = sent.incrementAndGet();
        if (text.equals("COMMIT")) {
            commits.add(number);
        }
        if (number != at) {
            Object result = sending.send();
            if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE) {
                lasting.add(number);
            }
            return result;
        }
        where = text.strip().lines().findFirst().orElse("");
        if (cut == Cut.BEFORE) {
            end(connection);
            return sending.send();
        }
        sending.send();
        end(connection);
        throw new SQLException("the connection was lost before the answer came", "08006");
    }

    private void end(Connection connection) throws SQLException {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        try (Connection other = real.getConnection();
                Statement statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ")");
            while (isAlive(statement, pid)) {
                LockSupport.parkNanos(500_000);
            }
        }
    }

    private static boolean isAlive(Statement statement, int pid) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT FROM pg_stat_activity WHERE pid = " + pid)) {
            return result.next();
        }
    }
}
