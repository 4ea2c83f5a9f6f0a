package dev.migratable.runtime.expansion;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropTable;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers which tables are partitions, and what they follow their parents in. */
final class Partitions {
    /** What the server does to every partition along with the parent. */
    private static final Set<Class<? extends Change>> FOLLOWED = Set.of(
            AddCheck.class,
            AddColumn.class,
            ChangeColumnType.class,
            ChangeDefault.class,
            DropCheck.class,
            DropNotNull.class);

    /** Of those, what is done before the rollout. */
    private static final Set<Class<? extends Change>> BEFORE_ROLLOUT =
            Set.of(AddColumn.class, ChangeColumnType.class, DropCheck.class, DropNotNull.class);

    private static final String DEFAULT = "DEFAULT";

    private final PlanContext context;

    Partitions(PlanContext context) {
        this.context = context;
    }

    /** Returns the parent that a table has before the migration. */
    Optional<QualifiedName> parent(QualifiedName table) {
        return context.from().table(context.present(table)).map(Table::options).flatMap(TableOptions::partitionOf);
    }

    /** Returns the partitions of a table that are to go. */
    List<QualifiedName> retired(QualifiedName parent) {
        return context.changes().stream()
                .filter(c -> c instanceof DropTable drop
                        && drop.definition().options().partitionOf().equals(Optional.of(parent)))
                .map(Change::table)
                .toList();
    }

    /** Returns whether the same is done to the parent, and so to the partition. */
    boolean isFollowed(Change change) {
        QualifiedName table = context.present(change.table());
        Optional<QualifiedName> parent = parent(table);
        return parent.isPresent()
                && FOLLOWED.contains(change.getClass())
                && context.changes(change.getClass(), parent.get()).stream()
                        .anyMatch(c -> c.description()
                                .equals(change.description()
                                        .replace(table.display(), parent.get().display())));
    }

    boolean isBeforeRollout(Change change) {
        return BEFORE_ROLLOUT.contains(change.getClass());
    }

    /** Returns why a table cannot be created as the partition it is to be; empty where it can or is to be none. */
    Optional<String> whyNotAttached(Table table) {
        TableOptions options = table.options();
        if (options.partitionBy().isPresent()) {
            return Optional.of("it is partitioned");
        }
        QualifiedName parent = options.partitionOf().orElseThrow();
        if (context.isNew(parent) || context.from().table(parent).isEmpty()) {
            return Optional.of("it is a partition of a table that is new itself");
        }
        boolean scanned = context.from().tables().stream()
                .filter(t -> t.options().partitionOf().equals(Optional.of(parent)))
                .anyMatch(t -> t.options().partitionBound().equals(Optional.of(DEFAULT)));
        return scanned
                ? Optional.of(
                        "it is a partition beside a default one, whose rows the server would read while nobody can"
                                + " read or write them")
                : Optional.empty();
    }
}
