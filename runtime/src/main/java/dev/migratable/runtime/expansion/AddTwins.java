package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.expansion.Transition.Kind;
import dev.migratable.runtime.expansion.Transition.Renamed;
import dev.migratable.runtime.sql.CarryOverSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Adds the columns that follow others: nullable, without a default, which would make values of it too early. */
final class AddTwins {
    private final PlanContext context;
    private final PlanDraft draft;

    AddTwins(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(Transition transition) {
        if (!transition.hasTwins()) {
            return;
        }
        QualifiedName table = transition.table();
        StepDraft step = StepDraft.of(Stage.ADD_TWIN, table, "add-twins-" + table.name())
                .purpose("Add " + purpose(transition) + " to " + table.display()
                        + ", with its privileges and storage; no default yet")
                .notes(transition.notes())
                .notes(List.of(Lists.ONE_COLUMN_MORE))
                .lock(LockMode.ACCESS_EXCLUSIVE);
        for (Renamed rename : transition.renames()) {
            String from = rename.old().name();
            step.run(CarryOverSql.refuseDependents(table, from, context.former(table)));
            add(step, table, rename.twin(), Optional.of(from));
            step.effect(
                    CatalogTest.type(table, rename.twin().name(), rename.twin().type()));
            draft.expands(table, t -> t.withColumns(Lists.append(t.columns(), rename.twin())));
        }
        for (Grouped group : transition.groups()) {
            add(step, table, group);
        }
        draft.add(step);
    }

    private void add(StepDraft step, QualifiedName table, Grouped group) {
        boolean split = group.kind() == Kind.SPLIT;
        Optional<String> from =
                split ? Optional.empty() : Optional.of(group.old().get(0).name());
        from.ifPresent(f -> step.run(CarryOverSql.refuseDependents(table, f, context.former(table))));
        for (Column twin : group.twins()) {
            add(step, table, twin, from);
            String there = CatalogTest.type(table, twin.name(), twin.type());
            step.effect(group.swap()
                    .map(s -> group.evenSwapped(there, CatalogTest.type(table, s.name(), twin.type())))
                    .orElse(there));
            if (group.swap().isEmpty()) {
                Column shown = twin.withNullable(!group.isRequiredEarly());
                draft.expands(table, t -> t.withColumns(Lists.append(t.columns(), shown)));
            }
        }
    }

    private static void add(StepDraft step, QualifiedName table, Column twin, Optional<String> from) {
        Column bare = twin.withNullable(true).withDefault(Optional.empty());
        step.run(CarryOverSql.refuseFilled(table, bare.name())).run(ColumnSql.add(table, bare));
        from.ifPresent(f -> step.run(CarryOverSql.attributes(table, f, bare.name())));
        step.undo(ColumnSql.drop(table, bare.name()));
        bare.comment().ifPresent(c -> step.run(ColumnSql.comment(table, bare.name(), Optional.of(c))));
    }

    private static String purpose(Transition transition) {
        List<String> parts = new ArrayList<>();
        transition
                .renames()
                .forEach(r ->
                        parts.add(r.twin().name() + " as the twin of " + r.old().name()));
        transition.groups().forEach(g -> parts.add(names(g.twins()) + " " + of(g.kind()) + " " + names(g.old())));
        return String.join(", ", parts);
    }

    private static String of(Kind kind) {
        return switch (kind) {
            case CONVERTED, SPLIT -> "made of";
            case CAST, SWAPPED -> "as the twin of another type of";
        };
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(" and "));
    }
}
