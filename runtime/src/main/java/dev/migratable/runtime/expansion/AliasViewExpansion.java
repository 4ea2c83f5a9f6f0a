package dev.migratable.runtime.expansion;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.AliasViewSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Renames a column in the catalog before the rollout and puts a view under the table's name that has the column under both
 * names, until the contract: an instant on a table of any size, without trigger and backfill.
 */
final class AliasViewExpansion extends Expansion<RenameColumn> {
    AliasViewExpansion(PlanContext context, PlanDraft draft) {
        super(context, draft);
    }

    @Override
    void expand(RenameColumn change, ClassifiedChange judged) {
        QualifiedName name = context().present(change.table());
        Table table = context().before(name);
        QualifiedName base = name.withName(Identifiers.fit(name.name(), "__base"));
        Optional<String> reason = whyNot(change, table, base);
        if (reason.isPresent()) {
            draft().refuse(change, reason.get(), "put that into a migration of its own, or leave the strategy out");
            return;
        }
        List<String> columns = table.columns().stream().map(Column::name).toList();
        AliasViewSql sql = new AliasViewSql(name, base, columns, change.from(), change.to());
        draft().expands(new RenameTable(name, base));
        draft().expands(new RenameColumn(base, change.from(), change.to()));
        draft().add(StepDraft.of(Stage.ALIAS_VIEW, name, "alias-" + name.name() + "-" + change.to())
                .purpose("Rename " + name.display() + "." + change.from() + " to " + change.to() + ", call the table "
                        + base.name()
                        + ", and leave an updatable view in its place that has the column under both names")
                .notes(notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(sql.install())
                .undo(sql.remove(true))
                .effect(CatalogTest.all(List.of(CatalogTest.view(name), CatalogTest.column(base, change.to())))));
        draft().add(StepDraft.of(Stage.DROP_VIEW, name, "end-alias-" + name.name())
                .purpose("Drop the view that had the column under both names, and give table " + name.display()
                        + " its name back")
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(sql.remove(false))
                .undo(sql.restore())
                .effect(CatalogTest.all(List.of(CatalogTest.table(name), CatalogTest.column(name, change.to())))));
    }

    private Optional<String> whyNot(RenameColumn change, Table table, QualifiedName base) {
        if (!table.options().equals(TableOptions.ORDINARY)) {
            return Optional.of("the table is unlogged or partitioned");
        }
        if (context().conversion(table.name(), change.to()).isPresent()) {
            return Optional.of("its type or its values change as well, which a view cannot hide");
        }
        if (Stream.of(context().from(), context().to())
                .anyMatch(s -> s.table(base).isPresent())) {
            return Optional.of("there is a table " + base.display() + ", whose name is needed");
        }
        return context().changes().stream()
                .filter(c -> !c.equals(change))
                .filter(c -> isAbout(c, table.name()))
                .findFirst()
                .map(c -> "the same migration has another change of the table: " + c.description());
    }

    private boolean isAbout(Change change, QualifiedName table) {
        if (change instanceof AddForeignKey add) {
            return isAbout(add.foreignKey(), table)
                    || context().present(add.table()).equals(table);
        }
        return context().present(change.table()).equals(table);
    }

    private boolean isAbout(ForeignKey key, QualifiedName table) {
        return context().present(key.referencedTable()).equals(table);
    }
}
