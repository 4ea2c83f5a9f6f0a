package dev.migratable.runtime.expansion;

import dev.migratable.change.AddUnique;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.DropIndex;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.IndexSql;
import dev.migratable.runtime.sql.ViolationSql;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Builds and drops indexes and unique constraints while clients write: what only speeds up comes before the rollout and
 * goes after it; what forbids comes behind the gate, which counts the duplicates, and goes before the rollout.
 */
final class KeyExpansion {
    private final PlanContext context;
    private final PlanDraft draft;

    KeyExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(CreateIndex change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        Index index = change.index();
        boolean early = !index.unique() || isEarly(table, index);
        if (early) {
            draft.expands(table, t -> t.withIndexes(Lists.append(t.indexes(), index)));
        } else {
            gate(table, index);
        }
        draft.add(StepDraft.of(early ? Stage.CREATE_INDEX : Stage.TIGHTEN_KEY, table, "create-" + index.name())
                .concurrently(index.name())
                .purpose("Build " + (index.unique() ? "unique index " : "index ") + index.name()
                        + " while clients read and write; it waits for older transactions")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .scanning()
                .run(IndexSql.createConcurrently(table, index))
                .undo(IndexSql.dropConcurrently(table.withName(index.name())))
                .effect(CatalogTest.validIndex(table, index.name(), index.unique())));
    }

    void expand(AddUnique change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        UniqueConstraint unique = change.constraint();
        Index index = IndexSql.of(unique);
        boolean early = isEarly(table, index);
        if (early) {
            draft.expands(table, t -> with(t, unique));
        } else {
            gate(table, index);
        }
        draft.add(unique(early ? Stage.CREATE_INDEX : Stage.TIGHTEN_KEY, table, unique)
                .notes(PlanContext.notes(judged)));
    }

    /** Returns the step that gives a table a unique constraint while clients write. */
    static StepDraft unique(Stage stage, QualifiedName table, UniqueConstraint unique) {
        return unique(stage, table, unique, CatalogTest.uniqueConstraint(table, unique.name(), unique.columns()));
    }

    /** Returns that step with a test of its own for its effect. */
    static StepDraft unique(Stage stage, QualifiedName table, UniqueConstraint unique, String effect) {
        return StepDraft.of(stage, table, "add-" + unique.name())
                .concurrently(unique.name())
                .purpose("Build the index of unique constraint " + unique.name()
                        + " while clients read and write, then make it the constraint")
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .scanning()
                .run(DropConstraintExpansion.restore(table, unique))
                .undo(IndexSql.dropUnique(table, unique.name()))
                .effect(effect);
    }

    private static Table with(Table table, UniqueConstraint unique) {
        return table.withUniqueConstraints(Lists.append(table.uniqueConstraints(), unique));
    }

    /** Rows with NULL in a key collide with none. */
    private boolean isEarly(QualifiedName table, Index index) {
        List<String> columns = index.keys().stream()
                .filter(k -> !k.expression())
                .map(IndexKey::text)
                .toList();
        return !index.nullsNotDistinct() && context.isNullForOldVersions(table, columns);
    }

    private void gate(QualifiedName table, Index index) {
        draft.gate(duplicates(table, index));
    }

    /** Returns what finds rows that share a key which is to be unique. */
    static Verification duplicates(QualifiedName table, Index index) {
        String keys = index.keys().stream().map(IndexKey::text).collect(Collectors.joining(", "));
        return new Verification(
                table, ViolationSql.duplicates(table, index), "(" + keys + ") is the same in another row");
    }

    void expand(DropIndex change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        Index index = context.before(table).indexes().stream()
                .filter(i -> i.name().equals(change.index().name()))
                .findFirst()
                .orElse(change.index());
        if (RenamedColumns.touches(context, table, index) && !index.unique()) {
            return; // goes with the column under its former name
        }
        draft.add(StepDraft.of(index.unique() ? Stage.DROP_CONSTRAINT : Stage.DROP_INDEX, table, "drop-" + index.name())
                .concurrently(index.name())
                .purpose(
                        index.unique()
                                ? "Drop unique index " + index.name()
                                        + " before the rollout, for the new version may write what it forbids"
                                : "Drop index " + index.name() + ", which only the old version used")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .run(IndexSql.dropConcurrently(table.withName(index.name())))
                .undo(IndexSql.createConcurrently(table, index))
                .effect(CatalogTest.not(CatalogTest.anyRelation(table.withName(index.name())))));
        if (index.unique()) {
            draft.expands(
                    table,
                    t -> t.withIndexes(Lists.without(t.indexes(), i -> i.name().equals(index.name()))));
        }
    }
}
