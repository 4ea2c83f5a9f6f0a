package dev.migratable.runtime.preflight;

import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.runtime.sql.RowCountSql;
import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Counts rows within a bounded time: all of them, else those of a sample, else none, and says which. Together its
 * questions take a bounded time, too.
 */
final class RowCounter {

    /** As long as a person waits for an answer; enough for some million rows. */
    private static final int COUNT_MILLIS = 5_000;

    /** What all counts of one look may take. */
    private static final long TOTAL_MILLIS = 30_000;

    /** Rows of a sample: enough to find what is not rare, read in well under a second. */
    private static final double SAMPLE_ROWS = 200_000;

    private static final String TIMED_OUT = "57014";

    /** How much of a table was looked at. */
    enum Extent {
        /** Every row. */
        ALL,
        /** Some blocks. */
        SAMPLE,
        /** Nothing: the time was over. */
        NOTHING
    }

    /**
     * A count.
     *
     * @param rows rows found
     * @param extent how much was looked at
     */
    record Count(long rows, Extent extent) {

        /** Returns how many rows, in words that a verb follows. */
        String words() {
            String rowsWord = rows == 1 ? " row" : " rows";
            return extent == Extent.SAMPLE ? rows + rowsWord + " of a sample" : rows + rowsWord;
        }
    }

    private final PreflightDatabase database;
    private final int countMillis;
    private final long deadline = System.nanoTime() + TOTAL_MILLIS * 1_000_000;

    RowCounter(PreflightDatabase database) {
        this(database, COUNT_MILLIS);
    }

    /** Creates a counter that gives each count another time, at least 1 ms. */
    RowCounter(PreflightDatabase database, int countMillis) {
        this.database = database;
        this.countMillis = countMillis;
    }

    /**
     * Counts the rows of a table that meet a condition.
     *
     * @param assignments what a backfill will have written when it matters
     * @throws SQLException where a row makes the condition or an assignment fail, or a column is not there yet
     */
    Count count(QualifiedName table, String condition, List<Assignment> assignments) throws SQLException {
        if (System.nanoTime() - deadline >= 0) {
            return new Count(0, Extent.NOTHING);
        }
        List<String> columns = database.rows(PreflightSql.COLUMNS, row -> row.getString(1), PreflightSql.text(table));
        RowCountSql sql = new RowCountSql(table, columns, condition, assignments);
        try {
            return new Count(ask(sql.all()), Extent.ALL);
        } catch (SQLException e) {
            if (!TIMED_OUT.equals(e.getSQLState())) {
                throw e;
            }
        }
        return sql.readsTableTwice() ? new Count(0, Extent.NOTHING) : sample(table, sql);
    }

    private Count sample(QualifiedName table, RowCountSql sql) throws SQLException {
        String name = PreflightSql.text(table);
        long rows = Math.max(
                1,
                database.rows(RunnerSql.ESTIMATED_ROWS, row -> row.getLong(1), name, name)
                        .get(0));
        try {
            return new Count(ask(sql.sample(Math.min(100, 100 * SAMPLE_ROWS / rows))), Extent.SAMPLE);
        } catch (SQLException e) {
            if (!TIMED_OUT.equals(e.getSQLState())) {
                throw e;
            }
            return new Count(0, Extent.NOTHING);
        }
    }

    private long ask(String sql) throws SQLException {
        return database.readOnly(countMillis, connection -> one(connection, sql));
    }

    private static long one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
