package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.RenamedColumns.Carried;
import dev.migratable.runtime.expansion.Transition.Filled;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.expansion.Transition.Kind;
import dev.migratable.runtime.expansion.Transition.Renamed;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.ConversionSql;
import dev.migratable.runtime.sql.DualWrite;
import dev.migratable.runtime.sql.DualWrite.Twin;
import dev.migratable.runtime.sql.DualWriteSql;
import dev.migratable.runtime.sql.GroupSql;
import dev.migratable.runtime.sql.IndexSql;
import dev.migratable.runtime.sql.Sql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        new AddTwins(context, draft).expand(transition);
        tryConversions(transition, Stage.TRY_CONVERSION);
        if (transition.isDual()) {
            installDualWrite(transition);
        }
        tryConversions(transition, Stage.TRY_AGAIN);
        backfill(transition);
        new TwinExpansion(context, draft).expand(transition);
        if (transition.isSwapping()) {
            new SwapTwins(context, draft).expand(transition);
        }
        if (transition.isDual()) {
            removeDualWrite(transition);
        }
    }

    /**
     * A row whose value cannot be converted stops the migration before a trigger comes, which would make its writes
     * fail; and again when the trigger is there, for one that came in between.
     */
    private void tryConversions(Transition transition, Stage stage) {
        QualifiedName table = transition.table();
        for (Grouped group : transition.groups()) {
            if (group.kind() == Kind.CONVERTED || group.kind() == Kind.SPLIT) {
                draft.add(StepDraft.of(
                                stage,
                                table,
                                "try-" + table.name() + "-"
                                        + group.twins().get(0).name())
                        .purpose("Try to convert every row of " + table.display() + " there and back, writing nothing"
                                + (stage == Stage.TRY_AGAIN
                                        ? "; again, for rows that came before the triggers did"
                                        : "; rows of which it makes an error are named, and stop it here"))
                        .notes(transition.notes())
                        .lock(LockMode.ACCESS_SHARE)
                        .scanning()
                        .run(ConversionSql.tryRows(table, key(table), group.columns())));
            }
        }
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
        Stream<Column> twins = Stream.concat(
                transition.renames().stream().map(Renamed::twin),
                transition.groups().stream().flatMap(g -> g.twins().stream()));
        twins.forEach(twin -> addDefault(step, table, twin.name(), twin.defaultValue()));
        draft.add(step);
    }

    private static void addDefault(StepDraft step, QualifiedName table, String column, Optional<String> value) {
        if (value.isPresent()) {
            step.run(ColumnSql.changeDefault(table, column, value))
                    .undo(ColumnSql.changeDefault(table, column, Optional.empty()))
                    .effect(CatalogTest.hasDefault(table, column));
        }
    }

    private static String inStep(Transition transition) {
        Stream<String> pairs = transition.renames().stream()
                .map(r -> r.old().name() + " and " + r.twin().name() + " equal");
        Stream<String> groups =
                transition.groups().stream().map(g -> names(g.old()) + " and " + names(g.twins()) + " in step");
        Stream<String> fills =
                transition.fills().stream().filter(Filled::trigger).map(f -> f.column() + " filled");
        return Stream.of(pairs, groups, fills).flatMap(s -> s).collect(Collectors.joining(", "));
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(" and "));
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
        for (Grouped group : transition.groups()) {
            assignments.addAll(GroupSql.follow(group.columns()));
            verifications.addAll(strict(table, group));
            draft.gate(explained(table, group));
        }
        for (Filled fill : transition.fills()) {
            assignments.add(new Assignment(fill.column(), fill.expression(), Mode.FILL));
            if (isRequired(table, fill.column())) {
                verifications.add(isNull(table, fill.column()));
            }
        }
        addBackfill(transition, assignments);
        if (!verifications.isEmpty()) {
            draft.add(StepDraft.of(Stage.VERIFY, table, "verify-" + table.name())
                    .verify(verifications)
                    .purpose("Count the rows of " + table.display() + " that are not as they must be; any stops here")
                    .lock(LockMode.ACCESS_SHARE)
                    .scanning());
        }
    }

    private void addBackfill(Transition transition, List<Assignment> assignments) {
        QualifiedName table = transition.table();
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
    }

    /** Before any new version is alive only the old columns tell what a row holds. */
    private List<Verification> strict(QualifiedName table, Grouped group) {
        List<Verification> result = new ArrayList<>();
        String names = names(group.twins());
        result.add(new Verification(
                table,
                GroupSql.strict(group.columns()),
                names + " is not what is to be made of " + names(group.old())));
        if (group.kind() == Kind.CONVERTED) {
            result.addAll(duplicates(table, group.twins().get(0).name()));
        }
        for (Column twin : group.twins()) {
            if (group.swap().isEmpty() && isRequired(table, twin.name())) {
                result.add(isNull(table, twin.name()));
            }
        }
        return result;
    }

    /** A conversion may make one value of two, which no unique index would let be built. */
    private List<Verification> duplicates(QualifiedName table, String column) {
        RenamedColumns columns = new RenamedColumns(context, table);
        Stream<Index> constraints = columns.uniques().stream().map(c -> IndexSql.of(c.twin()));
        Stream<Index> indexes = columns.indexes().stream().map(Carried::twin).filter(Index::unique);
        return Stream.concat(constraints, indexes)
                .filter(i -> i.keys().stream().anyMatch(k -> k.text().equals(column)))
                .map(i -> KeyExpansion.duplicates(table, i))
                .toList();
    }

    /** What a new version wrote need not come back from what the old columns can hold of it. */
    private static Verification explained(QualifiedName table, Grouped group) {
        String twins = group.leaving().present().stream().map(m -> m.name()).collect(Collectors.joining(" and "));
        String old = group.leaving().former().stream().map(m -> m.name()).collect(Collectors.joining(" and "));
        return new Verification(
                table, GroupSql.unexplained(group.leaving()), twins + " and " + old + " are not made of each other");
    }

    private static Verification isNull(QualifiedName table, String column) {
        return new Verification(table, Sql.identifier(column) + " IS NULL", column + " is NULL");
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
        DualWrite dual = transition.dualWriteLeaving(context.number());
        if (transition.hasTwins()) {
            Stream<Assignment> renames = transition.renames().stream()
                    .map(r -> follow(r, r.old().name(), r.twin().name()));
            Stream<Assignment> groups =
                    transition.groups().stream().flatMap(g -> GroupSql.settle(g.leaving()).stream());
            draft.add(StepDraft.of(Stage.REVERSE_BACKFILL, table, "settle-" + table.name())
                    .backfill(new BackfillSpec(
                            table, key(table), Stream.concat(renames, groups).toList()))
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
            addDefault(step, table, rename.twin().name(), late);
        }
        draft.add(step.undo(DualWriteSql.install(dual)));
    }
}
