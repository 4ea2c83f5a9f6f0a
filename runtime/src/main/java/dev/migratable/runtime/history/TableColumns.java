package dev.migratable.runtime.history;

import dev.migratable.runtime.sql.PreflightSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Adds to our own tables the columns that an earlier version did not make. */
final class TableColumns {

    private TableColumns() {}

    /** Runs the statements of the columns that are missing; none where nothing is, for only an owner may. */
    static void add(Connection connection, String table, Map<String, String> statements) throws SQLException {
        Set<String> there = of(connection, table);
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> column : new TreeMap<>(statements).entrySet()) {
                if (!there.contains(column.getKey())) {
                    statement.execute(column.getValue());
                }
            }
        }
    }

    /** Returns the columns of a table; none where it is not there. */
    static Set<String> of(Connection connection, String table) throws SQLException {
        Set<String> columns = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(PreflightSql.COLUMNS)) {
            statement.setString(1, table);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.add(result.getString(1));
                }
            }
        }
        return columns;
    }
}
