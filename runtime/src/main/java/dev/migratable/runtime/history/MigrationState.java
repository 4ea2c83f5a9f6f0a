package dev.migratable.runtime.history;

import dev.migratable.runtime.sql.RunnerSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a migration is, as its change sets note it.
 *
 * @param id its id
 * @param state {@code expanding}, {@code expanded}, {@code contracting} or {@code contracted}
 * @param fromFingerprint the model it started from
 * @param toFingerprint the model it leads to
 * @param approvedBy who approved its contract; empty where nobody did
 */
public record MigrationState(String id, String state, String fromFingerprint, String toFingerprint, String approvedBy) {

    /** Reads the state of every migration that was begun, in order; empty before the first one. */
    public static List<MigrationState> readAll(Connection connection) throws SQLException {
        List<MigrationState> states = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (!isTrue(statement, RunnerSql.BOOKKEEPING_EXISTS)) {
                return states;
            }
            try (ResultSet result = statement.executeQuery(RunnerSql.MIGRATION_STATES)) {
                while (result.next()) {
                    states.add(new MigrationState(
                            result.getString(1),
                            result.getString(2),
                            result.getString(3),
                            result.getString(4),
                            result.getString(5)));
                }
            }
        }
        return states;
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
