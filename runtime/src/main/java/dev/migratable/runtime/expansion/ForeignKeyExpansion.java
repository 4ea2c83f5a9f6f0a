package dev.migratable.runtime.expansion;

import dev.migratable.change.AddForeignKey;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ConstraintSql;
import dev.migratable.runtime.sql.ViolationSql;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;

/**
 * Adds a foreign key: with its table where that is new, before the rollout where old versions write NULL into it, and
 * else behind the gate, which counts the rows without a partner; so wherever the key it references comes there.
 */
final class ForeignKeyExpansion extends Expansion<AddForeignKey> {
    ForeignKeyExpansion(PlanContext context, PlanDraft draft) {
        super(context, draft);
    }

    @Override
    void expand(AddForeignKey change, ClassifiedChange judged) {
        QualifiedName table = context().present(change.table());
        ForeignKey key = change.foreignKey();
        ReplacedKeys replaced = new ReplacedKeys(context());
        if (replaced.isReference(change)) {
            return; // goes along with the key it references
        }
        boolean late = replaced.isReferencedLate(key);
        String definition = ConstraintSql.definition(key);
        if (context().isNew(table) && !late) {
            draft().add(step(Stage.ADD_CONSTRAINT, table, key, "add", judged)
                    .purpose("Add foreign key " + key.name() + " to the new table " + table.display())
                    .run(ConstraintSql.add(table, key.name(), definition))
                    .undo(ConstraintSql.dropIfTableThere(table, key.name()))
                    .effect(CatalogTest.foreignKey(table, key.name(), key, true)));
            draft().expands(table, t -> with(t, key));
            return;
        }
        boolean early = !late && context().isNullForOldVersions(table, key.columns()) && !key.matchFull();
        if (!early) {
            draft().gate(new Verification(
                    table,
                    ViolationSql.foreignKey(table, key),
                    "(" + String.join(", ", key.columns()) + ") has no partner in "
                            + key.referencedTable().display()));
        }
        twoSteps(early ? Stage.ADD_CONSTRAINT : late ? Stage.AFTER_KEY : Stage.TIGHTEN, table, key, judged);
        if (early) {
            draft().expands(table, t -> with(t, key));
        }
    }

    private void twoSteps(Stage stage, QualifiedName table, ForeignKey key, ClassifiedChange judged) {
        String name = key.name();
        draft().add(step(stage, table, key, "add", judged)
                .purpose("Add foreign key " + name + " for new and changed rows"
                        + (stage == Stage.ADD_CONSTRAINT ? "; the column is new, no row violates it" : ""))
                .run(ConstraintSql.addNotValid(table, name, ConstraintSql.definition(key)))
                .undo(
                        context().isNew(table)
                                ? ConstraintSql.dropIfTableThere(table, name)
                                : ConstraintSql.drop(table, name))
                .effect(CatalogTest.foreignKey(table, name, key, false)));
        if (key.validated()) {
            draft().add(StepDraft.of(stage, table, "validate-" + name)
                    .purpose("Check existing rows against " + name + " while clients read and write")
                    .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                    .scanning()
                    .run(ConstraintSql.validate(table, name))
                    .effect(CatalogTest.foreignKey(table, name, key, true)));
        }
    }

    private static Table with(Table table, ForeignKey key) {
        return table.withForeignKeys(Lists.append(table.foreignKeys(), key));
    }

    private static StepDraft step(
            Stage stage, QualifiedName table, ForeignKey key, String verb, ClassifiedChange judged) {
        return StepDraft.of(stage, table, verb + "-" + key.name())
                .notes(notes(judged))
                .lock(LockMode.SHARE_ROW_EXCLUSIVE);
    }
}
