package dev.migratable.runtime.execute;

import dev.migratable.runtime.history.MigrationState;
import dev.migratable.runtime.history.PurgeStore;
import dev.migratable.runtime.history.PurgeStore.Purged;
import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.liquibase.LiquibaseRunner;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is undone: the change sets behind the migration that stays, the latest one first.
 *
 * @param undone ids of the migrations that do not stay, in the changelog's order
 * @param changeSets those of them that ran, in the order in which they are undone
 */
record RollbackScope(List<String> undone, List<ChangeSetName> changeSets) {

    /**
     * Finds what is undone, and refuses before anything is where it cannot be undone to the end.
     *
     * @throws MigratableException {@code RBK01} where there is no such migration, {@code RBK02} where the database has
     *     later migrations than the changelog, {@code RBK03} where a change set of yours does not say how it is undone,
     *     {@code RBK04} where something that would be needed was purged
     */
    static RollbackScope of(
            RollbackRequest request, List<MigrationPlan> plans, LiquibaseRunner liquibase, Connection connection)
            throws SQLException {
        List<String> ids = plans.stream().map(MigrationPlan::id).toList();
        int first = request.to().isPresent() ? ids.indexOf(last(request.to().get(), ids)) + 1 : 0;
        List<String> undone = ids.subList(first, ids.size());
        refuseUnknown(connection, ids, undone);
        refusePurged(connection, undone);
        Set<ChangeSetName> behind = behind(liquibase.changeSets(), Set.copyOf(ids.subList(0, first)));
        List<ChangeSetName> changeSets = new ArrayList<>();
        for (ChangeSetName changeSet : liquibase.ran()) {
            if (undone.contains(changeSet.migration()) || behind.contains(changeSet)) {
                changeSets.add(changeSet);
                refuseIrreversible(liquibase, changeSet);
            }
        }
        Collections.reverse(changeSets);
        return new RollbackScope(undone, changeSets);
    }

    private static String last(String wanted, List<String> ids) {
        Optional<String> id = ids.stream()
                .filter(i -> i.equals(wanted) || i.startsWith(wanted + "_"))
                .findFirst();
        return id.orElseThrow(() -> new MigratableException(
                "RBK01",
                "rollback to " + wanted + ": the changelog has no such migration. Name one of " + String.join(", ", ids)
                        + "."));
    }

    private static void refuseUnknown(Connection connection, List<String> ids, List<String> undone)
            throws SQLException {
        List<String> unknown = MigrationState.readAll(connection).stream()
                .map(MigrationState::id)
                .filter(id -> !ids.contains(id))
                .filter(id -> undone.isEmpty() || id.compareTo(undone.get(0)) > 0)
                .toList();
        if (!unknown.isEmpty()) {
            throw new MigratableException(
                    "RBK02",
                    "rollback: the database has " + String.join(", ", unknown)
                            + ", which this changelog does not, and which would have to be undone first. Use the"
                            + " changelog of the newest version.");
        }
    }

    private static void refusePurged(Connection connection, List<String> undone) throws SQLException {
        Optional<Purged> purged = new PurgeStore(connection)
                .all().stream().filter(p -> undone.contains(p.migration())).findFirst();
        if (purged.isPresent()) {
            Purged first = purged.get();
            throw new MigratableException(
                    "RBK04",
                    "rollback: " + first.migration() + " cannot be undone any more, because " + first.object()
                            + " was purged at " + first.at() + " by " + first.who() + ". Write a migration that leads"
                            + " to the model you want; values come back only from a backup.");
        }
    }

    /** Returns the change sets of your own, beside the migrations, that come after the last one that stays. */
    private static Set<ChangeSetName> behind(List<ChangeSetName> all, Set<String> staying) {
        Set<ChangeSetName> behind = new HashSet<>();
        for (int i = all.size() - 1; i >= 0 && !staying.contains(all.get(i).migration()); i--) {
            behind.add(all.get(i));
        }
        return behind;
    }

    private static void refuseIrreversible(LiquibaseRunner liquibase, ChangeSetName changeSet) throws SQLException {
        if (!liquibase.isReversible(changeSet)) {
            throw new MigratableException(
                    "RBK03",
                    changeSet + ": it does not say how it is undone, and ran after the migration that is to stay."
                            + " Give it a rollback.");
        }
    }
}
