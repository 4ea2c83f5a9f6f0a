package dev.migratable.classify;

import dev.migratable.diff.ColumnStatistics;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what ANALYZE found in some columns of a live database; it reads no row of their tables. */
public final class StatisticsReader {

    private static final Logger LOGGER = System.getLogger(StatisticsReader.class.getPackageName());

    /** Whoever renames more columns at once is not helped by suggestions. */
    private static final int MOST_COLUMNS = 500;

    private StatisticsReader() {}

    /**
     * Returns the statistics of columns, of the first {@value #MOST_COLUMNS} by name at most. One that was never analyzed,
     * or that the role may not read, is missing; all are where it takes longer than a count may.
     *
     * @param connection in autocommit mode, in which it is left
     * @throws SQLException where the connection fails
     */
    public static Map<ColumnName, ColumnStatistics> read(Connection connection, Collection<ColumnName> columns)
            throws SQLException {
        List<ColumnName> asked =
                columns.stream().distinct().sorted().limit(MOST_COLUMNS).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        connection.setAutoCommit(false);
        try {
            DataProbe.limit(connection, DataProbe.Limits.DEFAULT);
            return query(connection, asked);
        } catch (SQLException e) {
            LOGGER.log(Level.DEBUG, "statistics were not read", e);
            return Map.of();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static Map<ColumnName, ColumnStatistics> query(Connection connection, List<ColumnName> asked)
            throws SQLException {
        Map<ColumnName, ColumnStatistics> found = new TreeMap<>();
        try (PreparedStatement query =
                connection.prepareStatement(Sql.template("statistics").text())) {
            query.setArray(1, texts(connection, asked, c -> c.table().schema()));
            query.setArray(2, texts(connection, asked, c -> c.table().name()));
            query.setArray(3, texts(connection, asked, ColumnName::column));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    QualifiedName table = new QualifiedName(row.getString("schemaname"), row.getString("tablename"));
                    int longest = row.getInt("longest"); // 0 for NULL
                    found.put(
                            new ColumnName(table, row.getString("attname")),
                            new ColumnStatistics(
                                    row.getDouble("null_frac"),
                                    row.getDouble("n_distinct"),
                                    longest == 0 ? Optional.empty() : Optional.of(longest)));
                }
            }
        }
        return found;
    }

    private static Array texts(Connection connection, List<ColumnName> columns, Function<ColumnName, String> part)
            throws SQLException {
        return connection.createArrayOf("text", columns.stream().map(part).toArray());
    }
}
