package dev.migratable.runtime.expansion;

import dev.migratable.change.SetNotNull;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.RenamedColumns.Carried;
import dev.migratable.runtime.expansion.Transition.Grouped;
import dev.migratable.runtime.expansion.Transition.Renamed;
import dev.migratable.runtime.sql.CarryOverSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.IndexSql;
import dev.migratable.runtime.sql.NotNullNameSql;
import dev.migratable.runtime.sql.SwapSql;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives twins what hangs on the old columns, and takes it from those before they are parked. */
final class TwinExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    TwinExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(Transition transition) {
        QualifiedName table = transition.table();
        if (!transition.hasTwins()) {
            return;
        }
        RenamedColumns columns = new RenamedColumns(context, table);
        List<Carried<Index>> indexes = columns.indexes();
        List<Carried<UniqueConstraint>> uniques = columns.uniques();
        List<Carried<CheckConstraint>> checks = columns.checks();
        List<Carried<ForeignKey>> keys = columns.foreignKeys();
        indexes.forEach(i -> addIndex(table, i));
        uniques.forEach(u -> addUnique(transition, u));
        checks.forEach(c -> addCheck(table, c));
        keys.forEach(k -> addForeignKey(table, k));
        require(transition);
        release(transition, checks, keys);
        uniques.forEach(u -> dropUnique(table, u.old()));
        indexes.forEach(i -> dropIndex(table, i.old()));
        for (Index index : columns.droppedIndexes()) {
            dropIndex(table, index);
            if (columns.isHidden(index)) {
                draft.expands(
                        table,
                        t -> t.withIndexes(
                                Lists.without(t.indexes(), i -> i.name().equals(index.name()))));
            }
        }
        park(transition);
    }

    /** Where a conversion may make NULL of a value, it is only when no old version writes that none is allowed. */
    private void require(Transition transition) {
        QualifiedName table = transition.table();
        NotNullSteps steps = new NotNullSteps(context, draft);
        for (Renamed rename : transition.renames()) {
            if (!rename.twin().nullable()) {
                steps.inExpand(table, rename.twin().name(), List.of());
            }
        }
        for (Grouped group : transition.groups()) {
            for (Column twin : group.twins()) {
                if (group.isRequiredEarly()) {
                    steps.inExpand(table, twin.name(), List.of(), isRequired(table, group, twin.name()));
                } else if (!twin.nullable()
                        && !context.has(SetNotNull.class, table, s -> s.column().equals(twin.name()))) {
                    steps.inContract(table, twin.name(), List.of());
                }
            }
        }
    }

    private static String isRequired(QualifiedName table, Grouped group, String twin) {
        String required = CatalogTest.notNull(table, twin);
        return group.swap()
                .map(s -> group.evenSwapped(required, CatalogTest.notNull(table, s.name())))
                .orElse(required);
    }

    private void addIndex(QualifiedName table, Carried<Index> carried) {
        Index index = carried.twin();
        draft.add(StepDraft.of(Stage.TWIN_INDEX, table, "create-" + index.name())
                .concurrently(index.name())
                .purpose("Build the twin's index " + index.name()
                        + " while clients read and write; it waits for older transactions")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(IndexSql.createConcurrently(table, index))
                .undo(IndexSql.dropConcurrently(table.withName(index.name())))
                .effect(CatalogTest.validIndex(table, index.name(), index.unique())));
        draft.expands(table, t -> t.withIndexes(carried.after(t.indexes(), Index::name)));
    }

    private void addUnique(Transition transition, Carried<UniqueConstraint> carried) {
        QualifiedName table = transition.table();
        UniqueConstraint unique = carried.twin();
        String effect = CatalogTest.uniqueConstraint(table, unique.name(), unique.columns());
        if (transition.isSwapping()) {
            List<String> names =
                    unique.columns().stream().map(c -> nameOf(transition, c)).toList();
            effect = CatalogTest.any(effect, CatalogTest.uniqueConstraint(table, unique.name(), names));
        }
        draft.add(KeyExpansion.unique(Stage.TWIN_INDEX, table, unique, effect));
        draft.expands(
                table, t -> t.withUniqueConstraints(carried.after(t.uniqueConstraints(), UniqueConstraint::name)));
    }

    private static String nameOf(Transition transition, String twin) {
        return transition.groups().stream()
                .flatMap(g -> g.swap().stream())
                .filter(s -> s.twin().equals(twin))
                .map(SwapSql::name)
                .findFirst()
                .orElse(twin);
    }

    private void addCheck(QualifiedName table, Carried<CheckConstraint> carried) {
        CheckConstraint check = carried.twin();
        addNotValid(table, check.name(), ConstraintSql.definition(check), LockMode.ACCESS_EXCLUSIVE);
        if (check.validated()) {
            validate(table, check.name());
        }
        draft.expands(table, t -> t.withCheckConstraints(carried.after(t.checkConstraints(), CheckConstraint::name)));
    }

    private void addForeignKey(QualifiedName table, Carried<ForeignKey> carried) {
        ForeignKey key = carried.twin();
        addNotValid(table, key.name(), ConstraintSql.definition(key), LockMode.SHARE_ROW_EXCLUSIVE);
        if (key.validated()) {
            validate(table, key.name());
        }
        draft.expands(table, t -> t.withForeignKeys(carried.after(t.foreignKeys(), ForeignKey::name)));
    }

    private void addNotValid(QualifiedName table, String name, String definition, LockMode lock) {
        draft.add(StepDraft.of(Stage.TWIN_CONSTRAINT, table, "add-" + name)
                .purpose("Add the twin's " + name + " for new and changed rows")
                .lock(lock)
                .run(ConstraintSql.addNotValid(table, name, definition))
                .undo(ConstraintSql.drop(table, name))
                .effect(CatalogTest.constraint(table, name)));
    }

    private void validate(QualifiedName table, String name) {
        draft.add(StepDraft.of(Stage.TWIN_CONSTRAINT, table, "validate-" + name)
                .purpose("Check existing rows against " + name + " while clients read and write")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(ConstraintSql.validate(table, name))
                .effect(CatalogTest.validConstraint(table, name)));
    }

    /** Rollback is in reverse order of the steps, so it comes when the old columns have their values again. */
    private void release(Transition transition, List<Carried<CheckConstraint>> checks, List<Carried<ForeignKey>> keys) {
        QualifiedName table = transition.table();
        StepDraft step = StepDraft.of(Stage.RELEASE, table, "release-" + table.name())
                .purpose("Take constraints from the old columns of " + table.display()
                        + ", which nothing will write any more; the rollback checks all rows under a lock")
                .lock(LockMode.ACCESS_EXCLUSIVE);
        boolean needed = false;
        for (Carried<ForeignKey> key : keys) {
            drop(
                    step,
                    table,
                    key.old().name(),
                    ConstraintSql.definition(key.old()),
                    key.old().validated());
            needed = true;
        }
        for (Carried<CheckConstraint> check : checks) {
            drop(
                    step,
                    table,
                    check.old().name(),
                    ConstraintSql.definition(check.old()),
                    check.old().validated());
            needed = true;
        }
        for (Column old : transition.leaving()) {
            if (!old.nullable()) {
                String name = old.name();
                step.run(ColumnSql.dropNotNullIfThere(table, name))
                        .undo(NotNullNameSql.setAgain(table, old))
                        .effect(CatalogTest.not(CatalogTest.notNull(table, name)));
                if (!parkedBySwap(transition).contains(name)) {
                    step.effect(CatalogTest.not(CatalogTest.notNull(table, parked(name))));
                }
                needed = true;
            }
        }
        if (needed) {
            draft.add(step);
        }
    }

    private static void drop(StepDraft step, QualifiedName table, String name, String definition, boolean validated) {
        step.run(ConstraintSql.drop(table, name))
                .undo(ConstraintSql.addNotValid(table, name, definition))
                .effect(CatalogTest.not(CatalogTest.constraint(table, name)));
        if (validated) {
            step.undo(ConstraintSql.validate(table, name));
        }
    }

    private void dropUnique(QualifiedName table, UniqueConstraint unique) {
        draft.add(StepDraft.of(Stage.RELEASE_INDEX, table, "drop-" + unique.name())
                .concurrently(unique.name())
                .purpose("Drop unique constraint " + unique.name() + " of the old column")
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(ConstraintSql.drop(table, unique.name()))
                .undo(DropConstraintExpansion.restore(table, unique))
                .effect(CatalogTest.not(CatalogTest.constraint(table, unique.name()))));
    }

    private void dropIndex(QualifiedName table, Index index) {
        draft.add(StepDraft.of(Stage.RELEASE_INDEX, table, "drop-" + index.name())
                .concurrently(index.name())
                .purpose("Drop index " + index.name() + " of the old column")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .run(IndexSql.dropConcurrently(table.withName(index.name())))
                .undo(IndexSql.createConcurrently(table, index))
                .effect(CatalogTest.not(CatalogTest.anyRelation(table.withName(index.name())))));
    }

    private void park(Transition transition) {
        QualifiedName table = transition.table();
        Set<String> swapped = parkedBySwap(transition);
        List<String> names = transition.leaving().stream()
                .map(Column::name)
                .filter(n -> !swapped.contains(n))
                .toList();
        if (names.isEmpty()) {
            return; // parked when they were swapped
        }
        StepDraft step = StepDraft.of(Stage.PARK, table, "park-" + table.name())
                .purpose("Park the old columns of " + table.display() + " under names that no version uses")
                .lock(LockMode.ACCESS_EXCLUSIVE);
        for (String name : names) {
            step.run(
                            CarryOverSql.refuseDependents(table, name, context.former(table)),
                            ColumnSql.rename(table, name, parked(name)))
                    .undo(ColumnSql.rename(table, parked(name), name))
                    .effect(CatalogTest.column(table, parked(name)))
                    .effect(CatalogTest.not(CatalogTest.column(table, name)));
        }
        draft.add(step);
    }

    private static Set<String> parkedBySwap(Transition transition) {
        return transition.groups().stream()
                .flatMap(g -> g.swap().stream())
                .map(SwapSql::parked)
                .collect(Collectors.toSet());
    }

    private String parked(String column) {
        return Identifiers.parked(column, context.number());
    }
}
