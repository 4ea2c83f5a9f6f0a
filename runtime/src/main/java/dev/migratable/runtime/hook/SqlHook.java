package dev.migratable.runtime.hook;

import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.plan.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Runs the statements of one file at the points that its name says.
 *
 * @param name the file's path within the changelog
 * @param direction whether migrations are applied, undone or purged
 * @param when before or after
 * @param scope what
 * @param phase only this phase; empty for every one
 * @param migration only this migration; empty for every one
 * @param sql its statements
 */
record SqlHook(
        String name,
        Direction direction,
        When when,
        Scope scope,
        Optional<Phase> phase,
        Optional<String> migration,
        String sql)
        implements MigrationHook {

    @Override
    public void undo(HookPoint point, Connection connection) throws SQLException {
        run(point, connection);
    }

    @Override
    public void purge(HookPoint point, Connection connection) throws SQLException {
        run(point, connection);
    }

    @Override
    public void run(HookPoint point, Connection connection) throws SQLException {
        boolean wanted = point.direction() == direction
                && point.when() == when
                && point.scope() == scope
                && phase.map(p -> p == point.phase()).orElse(true)
                && migration.map(m -> m.equals(point.migration())).orElse(true);
        if (wanted) {
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(sql);
            }
        }
    }
}
