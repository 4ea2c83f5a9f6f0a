package dev.migratable.runtime.estimate;

import dev.migratable.runtime.sql.EstimateSql;
import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/**
 * How large a table is, as its statistics and files tell.
 *
 * @param rows rows, partitions included
 * @param bytes bytes of rows on disk, indexes left out
 */
record TableSize(long rows, long bytes) {

    private static final TableSize NONE = new TableSize(0, 0);

    /** Reads the size of a table; none where it is not there. */
    static TableSize of(Connection connection, QualifiedName table) throws SQLException {
        String name = Sql.name(table);
        try (PreparedStatement statement = connection.prepareStatement(EstimateSql.BYTES)) {
            statement.setString(1, name);
            statement.setString(2, name);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long bytes = result.getLong(1);
                return result.wasNull() ? NONE : new TableSize(rows(connection, name), bytes);
            }
        }
    }

    private static long rows(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.ESTIMATED_ROWS)) {
            statement.setString(1, name);
            statement.setString(2, name);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Returns how many bytes the values of some columns of a row have together, as ANALYZE found. */
    static long width(Connection connection, QualifiedName table, Collection<String> columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EstimateSql.WIDTH)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            statement.setArray(3, connection.createArrayOf("text", columns.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }
}
