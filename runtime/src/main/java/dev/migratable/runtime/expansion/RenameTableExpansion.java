package dev.migratable.runtime.expansion;

import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CarryOverSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.TableOptions;
import java.util.List;

/** Renames a table before the rollout and leaves an updatable view under its former name until the contract. */
final class RenameTableExpansion extends Expansion<RenameTable> {
    RenameTableExpansion(PlanContext context, PlanDraft draft) {
        super(context, draft);
    }

    @Override
    void expand(RenameTable change, ClassifiedChange judged) {
        QualifiedName from = change.table();
        QualifiedName to = change.newName();
        if (!from.schema().equals(to.schema())) {
            draft().refuse(change, "it moves to another schema", "rename it within its schema");
            return;
        }
        if (!context().before(to).options().equals(TableOptions.ORDINARY)) {
            draft().refuse(change, "it is unlogged or partitioned", "rename it by hand while nobody uses it");
            return;
        }
        List<String> columns =
                context().before(to).columns().stream().map(Column::name).toList();
        String createView = CarryOverSql.compatibilityView(to, from, columns);
        String carryBack = CarryOverSql.carryGrantsBack(from, to);
        String dropView = CarryOverSql.dropView(from);
        draft().add(StepDraft.of(Stage.RENAME_TABLE, to, "rename-" + from.name())
                .purpose("Rename table " + from.display() + " to " + to.display()
                        + " and leave an updatable view under its former name for the old version")
                .notes(notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(TableSql.rename(from, to), createView)
                .undo(carryBack, dropView, TableSql.rename(to, from))
                .effect(CatalogTest.table(to)));
        draft().add(StepDraft.of(Stage.DROP_VIEW, to, "drop-view-" + from.name())
                .purpose("Drop the view under the former name of " + to.display())
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(carryBack, dropView)
                .undo(createView)
                .effect(CatalogTest.not(CatalogTest.view(from))));
    }
}
