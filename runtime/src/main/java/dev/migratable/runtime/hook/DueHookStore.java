package dev.migratable.runtime.hook;

import dev.migratable.runtime.hook.HookPoint.Direction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Keeps, in {@code migratable.due_hook}, which steps are done or undone whose hooks have yet to be called. Works on the
 * connection it is given and never commits, so that it is noted in the step's own transaction.
 */
final class DueHookStore {

    private static final String MISSING = "SELECT to_regclass('migratable.due_hook') IS NULL";

    private static final String CREATE = """
            CREATE TABLE migratable.due_hook (
                migration text NOT NULL,
                step text NOT NULL,
                direction text NOT NULL,
                since timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (migration, step, direction)
            )""";

    private static final String ADD =
            "INSERT INTO migratable.due_hook (migration, step, direction) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private static final String REMOVE =
            "DELETE FROM migratable.due_hook WHERE migration = ? AND step = ? AND direction = ?";

    private static final String ALL =
            "SELECT migration, step, direction FROM migratable.due_hook ORDER BY since, migration, step, direction";

    /** Tells the statements of a hook where they are, for {@code current_setting('migratable.step')}. */
    private static final String TELL = """
            SELECT set_config('migratable.migration', ?, true), set_config('migratable.phase', ?, true),
                   set_config('migratable.step', ?, true)""";

    /** A step whose hooks are due. */
    record Due(String migration, String step, Direction direction) {}

    private final Connection connection;

    DueHookStore(Connection connection) {
        this.connection = connection;
    }

    void create() throws SQLException {
        if (isMissing()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(CREATE);
            }
        }
    }

    List<Due> all() throws SQLException {
        List<Due> due = new ArrayList<>();
        if (isMissing()) {
            return due;
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ALL)) {
            while (result.next()) {
                due.add(new Due(result.getString(1), result.getString(2), Direction.valueOf(result.getString(3))));
            }
        }
        return due;
    }

    void add(Due due) throws SQLException {
        execute(ADD, due.migration(), due.step(), due.direction().name());
    }

    void remove(Due due) throws SQLException {
        execute(REMOVE, due.migration(), due.step(), due.direction().name());
    }

    /** Tells what runs in this transaction at which point it is. */
    void tell(HookPoint point) throws SQLException {
        execute(TELL, point.migration(), point.phase().name().toLowerCase(Locale.ROOT), point.step());
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    private boolean isMissing() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(MISSING)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
