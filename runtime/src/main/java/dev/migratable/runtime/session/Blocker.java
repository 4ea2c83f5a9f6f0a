package dev.migratable.runtime.session;

import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

    /** Returns one line for people. */
    public String describe() {
        String name = applicationName.isEmpty() ? "(no name)" : applicationName;
        return "pid " + pid + " " + name + ", " + state + ", transaction open for " + transactionSeconds + " s: "
                + query;
    }
}
