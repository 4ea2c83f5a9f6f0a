package dev.migratable.runtime.session;

import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session that another one waits for.
 *
 * @param pid its server process
 * @param applicationName what it calls itself, empty where it says nothing
 * @param state {@code active}, {@code idle in transaction}, …
 * @param transactionSeconds how long its transaction has been open
 * @param query the beginning of its latest statement, on one line
 */
public record Blocker(int pid, String applicationName, String state, long transactionSeconds, String query) {

    /** Finds who keeps the process {@code pid} from getting its lock; empty where nobody does. */
    public static List<Blocker> of(int pid, Connection connection) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.BLOCKERS)) {
            statement.setInt(1, pid);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    blockers.add(new Blocker(
                            result.getInt(1),
                            result.getString(2),
                            result.getString(3),
                            result.getLong(4),
                            result.getString(5)));
                }
            }
        }
        return blockers;
    }

    /**
     * Finds the table for which the process {@code pid} waits while another one holds it as a vacuum does, as a quoted name;
     * empty where there is none.
     */
    public static Optional<String> vacuumedTable(int pid, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.VACUUMED_TABLE)) {
            statement.setInt(1, pid);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    /**
     * Returns whether it may be autovacuum at work that gives way: not where that must prevent a wraparound. What it does is
     * hidden from roles that do not read all statistics.
     */
    public boolean mayGiveWay() {
        return query.startsWith("autovacuum: ") && !query.contains("(to prevent wraparound)")
                || query.equals("<insufficient privilege>");
    }

    /** Returns one line for people. */
    public String describe() {
        String name = applicationName.isEmpty() ? "(no name)" : applicationName;
        return "pid " + pid + " " + name + ", " + state + ", transaction open for " + transactionSeconds + " s: "
                + query;
    }
}
