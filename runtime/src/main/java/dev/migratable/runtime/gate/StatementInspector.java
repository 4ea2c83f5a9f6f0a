package dev.migratable.runtime.gate;

import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.sql.StatementStatisticsSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds statements that still mention a name which a contract takes away, where {@code pg_stat_statements} has counted them.
 * What is found keeps no gate closed: a statement that was counted once may never come again.
 */
public final class StatementInspector {

    /** The extension is there, but the server did not load it when it started. */
    private static final String NOT_LOADED = "55000";

    private static final String NO_PRIVILEGE = "42501";

    /** No text matches it. */
    private static final String NOTHING = "a^";

    private StatementInspector() {}

    /**
     * Lists the statements, the most frequent ones of each name first.
     *
     * @param connection a connection in autocommit mode
     * @return one line for each; empty where there are none, or where nothing counts them
     */
    public static List<String> mentions(Connection connection, MigrationPlan plan) throws SQLException {
        List<String> lines = new ArrayList<>();
        List<OldName> names = OldName.of(plan);
        String schema = names.isEmpty() ? "" : schema(connection);
        if (schema.isEmpty()) {
            return lines;
        }
        try {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            for (OldName name : names) {
                add(lines, connection, StatementStatisticsSql.mentions(schema, version), name);
            }
            addHidden(lines, connection, schema);
        } catch (SQLException e) {
            if (NO_PRIVILEGE.equals(e.getSQLState())) {
                lines.add("statements cannot be seen by this user; grant pg_monitor");
            } else if (!NOT_LOADED.equals(e.getSQLState())) {
                throw e;
            }
        }
        return lines;
    }

    private static String schema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(StatementStatisticsSql.INSTALLED)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static void add(List<String> lines, Connection connection, String sql, OldName name) throws SQLException {
        String old = name.column().orElse(name.table());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, word(name.table()));
            statement.setString(2, word(old));
            statement.setString(
                    3,
                    name.present().isEmpty()
                            ? NOTHING
                            : name.present().stream()
                                    .map(StatementInspector::word)
                                    .collect(Collectors.joining("|")));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(old + " is mentioned, " + row.getString(1));
                }
            }
        }
    }

    private static void addHidden(List<String> lines, Connection connection, String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(StatementStatisticsSql.hidden(schema))) {
            row.next();
            if (row.getLong(1) > 0) {
                lines.add(row.getLong(1) + " statements cannot be seen by this user; grant pg_monitor");
            }
        }
    }

    /** Returns the pattern of a name as a word of its own. */
    private static String word(String name) {
        return "(^|[^[:alnum:]_])" + name.replaceAll("([^A-Za-z0-9_])", "\\\\$1") + "($|[^[:alnum:]_])";
    }
}
