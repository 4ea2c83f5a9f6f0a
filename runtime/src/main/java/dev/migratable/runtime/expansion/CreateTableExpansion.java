package dev.migratable.runtime.expansion;

import dev.migratable.change.CreateTable;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.PartitionSql;
import dev.migratable.runtime.sql.TableSql;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Creates a table with its keys, checks and indexes in one step before the rollout. */
final class CreateTableExpansion extends Expansion<CreateTable> {
    CreateTableExpansion(PlanContext context, PlanDraft draft) {
        super(context, draft);
    }

    @Override
    void expand(CreateTable change, ClassifiedChange judged) {
        Table table = change.definition();
        if (context().changes().stream()
                .anyMatch(c -> c instanceof RenameTable r && r.table().equals(table.name()))) {
            draft().refuse(
                            change,
                            "the same migration renames the table of that name, which old versions go on using",
                            "give this table another name, or add it after the contract");
            return;
        }
        if (table.options().isOfPartitions()) {
            Optional<String> reason = new Partitions(context()).whyNotAttached(table);
            if (reason.isPresent()) {
                draft().refuse(change, reason.get(), "create it by hand; afterwards both sides are the same");
                return;
            }
            attach(table);
        }
        List<String> statements = new ArrayList<>();
        String schema = table.name().schema();
        boolean known = schema.equals(QualifiedName.DEFAULT_SCHEMA)
                || context().from().tables().stream()
                        .anyMatch(t -> t.name().schema().equals(schema));
        if (!known) {
            statements.add(TableSql.createSchema(schema));
        }
        statements.addAll(TableSql.create(standalone(table)));
        StepDraft step = StepDraft.of(
                        Stage.CREATE_TABLE,
                        table.name(),
                        "create-" + table.name().name())
                .purpose("Create table " + table.name().display())
                .notes(notes(judged))
                .run(statements)
                .undo(TableSql.drop(table.name()))
                .effect(CatalogTest.table(table.name()));
        table.columns().forEach(c -> step.effect(CatalogTest.column(table.name(), c)));
        table.primaryKey()
                .ifPresent(k -> step.effect(CatalogTest.uniqueConstraint(table.name(), k.name(), k.columns())));
        table.uniqueConstraints()
                .forEach(u -> step.effect(CatalogTest.uniqueConstraint(table.name(), u.name(), u.columns())));
        table.checkConstraints().forEach(c -> step.effect(CatalogTest.constraint(table.name(), c.name())));
        table.indexes().forEach(i -> step.effect(CatalogTest.validIndex(table.name(), i.name(), i.unique())));
        draft().add(step);
        draft().expands(change);
    }

    /** A partition has its parent's identity, and none of its own may stand in the way. */
    private static Table standalone(Table table) {
        return table.options().partitionOf().isEmpty()
                ? table
                : table.withColumns(table.columns().stream()
                        .map(c -> c.withIdentity(Optional.empty()))
                        .toList());
    }

    private void attach(Table table) {
        QualifiedName parent = table.options().partitionOf().orElseThrow();
        String bound = table.options().partitionBound().orElseThrow();
        draft().add(StepDraft.of(Stage.ATTACH, parent, "attach-" + table.name().name())
                .purpose("Make the empty table " + table.name().display() + " the partition of " + parent.display()
                        + " " + bound)
                .lock(lockToAttach(parent))
                .run(PartitionSql.attach(parent, table.name(), bound))
                .undo(PartitionSql.detach(parent, table.name()))
                .effect(PartitionSql.isPartition(parent, table.name())));
    }

    /** That of the parent, or of the tables that its foreign keys refer to. */
    private LockMode lockToAttach(QualifiedName parent) {
        boolean refers = context()
                .from()
                .table(parent)
                .filter(t -> !t.foreignKeys().isEmpty())
                .isPresent();
        return refers ? LockMode.SHARE_ROW_EXCLUSIVE : LockMode.SHARE_UPDATE_EXCLUSIVE;
    }
}
