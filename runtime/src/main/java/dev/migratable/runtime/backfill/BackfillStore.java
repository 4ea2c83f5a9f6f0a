package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps how far each range of a backfill is, in {@code migratable.backfill_range}. Works on the connection it is given
 * and never commits, so that a watermark is stored in the transaction that wrote the rows.
 */
final class BackfillStore {

    private static final String SCHEMA_MISSING = "SELECT to_regnamespace('migratable') IS NULL";

    private static final String TABLE_MISSING = "SELECT to_regclass('migratable.backfill_range') IS NULL";

    private static final String CREATE_SCHEMA = "CREATE SCHEMA migratable";

    private static final String CREATE_TABLE = """
            CREATE TABLE migratable.backfill_range (
                migration text NOT NULL,
                step text NOT NULL,
                number integer NOT NULL,
                target text NOT NULL,
                lower_key text[],
                upper_key text[],
                watermark text[],
                rows_seen bigint NOT NULL DEFAULT 0,
                rows_written bigint NOT NULL DEFAULT 0,
                finished boolean NOT NULL DEFAULT false,
                PRIMARY KEY (migration, step, number)
            )""";

    /** Which columns are written, by numbers that a dropped and created column never has again. */
    private static final String TARGET = """
            SELECT string_agg(attrelid || '.' || attnum, ' ' ORDER BY attnum) FROM pg_attribute
            WHERE attrelid = CAST(? AS regclass) AND attname = ANY (?) AND NOT attisdropped""";

    private static final String DELETE_OTHERS =
            "DELETE FROM migratable.backfill_range WHERE migration = ? AND step = ? AND target IS DISTINCT FROM ?";

    private static final String FORGET = "DELETE FROM migratable.backfill_range WHERE migration = ? AND step = ?";

    private static final String COUNT = "SELECT count(*), coalesce(sum(rows_seen), 0), coalesce(sum(rows_written), 0) "
            + "FROM migratable.backfill_range WHERE migration = ? AND step = ?";

    private static final String STATES = """
            SELECT step, sum(rows_seen), sum(rows_written), bool_and(finished) FROM migratable.backfill_range
            WHERE migration = ? GROUP BY step ORDER BY step""";

    private static final String INSERT = """
            INSERT INTO migratable.backfill_range (migration, step, number, target, lower_key, upper_key)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String UNFINISHED = """
            SELECT number, coalesce(watermark, lower_key), upper_key FROM migratable.backfill_range
            WHERE migration = ? AND step = ? AND NOT finished AND (CAST(? AS integer) IS NULL OR number = ?)
            ORDER BY number""";

    private static final String ADVANCE = """
            UPDATE migratable.backfill_range
            SET watermark = ?, rows_seen = rows_seen + ?, rows_written = rows_written + ?
            WHERE migration = ? AND step = ? AND number = ?""";

    private static final String FINISH =
            "UPDATE migratable.backfill_range SET finished = true WHERE migration = ? AND step = ? AND number = ?";

    private static final String SETTLE =
            "UPDATE migratable.backfill_range SET finished = true WHERE migration = ? AND step = ? AND finished";

    /** What is known of a backfill's ranges. */
    record Totals(int ranges, long rowsSeen, long rowsWritten) {}

    private final String migration;
    private final String step;

    BackfillStore(String migration, String step) {
        this.migration = migration;
        this.step = step;
    }

    /** Creates the table where it is missing; asks first, because IF NOT EXISTS wants the privilege even then. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, SCHEMA_MISSING)) {
                statement.execute(CREATE_SCHEMA);
            }
            if (isTrue(statement, TABLE_MISSING)) {
                statement.execute(CREATE_TABLE);
            }
        }
    }

    static List<BackfillState> states(Connection connection, String migration) throws SQLException {
        List<BackfillState> states = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, TABLE_MISSING)) {
                return states;
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(STATES)) {
            statement.setString(1, migration);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    states.add(new BackfillState(
                            result.getString(1), result.getLong(2), result.getLong(3), result.getBoolean(4)));
                }
            }
        }
        return states;
    }

    /** Names the columns written, so that ranges kept for a column that has been dropped since are not taken for its own. */
    String target(Connection connection, BackfillSpec spec) throws SQLException {
        String[] columns =
                spec.assignments().stream().map(BackfillSpec.Assignment::column).toArray(String[]::new);
        try (PreparedStatement statement = connection.prepareStatement(TARGET)) {
            statement.setString(1, Sql.name(spec.table()));
            statement.setArray(2, connection.createArrayOf("text", columns));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return Optional.ofNullable(result.getString(1)).orElse("");
            }
        }
    }

    /** Forgets ranges that were made for other columns. */
    void forgetOthers(Connection connection, String target) throws SQLException {
        try (PreparedStatement statement = prepare(connection, DELETE_OTHERS, 1)) {
            statement.setString(3, target);
            statement.executeUpdate();
        }
    }

    /** Forgets all ranges, where there is a table of them. */
    void forget(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, TABLE_MISSING)) {
                return;
            }
        }
        try (PreparedStatement statement = prepare(connection, FORGET, 1)) {
            statement.executeUpdate();
        }
    }

    Totals totals(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection, COUNT, 1);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new Totals(result.getInt(1), result.getLong(2), result.getLong(3));
        }
    }

    void insert(Connection connection, String target, List<KeyRange> ranges) throws SQLException {
        try (PreparedStatement statement = prepare(connection, INSERT, 1)) {
            for (KeyRange range : ranges) {
                statement.setInt(3, range.number());
                statement.setString(4, target);
                statement.setArray(5, array(connection, range.after()));
                statement.setArray(6, array(connection, range.upTo()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Reads what is left to do. */
    List<KeyRange> unfinished(Connection connection) throws SQLException {
        return readUnfinished(connection, null);
    }

    /** Reads what is left of one range; empty where it is done. */
    Optional<KeyRange> unfinished(Connection connection, KeyRange range) throws SQLException {
        return readUnfinished(connection, Integer.valueOf(range.number())).stream()
                .findFirst();
    }

    private List<KeyRange> readUnfinished(Connection connection, @Nullable Integer number) throws SQLException {
        List<KeyRange> ranges = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, UNFINISHED, 1)) {
            statement.setObject(3, number, Types.INTEGER);
            statement.setObject(4, number, Types.INTEGER);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ranges.add(new KeyRange(result.getInt(1), key(result.getArray(2)), key(result.getArray(3))));
                }
            }
        }
        return ranges;
    }

    /** Moves a range's watermark to where it goes on. */
    void advance(Connection connection, KeyRange range, long seen, long written) throws SQLException {
        try (PreparedStatement statement = prepare(connection, ADVANCE, 4)) {
            statement.setArray(1, array(connection, range.after()));
            statement.setLong(2, seen);
            statement.setLong(3, written);
            statement.setInt(6, range.number());
            statement.executeUpdate();
        }
    }

    void finish(Connection connection, int range) throws SQLException {
        try (PreparedStatement statement = prepare(connection, FINISH, 1)) {
            statement.setInt(3, range);
            statement.executeUpdate();
        }
    }

    /**
     * Returns when all that the workers committed will outlive a crash of the server. The log is written in order: a commit
     * that waits for the disk, or for a standby, as the connection's own settings say, waits for all before it, too.
     *
     * @param connection a connection in autocommit mode, which commits as the server's owner wants it
     */
    void settle(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepare(connection, SETTLE, 1)) {
            statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(Connection connection, String sql, int firstParameter) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(firstParameter, migration);
        statement.setString(firstParameter + 1, step);
        return statement;
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }

    private static @Nullable Array array(Connection connection, Optional<List<String>> key) throws SQLException {
        return key.isPresent() ? connection.createArrayOf("text", key.get().toArray()) : null;
    }

    private static Optional<List<String>> key(@Nullable Array array) throws SQLException {
        return array == null ? Optional.empty() : Optional.of(List.of((String[]) array.getArray()));
    }
}
