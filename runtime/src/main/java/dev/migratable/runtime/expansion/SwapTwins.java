package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.DualWriteSql;
import dev.migratable.runtime.sql.SwapSql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.stream.Collectors;

/** Gives columns of a new type the names of the old ones, which are parked but kept up to date until the contract. */
final class SwapTwins {
    private final PlanContext context;
    private final PlanDraft draft;

    SwapTwins(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(Transition transition) {
        QualifiedName table = transition.table();
        String names = transition.groups().stream()
                .flatMap(g -> g.swap().stream())
                .map(SwapSql::name)
                .collect(Collectors.joining(", "));
        StepDraft step = StepDraft.of(Stage.SWAP, table, "swap-" + table.name())
                .purpose("Give the twins in " + table.display() + " the names they are for, " + names
                        + ", in an instant; prepared statements that return them are planned anew and may fail once, "
                        + "and the columns now stand last in the table")
                .notes(transition.notes())
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(TableSql.lock(table))
                .undo(TableSql.lock(table));
        for (Grouped group : transition.groups()) {
            group.swap().ifPresent(swap -> swap(step, table, group, swap));
        }
        draft.add(step.run(DualWriteSql.replaceFunction(transition.dualWriteLeaving(context.number())))
                .undo(DualWriteSql.replaceFunction(transition.dualWrite(context.number()))));
    }

    private void swap(StepDraft step, QualifiedName table, Grouped group, SwapSql swap) {
        Column twin = group.twins().get(0);
        step.run(swap.swap(context.former(table)))
                .undo(swap.swapBack())
                .effect(CatalogTest.type(table, swap.name(), twin.type()), swap.swapped());
        draft.expands(
                table,
                t -> t.withColumns(t.columns().stream()
                        .map(c -> c.name().equals(swap.name())
                                ? c.withType(twin.type()).withCollation(twin.collation())
                                : c)
                        .toList()));
    }
}
