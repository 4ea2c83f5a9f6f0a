package dev.migratable.runtime.execute;

import dev.migratable.runtime.hook.HookPoint;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.hook.HookRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells listener and hooks what one purge begins and ends: a migration, and, as steps, the things that it parked. */
final class PurgeMilestones {

    private final Connection connection;
    private final HookRunner hooks;
    private final MigrationListener listener;
    private final List<Parked> due;
    private final Set<String> begun = new HashSet<>();

    /**
     * Creates those of one purge.
     *
     * @param connection in autocommit mode
     * @param due all that it drops, in order
     */
    PurgeMilestones(Connection connection, HookRunner hooks, MigrationListener listener, List<Parked> due) {
        this.connection = connection;
        this.hooks = hooks;
        this.listener = listener;
        this.due = List.copyOf(due);
    }

    static String step(Parked parked) {
        return "purge " + parked.name();
    }

    void before(Parked parked) {
        HookPoint point = HookPoint.purge(When.BEFORE, parked.migration(), step(parked));
        if (begun.add(parked.migration())) {
            HookPoint first = HookPoint.purgeOfMigration(When.BEFORE, parked.migration(), step(parked));
            listener.reached(first);
            hooks.before(List.of(first, point));
        } else {
            hooks.before(List.of(point));
        }
    }

    /** Notes, in the transaction that drops it, that its hooks are due. */
    void due(Connection ofDrop, Parked parked) throws SQLException {
        hooks.duePurge(ofDrop, parked.migration(), step(parked), isLast(parked));
    }

    /** It is dropped, and that is committed. */
    void after(Parked parked) throws SQLException {
        hooks.afterPurge(connection, Set.of(parked.migration()));
        if (isLast(parked)) {
            listener.reached(HookPoint.purgeOfMigration(When.AFTER, parked.migration(), ""));
        }
    }

    private boolean isLast(Parked parked) {
        return due.subList(due.indexOf(parked) + 1, due.size()).stream()
                .noneMatch(later -> later.migration().equals(parked.migration()));
    }
}
