package dev.migratable.classify;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ColumnDependents;
import dev.migratable.schema.Index;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Computes the facts of a type change from the pair of types and from what depends on the column. */
final class TypeChangeFacts {

    private TypeChangeFacts() {}

    static Facts of(ChangeColumnType change, ClassificationContext context) {
        TypeTransition transition = context.transition(change);
        Optional<Table> table = context.current().table(change.table());
        boolean hasChecks = table.map(t -> ColumnDependents.of(t, change.column()))
                .filter(d -> !d.checkConstraints().isEmpty())
                .isPresent();
        Facts facts = Facts.instant(LockMode.ACCESS_EXCLUSIVE)
                .rebuilding(
                        table.map(t -> rebuilt(t, change.column(), transition)).orElse(List.of()))
                .losing(transition.loss().map(l -> change.column() + ": " + l).stream()
                        .toList());
        facts = transition.rewrites() ? facts.rewriting() : hasChecks ? facts.scanning() : facts;
        facts = transition.mayFail() ? facts.failingOnData() : facts;
        return withVersions(facts, transition);
    }

    private static Facts withVersions(Facts facts, TypeTransition transition) {
        return switch (transition.reading()) {
            case UNCHANGED -> facts;
            case WIDENED -> facts.breakingOld().neededByNew();
            case NARROWED -> facts.breakingOld();
            case BROKEN -> facts.breakingOld().neededByNew();
        };
    }

    /** Names the indexes that are built anew, those of constraints by the name of the constraint. */
    private static List<String> rebuilt(Table table, String column, TypeTransition transition) {
        List<String> names = new ArrayList<>();
        boolean all = transition.rewrites();
        boolean partitioned = table.options().partitionBy().isPresent(); // its partitions' indexes are not taken over
        boolean ofColumn = all || transition.rebuildsIndexes() || partitioned;
        table.primaryKey()
                .filter(k -> all || ofColumn && k.columns().contains(column))
                .ifPresent(k -> names.add(k.name()));
        for (UniqueConstraint unique : table.uniqueConstraints()) {
            if (all || ofColumn && unique.columns().contains(column)) {
                names.add(unique.name());
            }
        }
        for (Index index : table.indexes()) {
            boolean key = ofColumn && ColumnDependents.containsKey(index, column);
            if (all || key || ColumnDependents.mentions(index, column)) {
                names.add(index.name());
            }
        }
        return names;
    }

    /** Names all indexes of a table, which a rewrite builds anew. */
    static List<String> all(Table table) {
        TypeTransition rewrite =
                new TypeTransition(true, false, false, false, Optional.empty(), TypeTransition.Reading.UNCHANGED);
        return rebuilt(table, "", rewrite);
    }

    /** Names the indexes that a change of the column's collation builds anew. */
    static List<String> rebuiltByCollation(Table table, String column) {
        TypeTransition keys =
                new TypeTransition(false, true, false, false, Optional.empty(), TypeTransition.Reading.UNCHANGED);
        return rebuilt(table, column, keys);
    }
}
