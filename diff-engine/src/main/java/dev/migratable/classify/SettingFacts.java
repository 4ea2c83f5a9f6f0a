package dev.migratable.classify;

import dev.migratable.change.ChangeColumnOptions;
import dev.migratable.change.ChangeCompression;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangePersistence;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.change.ChangeStatisticsTarget;
import dev.migratable.change.ChangeStorage;
import dev.migratable.change.ChangeStorageParameters;
import dev.migratable.change.SettingChange;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Computes what the plain statement of a change of a setting does on the server. Locks are those that the tests measure;
 * that of an index is given as one on the table, for whoever plans a query opens every index of it.
 */
final class SettingFacts implements SettingChange.Visitor<Facts> {

    /** Parameters that are read with the table's other properties, and for which clients have to be away. */
    private static final Set<String> STRONG = Set.of(
            "user_catalog_table",
            "fastupdate",
            "gin_pending_list_limit",
            "buffering",
            "pages_per_range",
            "autosummarize");

    private final ClassificationContext context;

    SettingFacts(ClassificationContext context) {
        this.context = context;
    }

    @Override
    public Facts visit(ChangePersistence change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE)
                .rewriting()
                .rebuilding(context.current()
                        .table(change.table())
                        .map(TypeChangeFacts::all)
                        .orElse(List.of()));
    }

    @Override
    public Facts visit(ChangeSequencePersistence change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(ChangeStorage change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(ChangeCompression change) {
        return Facts.instant(LockMode.ACCESS_EXCLUSIVE);
    }

    @Override
    public Facts visit(ChangeStatisticsTarget change) {
        return Facts.instant(LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public Facts visit(ChangeColumnOptions change) {
        return Facts.instant(LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    @Override
    public Facts visit(ChangeStorageParameters change) {
        return Facts.instant(lock(change.from(), change.to()));
    }

    @Override
    public Facts visit(ChangeIndexParameters change) {
        return Facts.instant(lock(change.from(), change.to()));
    }

    @Override
    public Facts visit(ChangeObjectComment change) {
        return Facts.instant(
                change.kind() == ChangeObjectComment.Kind.CONSTRAINT
                        ? LockMode.ACCESS_SHARE
                        : LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    private static LockMode lock(Map<String, String> from, Map<String, String> to) {
        Set<String> changed = new TreeSet<>(from.keySet());
        changed.addAll(to.keySet());
        changed.removeIf(name -> Objects.equals(from.get(name), to.get(name)));
        return changed.stream().anyMatch(STRONG::contains)
                ? LockMode.ACCESS_EXCLUSIVE
                : LockMode.SHARE_UPDATE_EXCLUSIVE;
    }
}
