package dev.migratable.runtime.control;

import dev.migratable.runtime.control.Control.Mark;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what operators ask of running migrations, in {@code migratable.control}. The server says who they are and when
 * they asked. Never commits.
 */
final class ControlStore {

    private static final String SCHEMA_MISSING = "SELECT to_regnamespace('migratable') IS NULL";

    private static final String CREATE_SCHEMA = "CREATE SCHEMA migratable";

    private static final String TABLE_MISSING = "SELECT to_regclass('migratable.control') IS NULL";

    /** The checks are those of Rate and ControlSettings: a person may write into this table, too. */
    private static final String CREATE_TABLE = """
            CREATE TABLE migratable.control (
                migration text PRIMARY KEY,
                paused_by text,
                paused_at timestamptz,
                rate text CHECK (rate ~ '^(full|([1-9][0-9]?|100)%|[1-9][0-9]{0,8})$'),
                workers integer CHECK (workers BETWEEN 1 AND 64),
                batch_target_millis integer CHECK (batch_target_millis BETWEEN 5 AND 10000),
                set_by text,
                set_at timestamptz,
                stop_by text,
                stop_at timestamptz,
                CHECK ((paused_by IS NULL) = (paused_at IS NULL))
            )""";

    private static final String MIGRATIONS_MISSING = "SELECT to_regclass('migratable.migration') IS NULL";

    private static final String MIGRATIONS = "SELECT id FROM migratable.migration ORDER BY id";

    private static final String NOW = "SELECT clock_timestamp()::text";

    private static final String READ = """
            SELECT migration, paused_by, to_char(paused_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC',
                   rate, workers, batch_target_millis,
                   coalesce(set_by, 'somebody'),
                   coalesce(to_char(set_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC', 'some time')
            FROM migratable.control ORDER BY migration""";

    private static final String STOPPED_BY = """
            SELECT coalesce(stop_by, 'somebody') FROM migratable.control
            WHERE stop_at > CAST(? AS timestamptz) AND migration = ANY (?) ORDER BY stop_at LIMIT 1""";

    private static final String PAUSE = """
            INSERT INTO migratable.control AS c (migration, paused_by, paused_at)
            VALUES (?, session_user, clock_timestamp())
            ON CONFLICT (migration) DO UPDATE SET paused_by = excluded.paused_by, paused_at = excluded.paused_at
            WHERE c.paused_by IS NULL""";

    private static final String RESUME = """
            UPDATE migratable.control SET paused_by = NULL, paused_at = NULL
            WHERE migration = ? AND paused_by IS NOT NULL""";

    private static final String STOP = """
            INSERT INTO migratable.control (migration, stop_by, stop_at) VALUES (?, session_user, clock_timestamp())
            ON CONFLICT (migration) DO UPDATE SET stop_by = excluded.stop_by, stop_at = excluded.stop_at""";

    private static final String SET = """
            INSERT INTO migratable.control AS c (migration, rate, workers, batch_target_millis, set_by, set_at)
            VALUES (?, ?, ?, ?, session_user, clock_timestamp())
            ON CONFLICT (migration) DO UPDATE SET rate = coalesce(excluded.rate, c.rate),
                workers = coalesce(excluded.workers, c.workers),
                batch_target_millis = coalesce(excluded.batch_target_millis, c.batch_target_millis),
                set_by = excluded.set_by, set_at = excluded.set_at""";

    private static final String RESET = """
            UPDATE migratable.control
            SET rate = NULL, workers = NULL, batch_target_millis = NULL, set_by = NULL, set_at = NULL
            WHERE migration = ? AND num_nonnulls(rate, workers, batch_target_millis) > 0""";

    private final Connection connection;

    ControlStore(Connection connection) {
        this.connection = connection;
    }

    /** Creates the table where it is missing; asks first, because IF NOT EXISTS wants the privilege even then. */
    void create() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            createUnlessThere(statement, SCHEMA_MISSING, CREATE_SCHEMA);
            createUnlessThere(statement, TABLE_MISSING, CREATE_TABLE);
        }
    }

    /** A runner and an operator may come at the same moment; whose CREATE comes second finds it there. */
    private static void createUnlessThere(Statement statement, String missing, String create) throws SQLException {
        if (!isTrue(statement, missing)) {
            return;
        }
        try {
            statement.execute(create);
        } catch (SQLException e) {
            if (isTrue(statement, missing)) {
                throw e;
            }
        }
    }

    /** Returns the server's time as it writes it. */
    String now() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(NOW)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Returns what is asked, for all first, then by migration; empty where the table is missing. */
    List<Control> read() throws SQLException {
        List<Control> controls = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, TABLE_MISSING)) {
                return controls;
            }
            try (ResultSet row = statement.executeQuery(READ)) {
                while (row.next()) {
                    controls.add(control(row));
                }
            }
        }
        return controls;
    }

    private static Control control(ResultSet row) throws SQLException {
        String pausedBy = row.getString(2);
        Optional<Mark> pause = pausedBy == null ? Optional.empty() : Optional.of(new Mark(pausedBy, row.getString(3)));
        ControlSettings settings = new ControlSettings(
                Optional.ofNullable(row.getString(4)).flatMap(Rate::parse), number(row, 5), number(row, 6));
        Optional<Mark> by =
                settings.isEmpty() ? Optional.empty() : Optional.of(new Mark(row.getString(7), row.getString(8)));
        return new Control(row.getString(1), pause, settings, by);
    }

    /** Returns who asked, after a time, that one of these migrations stop; the first one of them. */
    Optional<String> stoppedBy(String after, List<String> migrations) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STOPPED_BY)) {
            statement.setString(1, after);
            statement.setArray(2, connection.createArrayOf("text", migrations.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    /** Returns the ids of the migrations that were begun. */
    List<String> migrations() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, MIGRATIONS_MISSING)) {
                return ids;
            }
            try (ResultSet result = statement.executeQuery(MIGRATIONS)) {
                while (result.next()) {
                    ids.add(result.getString(1));
                }
            }
        }
        return ids;
    }

    /** Returns whether it was not paused before; a pause that is there keeps its author. */
    boolean pause(String migration) throws SQLException {
        return update(PAUSE, migration) > 0;
    }

    /** Returns whether it was paused. */
    boolean resume(String migration) throws SQLException {
        return update(RESUME, migration) > 0;
    }

    void stop(String migration) throws SQLException {
        update(STOP, migration);
    }

    /** Returns whether anything was set. */
    boolean reset(String migration) throws SQLException {
        return update(RESET, migration) > 0;
    }

    /** Sets what is said; the rest stays. */
    void set(String migration, ControlSettings settings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SET)) {
            statement.setString(1, migration);
            statement.setString(2, settings.rate().map(Rate::text).orElse(null));
            setNumber(statement, 3, settings.workers());
            setNumber(statement, 4, settings.batchTargetMillis());
            statement.executeUpdate();
        }
    }

    private int update(String sql, String migration) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, migration);
            return statement.executeUpdate();
        }
    }

    private static void setNumber(PreparedStatement statement, int position, Optional<Integer> number)
            throws SQLException {
        if (number.isPresent()) {
            statement.setInt(position, number.get());
        } else {
            statement.setNull(position, Types.INTEGER);
        }
    }

    private static Optional<Integer> number(ResultSet row, int column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
