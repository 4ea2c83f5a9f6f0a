package dev.migratable.runtime.hook;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Does something of the user's own before or after a migration, a phase, or a step. Given to the migrator's builder, or
 * found by {@link java.util.ServiceLoader}. It is called at least once at each point: after a kill or a failure the same
 * point may come again, so it has to bear that.
 */
@FunctionalInterface
public interface MigrationHook {

    /**
     * Does it, or nothing where the point is not one of interest. What it throws stops the run: before a step, that step
     * has not begun; after a step, the step is done, and the next run calls the hook again before it goes on.
     *
     * @param point where the migration is
     * @param connection a session of the runner with a transaction of its own, apart from the step's, which is committed
     *     when the hook returns and rolled back when it throws
     */
    void run(HookPoint point, Connection connection) throws SQLException;

    /**
     * Does what belongs to the way back: called instead of {@link #run} where steps are undone, and does nothing unless
     * overridden. What it throws stops the rollback, which goes on from there when it is called again.
     *
     * @param point where the way back is
     * @param connection as for {@link #run}
     */
    default void undo(HookPoint point, Connection connection) throws SQLException {}

    /**
     * Does what belongs to a purge: called instead of {@link #run} where what migrations parked is dropped for good, and
     * does nothing unless overridden. Before a thing is dropped, what it throws keeps that, and stops the purge.
     *
     * @param point where the purge is: a migration, or one thing that it parked as a step
     * @param connection as for {@link #run}
     */
    default void purge(HookPoint point, Connection connection) throws SQLException {}

    /** Returns what messages call it. */
    default String name() {
        return getClass().getName();
    }
}
