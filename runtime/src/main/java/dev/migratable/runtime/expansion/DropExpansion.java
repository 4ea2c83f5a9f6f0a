package dev.migratable.runtime.expansion;

import dev.migratable.change.DropColumn;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.DropTable;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.CarryOverSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.Identifiers;
import dev.migratable.runtime.sql.NotNullNameSql;
import dev.migratable.runtime.sql.PartitionSql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parks columns and tables that were retired: renamed or moved, with their data, after the rollout. */
final class DropExpansion {
    private static final String WAY_OUT =
            "declare it with @Retired, or name it with --retire; or declare with @RenamedFrom what it has become";

    private final PlanContext context;
    private final PlanDraft draft;

    DropExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(DropColumn change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        Column column = change.column();
        if (!context.declarations().isRetired(table, column.name())) {
            draft.refuse(change, "its data would go and nobody said that it may", WAY_OUT);
            return;
        }
        Optional<Split> split = Split.of(context, table, column.name());
        if (split.isPresent()) {
            new SplitExpansion(context, draft).expand(change, judged, split.get());
            return;
        }
        String name = table.display() + "." + column.name();
        if (!column.mayBeOmitted()) {
            if (new ReplacedKeys(context).leaves(table, column.name())) {
                draft.refuse(
                        change,
                        "it is part of the primary key until the contract, and inserts of the new version, which does "
                                + "not know it, would have no value for it until then",
                        "exchange the primary key in a migration of its own first, or give the column a default");
                return;
            }
            draft.add(StepDraft.of(Stage.LOOSEN_COLUMN, table, "nullable-" + table.name() + "-" + column.name())
                    .purpose("Let inserts of the new version, which does not know " + name + ", pass; its rollback "
                            + "needs a value in every row")
                    .notes(PlanContext.notes(judged))
                    .lock(LockMode.ACCESS_EXCLUSIVE)
                    .run(ColumnSql.dropNotNull(table, column.name()))
                    .undo(NotNullNameSql.setAgain(table, column))
                    .effect(CatalogTest.not(CatalogTest.notNull(table, column.name()))));
            draft.expands(new DropNotNull(table, column.name()));
        }
        String parked = Identifiers.parked(column.name(), context.number());
        draft.add(StepDraft.of(Stage.PARK, table, "park-" + table.name() + "-" + column.name())
                .purpose("Park column " + name + " as " + parked + " with its data, until it is purged")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(
                        CarryOverSql.refuseDependents(table, column.name(), context.former(table)),
                        ColumnSql.rename(table, column.name(), parked))
                .undo(ColumnSql.rename(table, parked, column.name()))
                .effect(CatalogTest.column(table, parked))
                .effect(CatalogTest.not(CatalogTest.column(table, column.name()))));
    }

    void expand(DropTable change, ClassifiedChange judged) {
        QualifiedName table = change.table();
        if (!context.declarations().isRetired(table)) {
            draft.refuse(change, "its rows would go and nobody said that they may", WAY_OUT);
            return;
        }
        String head = table.schema().equals(QualifiedName.DEFAULT_SCHEMA)
                ? table.name()
                : table.schema() + "_" + table.name();
        QualifiedName parked =
                new QualifiedName(BookkeepingSql.PARKED_SCHEMA, Identifiers.parked(head, context.number()));
        Optional<QualifiedName> parent = new Partitions(context).parent(table);
        Optional<String> bound = context.before(table).options().partitionBound();
        List<String> statements = new ArrayList<>();
        statements.add(TableSql.createSchema(BookkeepingSql.PARKED_SCHEMA));
        parent.ifPresent(p -> statements.add(PartitionSql.detach(p, table)));
        statements.add(CarryOverSql.refuseDependents(table));
        statements.add(TableSql.move("TABLE", table, parked));
        StepDraft step = StepDraft.of(Stage.PARK, table, "park-" + table.name())
                .purpose((parent.isPresent() ? "Take partition " : "Park table ") + table.display()
                        + parent.map(p -> " out of " + p.display() + " and park it")
                                .orElse("")
                        + " as " + parked + " with its rows, until it is purged")
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .run(statements)
                .undo(TableSql.move("TABLE", parked, table))
                .effect(CatalogTest.table(parked))
                .effect(CatalogTest.not(CatalogTest.table(table)));
        if (parent.isPresent() && bound.isPresent()) {
            step.undo(PartitionSql.attach(parent.get(), table, bound.get()));
        }
        draft.add(step);
    }
}
