package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.Transition.Filled;
import dev.migratable.runtime.expansion.Transition.Renamed;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.CarryOverSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.DualWrite;
import dev.migratable.runtime.sql.DualWrite.Twin;
import dev.migratable.runtime.sql.DualWriteSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings the columns of one table into transition and out of it: twins and fills kept by one trigger function, values
 * of existing rows in batches, verification; what hangs on the columns is left to {@link TwinExpansion}.
 */
final class TransitionExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    TransitionExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(Transition transition) {
        addTwins(transition);
        if (transition.isDual()) {
            installDualWrite(transition);
        }
        backfill(transition);
        new TwinExpansion(context, draft).expand(transition);
        if (transition.isDual()) {
            removeDualWrite(transition);
        }
    }

    private void addTwins(Transition transition) {
        QualifiedName table = transition.table();
        if (transition.renames().isEmpty()) {
            return;
        }
        StepDraft step = StepDraft.of(Stage.ADD_TWIN, table, "add-twins-" + table.name())
                .purpose("Add "
                        + names(
                                transition,
                                r -> r.twin().name() + " as the twin of "
                                        + r.old().name()) + " to " + table.display()
                        + ", with its privileges and storage; no default yet")
                .notes(transition.notes())
                .lock(LockMode.ACCESS_EXCLUSIVE);
        for (Renamed rename : transition.renames()) {
            Column bare = rename.twin().withNullable(true).withDefault(Optional.empty());
            String from = rename.old().name();
            step.run(CarryOverSql.refuseDependents(table, from, context.former(table)))
                    .run(CarryOverSql.refuseFilled(table, bare.name()))
                    .run(ColumnSql.add(table, bare))
                    .run(CarryOverSql.attributes(table, from, bare.name()))
                    .undo(ColumnSql.drop(table, bare.name()))
                    .effect(CatalogTest.type(table, bare.name(), bare.type()));
            bare.comment().ifPresent(c -> step.run(ColumnSql.comment(table, bare.name(), Optional.of(c))));
            draft.expands(table, t -> t.withColumns(Lists.append(t.columns(), rename.twin())));
        }
        draft.add(step);
    }

    private static String names(Transition transition, Function<Renamed, String> text) {
        return transition.renames().stream().map(text).collect(Collectors.joining(", "));
    }

    /** One transaction: with the trigger but without the default, an old version's insert would read as a NULL written. */
    private void installDualWrite(Transition transition) {
        QualifiedName table = transition.table();
        DualWrite dual = transition.dualWrite(context.number());
        StepDraft step = StepDraft.of(Stage.DUAL_WRITE, table, "dual-write-" + table.name())
                .purpose("Keep " + inStep(transition) + " in " + table.display()
                        + " while old and new versions write; from here on a write fires the trigger")
                .notes(transition.notes())
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(DualWriteSql.install(dual))
                .undo(DualWriteSql.remove(dual))
                .effect(DualWriteSql.installed(dual));
        for (Renamed rename : transition.renames()) {
            Optional<String> value = rename.twin().defaultValue();
            if (value.isPresent()) {
                step.run(ColumnSql.changeDefault(table, rename.twin().name(), value))
                        .undo(ColumnSql.changeDefault(table, rename.twin().name(), Optional.empty()))
                        .effect(CatalogTest.hasDefault(table, rename.twin().name()));
            }
        }
        draft.add(step);
    }

    private static String inStep(Transition transition) {
        Stream<String> pairs = transition.renames().stream()
                .map(r -> r.old().name() + " and " + r.twin().name() + " equal");
        Stream<String> fills =
                transition.fills().stream().filter(Filled::trigger).map(f -> f.column() + " filled");
        return Stream.concat(pairs, fills).collect(Collectors.joining(", "));
    }

    private void backfill(Transition transition) {
        QualifiedName table = transition.table();
        List<Assignment> assignments = new ArrayList<>();
        List<Verification> verifications = new ArrayList<>();
        for (Renamed rename : transition.renames()) {
            assignments.add(follow(rename, rename.twin().name(), rename.old().name()));
            Verification same = sameValue(table, rename);
            verifications.add(same);
            draft.gate(same);
        }
        for (Filled fill : transition.fills()) {
            assignments.add(new Assignment(fill.column(), fill.expression(), Mode.FILL));
            if (isRequired(table, fill.column())) {
                verifications.add(new Verification(
                        table, Sql.identifier(fill.column()) + " IS NULL", fill.column() + " is NULL"));
            }
        }
        String columns = assignments.stream().map(Assignment::column).collect(Collectors.joining(", "));
        draft.add(StepDraft.of(Stage.BACKFILL, table, "backfill-" + table.name())
                .backfill(new BackfillSpec(table, key(table), assignments))
                .purpose("Give existing rows of " + table.display() + " their " + columns
                        + " in short transactions; triggers of your own fire for each row written")
                .notes(transition.notes())
                .lock(LockMode.ROW_EXCLUSIVE));
        draft.add(StepDraft.of(Stage.ANALYZE, table, "analyze-" + table.name())
                .purpose("Let the planner know the values of " + columns)
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .run(ColumnSql.analyze(table)));
        if (!verifications.isEmpty()) {
            draft.add(StepDraft.of(Stage.VERIFY, table, "verify-" + table.name())
                    .verify(verifications)
                    .purpose("Count the rows of " + table.display() + " that are not as they must be; any stops here")
                    .lock(LockMode.ACCESS_SHARE)
                    .scanning());
        }
    }

    private static Assignment follow(Renamed rename, String column, String followed) {
        return new Assignment(column, Sql.identifier(followed), exact(rename) ? Mode.FOLLOW : Mode.FOLLOW_IMAGE);
    }

    private static boolean exact(Renamed rename) {
        return Twin.of(rename.old(), rename.twin().name(), Optional.empty()).exact();
    }

    private static Verification sameValue(QualifiedName table, Renamed rename) {
        String to = rename.twin().name();
        String from = rename.old().name();
        String violation = Sql.differs(exact(rename), Sql.identifier(to), Sql.identifier(from));
        return new Verification(table, violation, to + " differs from " + from);
    }

    private boolean isRequired(QualifiedName table, String column) {
        return context.after(table)
                .flatMap(t -> t.column(column))
                .filter(c -> !c.nullable())
                .isPresent();
    }

    private List<KeyColumn> key(QualifiedName table) {
        return BatchKey.of(context, table).orElseThrow();
    }

    private void removeDualWrite(Transition transition) {
        QualifiedName table = transition.table();
        DualWrite dual = transition.dualWrite(context.number());
        if (!transition.renames().isEmpty()) {
            List<Assignment> reverse = transition.renames().stream()
                    .map(r -> follow(r, r.old().name(), r.twin().name()))
                    .toList();
            draft.add(StepDraft.of(Stage.REVERSE_BACKFILL, table, "settle-" + table.name())
                    .backfill(new BackfillSpec(table, key(table), reverse))
                    .purpose("See that the old columns of " + table.display()
                            + " hold all that was written under the new names, before they are parked; the rollback "
                            + "of later steps relies on it")
                    .lock(LockMode.ROW_EXCLUSIVE));
        }
        StepDraft step = StepDraft.of(Stage.DROP_DUAL_WRITE, table, "end-dual-write-" + table.name())
                .purpose("Drop the triggers that kept the columns of " + table.display() + " in step")
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(TableSql.lock(table))
                .run(DualWriteSql.remove(dual))
                .effect(DualWriteSql.removed(dual));
        for (Renamed rename : transition.renames()) {
            Optional<String> late = rename.old()
                    .defaultValue()
                    .filter(d -> rename.twin().defaultValue().isEmpty());
            if (late.isPresent()) {
                step.run(ColumnSql.changeDefault(table, rename.twin().name(), late))
                        .undo(ColumnSql.changeDefault(table, rename.twin().name(), Optional.empty()))
                        .effect(CatalogTest.hasDefault(table, rename.twin().name()));
            }
        }
        draft.add(step.undo(DualWriteSql.install(dual)));
    }
}
