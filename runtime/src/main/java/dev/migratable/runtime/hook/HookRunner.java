package dev.migratable.runtime.hook;

import dev.migratable.runtime.hook.DueHookStore.Due;
import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Calls hooks, each in a transaction of its own on a session apart from the steps'. Hooks before a step are called each
 * time the step is about to run, or to be undone; that hooks after it are due is noted with the step itself, so that they
 * are called even if the runner is killed in between.
 */
public final class HookRunner {

    private final SessionSource sessions;
    private final List<MigrationHook> hooks;

    /**
     * Creates a runner.
     *
     * @param hooks the hooks in the order in which they are called
     */
    public HookRunner(SessionSource sessions, List<MigrationHook> hooks) {
        this.sessions = sessions;
        this.hooks = List.copyOf(hooks);
    }

    /** Creates our own table, where there are hooks that need it. */
    public void prepare(Connection connection) throws SQLException {
        if (!hooks.isEmpty()) {
            new DueHookStore(connection).create();
        }
    }

    /** Calls the hooks of points before a step, the points in their order. */
    public void before(List<HookPoint> points) {
        call(points, "The step has not begun; the same command goes on from there");
    }

    /** Notes, in the step's own transaction where it has one, that the hooks after it are due. */
    public void due(Connection connection, Direction direction, String migration, Step step) throws SQLException {
        if (hooks.isEmpty()) {
            return;
        }
        DueHookStore store = new DueHookStore(connection);
        store.add(new Due(migration, step.header().id(), direction));
        if (direction == Direction.ROLLBACK) {
            // What was to be told of a step that is undone has no object any more.
            store.remove(new Due(migration, step.header().id(), Direction.APPLY));
        }
    }

    /** Calls the hooks after a step and notes that they are not due any more. */
    public void after(Connection connection, Direction direction, MigrationPlan plan, Step step) throws SQLException {
        if (!hooks.isEmpty()) {
            call(new DueHookStore(connection), direction, plan, step);
        }
    }

    /**
     * Calls the hooks of steps that an earlier run did or undid without getting to them.
     *
     * @param directions only those
     */
    public void catchUp(Connection connection, Collection<MigrationPlan> plans, Collection<Direction> directions)
            throws SQLException {
        DueHookStore store = new DueHookStore(connection);
        for (Due due : store.all()) {
            Optional<MigrationPlan> plan =
                    plans.stream().filter(p -> p.id().equals(due.migration())).findFirst();
            Optional<Step> step = plan.flatMap(p -> p.steps().stream()
                    .filter(s -> s.header().id().equals(due.step()))
                    .findFirst());
            // Another changelog's steps are for a run of that changelog.
            if (directions.contains(due.direction()) && plan.isPresent() && step.isPresent()) {
                call(store, due.direction(), plan.get(), step.get());
            }
        }
    }

    /**
     * Notes, in the transaction that drops something, that the hooks after it are due.
     *
     * @param last whether it is the last one of its migration, whose own hooks are due then, too
     */
    public void duePurge(Connection connection, String migration, String step, boolean last) throws SQLException {
        if (!hooks.isEmpty()) {
            DueHookStore store = new DueHookStore(connection);
            store.add(new Due(migration, step, Direction.PURGE));
            if (last) {
                store.add(new Due(migration, "", Direction.PURGE));
            }
        }
    }

    /**
     * Calls the hooks after what this purge, or an earlier one that did not get to them, has dropped.
     *
     * @param migrations only theirs
     */
    public void afterPurge(Connection connection, Collection<String> migrations) throws SQLException {
        DueHookStore store = new DueHookStore(connection);
        for (Due due : store.all()) {
            if (due.direction() == Direction.PURGE && migrations.contains(due.migration())) {
                HookPoint point = due.step().isEmpty()
                        ? HookPoint.purgeOfMigration(When.AFTER, due.migration(), due.step())
                        : HookPoint.purge(When.AFTER, due.migration(), due.step());
                call(List.of(point), "It is dropped; the same command calls the hook again and goes on");
                store.remove(due);
            }
        }
    }

    private void call(DueHookStore store, Direction direction, MigrationPlan plan, Step step) throws SQLException {
        boolean back = direction == Direction.ROLLBACK;
        call(
                back ? HookPoint.afterUndo(plan, step) : HookPoint.after(plan, step),
                "The step is " + (back ? "undone" : "done") + "; the same command calls the hook again and goes on");
        store.remove(new Due(plan.id(), step.header().id(), direction));
    }

    private void call(List<HookPoint> points, String fix) {
        if (hooks.isEmpty()) {
            return;
        }
        try (RunnerSession session = sessions.open()) {
            for (HookPoint point : points) {
                for (MigrationHook hook : hooks) {
                    call(hook, point, session.connection(), fix);
                }
            }
        }
    }

    private static void call(MigrationHook hook, HookPoint point, Connection connection, String fix) {
        try {
            connection.setAutoCommit(false);
            try {
                new DueHookStore(connection).tell(point);
                switch (point.direction()) {
                    case APPLY -> hook.run(point, connection);
                    case ROLLBACK -> hook.undo(point, connection);
                    case PURGE -> hook.purge(point, connection);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed(hook, point, DatabaseErrors.firstLine(e), fix, e);
        } catch (RuntimeException e) {
            throw failed(hook, point, e.getClass().getSimpleName() + ": " + e.getMessage(), fix, e);
        }
    }

    private static MigratableException failed(
            MigrationHook hook, HookPoint point, String fact, String fix, Exception cause) {
        return new MigratableException(
                "HOK02", point.describe() + ": the hook " + hook.name() + " failed: " + fact + ". " + fix + ".", cause);
    }
}
