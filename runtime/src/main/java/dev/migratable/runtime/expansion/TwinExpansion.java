package dev.migratable.runtime.expansion;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.expansion.RenamedColumns.Carried;
import dev.migratable.runtime.expansion.Transition.Renamed;
import dev.migratable.runtime.sql.CarryOverSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.IndexSql;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;

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
        if (transition.renames().isEmpty()) {
            return;
        }
        RenamedColumns columns = new RenamedColumns(context, table);
        List<Carried<Index>> indexes = columns.indexes();
        List<Carried<UniqueConstraint>> uniques = columns.uniques();
        List<Carried<CheckConstraint>> checks = columns.checks();
        List<Carried<ForeignKey>> keys = columns.foreignKeys();
        indexes.forEach(i -> addIndex(table, i.twin()));
        uniques.forEach(u -> addUnique(table, u.twin()));
        checks.forEach(c -> addCheck(table, c.twin()));
        keys.forEach(k -> addForeignKey(table, k.twin()));
        for (Renamed rename : transition.renames()) {
            if (!rename.twin().nullable()) {
                new NotNullSteps(context, draft).inExpand(table, rename.twin().name(), List.of());
            }
        }
        release(transition, checks, keys);
        uniques.forEach(u -> dropUnique(table, u.old()));
        indexes.forEach(i -> dropIndex(table, i.old()));
        columns.droppedIndexes().forEach(i -> dropIndex(table, i));
        park(transition);
    }

    private void addIndex(QualifiedName table, Index index) {
        draft.add(StepDraft.of(Stage.TWIN_INDEX, table, "create-" + index.name())
                .concurrently(index.name())
                .purpose("Build the twin's index " + index.name()
                        + " while clients read and write; it waits for older transactions")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(IndexSql.createConcurrently(table, index))
                .undo(IndexSql.dropConcurrently(table.withName(index.name())))
                .effect(CatalogTest.validIndex(table, index.name(), index.unique())));
        draft.expands(table, t -> t.withIndexes(Lists.append(t.indexes(), index)));
    }

    private void addUnique(QualifiedName table, UniqueConstraint unique) {
        draft.add(KeyExpansion.unique(Stage.TWIN_INDEX, table, unique));
        draft.expands(table, t -> t.withUniqueConstraints(Lists.append(t.uniqueConstraints(), unique)));
    }

    private void addCheck(QualifiedName table, CheckConstraint check) {
        addNotValid(table, check.name(), ConstraintSql.definition(check), LockMode.ACCESS_EXCLUSIVE);
        if (check.validated()) {
            validate(table, check.name());
        }
        draft.expands(table, t -> t.withCheckConstraints(Lists.append(t.checkConstraints(), check)));
    }

    private void addForeignKey(QualifiedName table, ForeignKey key) {
        addNotValid(table, key.name(), ConstraintSql.definition(key), LockMode.SHARE_ROW_EXCLUSIVE);
        if (key.validated()) {
            validate(table, key.name());
        }
        draft.expands(table, t -> t.withForeignKeys(Lists.append(t.foreignKeys(), key)));
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
        for (Renamed rename : transition.renames()) {
            if (!rename.old().nullable()) {
                String name = rename.old().name();
                step.run(ColumnSql.dropNotNullIfThere(table, name))
                        .undo(ColumnSql.setNotNull(table, name))
                        .effect(CatalogTest.not(CatalogTest.notNull(table, name)))
                        .effect(CatalogTest.not(CatalogTest.notNull(table, parked(name))));
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
        StepDraft step = StepDraft.of(Stage.PARK, table, "park-" + table.name())
                .purpose("Park the old columns of " + table.display() + " under names that no version uses")
                .lock(LockMode.ACCESS_EXCLUSIVE);
        for (Renamed rename : transition.renames()) {
            String name = rename.old().name();
            step.run(
                            CarryOverSql.refuseDependents(table, name, context.former(table)),
                            ColumnSql.rename(table, name, parked(name)))
                    .undo(ColumnSql.rename(table, parked(name), name))
                    .effect(CatalogTest.column(table, parked(name)))
                    .effect(CatalogTest.not(CatalogTest.column(table, name)));
        }
        draft.add(step);
    }

    private String parked(String column) {
        return Identifiers.parked(column, context.number());
    }
}
