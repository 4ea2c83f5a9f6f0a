package dev.migratable.runtime.expansion;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.DropCheck;
import dev.migratable.change.DropForeignKey;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses what the server is known to refuse, whatever the steps would be. */
final class ServerRefusal {
    /** PostgreSQL has no cast, or the column is one that it lets no type be changed of. */
    private static final RuleId REFUSED = new RuleId("MIG207");

    /** Something that no model owns uses the column. */
    private static final RuleId DEPENDENTS = new RuleId("MIG209");

    /** What a partitioned table and all its partitions are given in an instant, or beside the clients. */
    private static final Set<Class<? extends Change>> FOR_ALL_PARTITIONS = Set.of(
            AddCheck.class,
            ChangeColumnComment.class,
            ChangeColumnType.class,
            ChangeDefault.class,
            ChangeTableComment.class,
            ChangeObjectComment.class,
            DropCheck.class,
            DropNotNull.class);

    /** What a partition has of its own, whatever its parent has. */
    private static final Set<Class<? extends Change>> OF_EACH_PARTITION =
            Set.of(ChangeColumnComment.class, ChangeTableComment.class, ChangeObjectComment.class);

    private final PlanContext context;
    private final PlanDraft draft;

    ServerRefusal(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /** Adds the refusal of a change to the draft, if there is one. */
    boolean refuses(ClassifiedChange judged) {
        Change change = judged.change();
        Optional<Finding> finding = finding(judged);
        finding.ifPresent(f -> draft.refuse(change, "it " + f.message(), f.fix()));
        return finding.isPresent() || isOfPartitions(judged);
    }

    /**
     * The server refuses whatever the developer accepts, unless what depends on the column is gone by then, which only
     * the developer knows.
     */
    private static Optional<Finding> finding(ClassifiedChange judged) {
        boolean now = judged.change() instanceof ChangeColumnType || judged.change() instanceof RenameColumn;
        return Stream.concat(
                        judged.findings().stream(),
                        judged.accepted().stream()
                                .map(AcceptedFinding::finding)
                                .filter(f -> f.rule().equals(REFUSED)))
                .filter(f -> now && (f.rule().equals(REFUSED) || f.rule().equals(DEPENDENTS)))
                .findFirst();
    }

    private boolean isOfPartitions(ClassifiedChange judged) {
        Change change = judged.change();
        Optional<TableOptions> options =
                context.from().table(context.present(change.table())).map(t -> t.options());
        Partitions partitions = new Partitions(context);
        if (partitions.isFollowed(change)) {
            if (partitions.isBeforeRollout(change)) {
                draft.expands(change);
            }
            return true; // done along with the parent
        }
        if (change instanceof DropTable || change instanceof DropForeignKey && isRetired(change)) {
            return options.flatMap(TableOptions::partitionBy).isPresent() && refusesTree(change);
        }
        boolean partition = options.flatMap(TableOptions::partitionOf).isPresent()
                && !OF_EACH_PARTITION.contains(change.getClass());
        boolean partitioned = options.flatMap(TableOptions::partitionBy).isPresent();
        if (!partition && (!partitioned || isForAllPartitions(judged))) {
            if (change instanceof AddColumn add) {
                partitions.retired(add.table()).forEach(t -> draft.expands(t, table -> with(table, add.column())));
            }
            return false;
        }
        draft.refuse(
                change,
                partition
                        ? "the table is a partition"
                        : "the table is partitioned, where the server does it under a lock that stops the clients, or not"
                                + " at all",
                "change it by hand, partition by partition");
        return true;
    }

    /** A partition that goes behind the gate gets the column meanwhile, with nobody asking for it. */
    private static Table with(Table table, Column column) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(column);
        return table.withColumns(columns);
    }

    private boolean isRetired(Change change) {
        return context.has(DropTable.class, change.table(), d -> true);
    }

    private boolean refusesTree(Change change) {
        draft.refuse(
                change,
                "the table is partitioned, and its partitions would stay behind",
                "drop it by hand, partition by partition");
        return true;
    }

    private boolean isForAllPartitions(ClassifiedChange judged) {
        if (judged.change() instanceof AddColumn add) {
            QualifiedName table = context.present(add.table());
            return !judged.facts().rewrites()
                    && context.declarations()
                            .backfill(table, add.column().name())
                            .isEmpty();
        }
        return FOR_ALL_PARTITIONS.contains(judged.change().getClass());
    }
}
