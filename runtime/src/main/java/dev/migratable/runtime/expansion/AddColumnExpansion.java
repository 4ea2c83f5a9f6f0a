package dev.migratable.runtime.expansion;

import dev.migratable.change.AddColumn;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.QualifiedName;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Adds a column: in one step where it is metadata only, else nullable first, then its values in batches, and NOT NULL
 * after the rollout.
 */
final class AddColumnExpansion extends Expansion<AddColumn> {
    private final NotNullSteps notNull;

    AddColumnExpansion(PlanContext context, PlanDraft draft) {
        super(context, draft);
        this.notNull = new NotNullSteps(context, draft);
    }

    @Override
    void expand(AddColumn change, ClassifiedChange judged) {
        QualifiedName table = context().present(change.table());
        Column column = change.column();
        if (context().has(RenameColumn.class, table, r -> r.from().equals(column.name()))) {
            draft().refuse(
                            change,
                            "the same migration renames the column of that name, which old versions go on writing; an"
                                    + " entity that maps both would write back under one name what it read before",
                            "map the new name only, and give this column another name, or add it after the contract");
            return;
        }
        Optional<String> refusal = refusal(column);
        if (refusal.isPresent()) {
            draft().refuse(
                            change,
                            refusal.get() + ", which rewrites the table while nobody can use it",
                            "add a nullable column and fill it with @Backfill");
            return;
        }
        if (column.generated().isPresent() && isRefused(change, column, judged)) {
            return;
        }
        Optional<Split> split = Split.of(context(), table, column.name());
        if (split.isPresent()) {
            new SplitExpansion(context(), draft()).expand(change, judged, split.get());
            return;
        }
        Optional<Backfill> backfill = context().declarations().backfill(table, column.name());
        if (backfill.filter(b -> !b.reverses().isEmpty()).isPresent()) {
            draft().refuse(
                            change,
                            "it has a way back, but reads no column that the same edit retires",
                            "retire the column that it comes in the place of, or leave the way back out");
        } else if (backfill.isPresent() && column.defaultValue().isEmpty()) {
            fill(change, judged, backfill.get().expression());
        } else if (backfill.isPresent()
                || judged.facts().rewrites() && column.generated().isEmpty()) {
            fillBesideDefault(change, judged, backfill.map(Backfill::expression).or(column::defaultValue));
        } else if (!column.mayBeOmitted()) {
            draft().refuse(
                            change,
                            "existing rows and the inserts of running versions have no value for it",
                            "give it a default, say with @Backfill what existing rows get, or make it nullable");
        } else {
            addPlainly(change, judged);
        }
    }

    private static Optional<String> refusal(Column column) {
        if (column.identity().isPresent()) {
            return Optional.of("it is an identity column");
        }
        return Optional.empty();
    }

    private boolean isRefused(AddColumn change, Column column, ClassifiedChange judged) {
        QualifiedName table = context().present(change.table());
        String expression = column.generated().orElseThrow().expression();
        Optional<String> moved = context().moves(table).stream()
                .flatMap(m -> Stream.of(m.from(), m.twin()))
                .filter(c -> SqlTokens.mentions(expression, c))
                .findFirst();
        moved.ifPresent(c -> draft().refuse(
                        change,
                        "it is generated from " + c + ", which gets a twin in the same migration",
                        "add it in a migration of its own afterwards"));
        return moved.isPresent()
                || new Rewrite(draft())
                        .isRefused(
                                change, judged, "add a nullable column and fill it with @Backfill, or a virtual one");
    }

    private void addPlainly(AddColumn change, ClassifiedChange judged) {
        QualifiedName table = context().present(change.table());
        Column column = change.column();
        boolean rewrites = judged.facts().rewrites();
        StepDraft step = add(table, column, judged)
                .purpose("Add column " + table.display() + "." + column.name()
                        + (column.defaultValue().isPresent()
                                ? "; existing rows take the default from the catalog, none is written"
                                : rewrites ? ", writing every row again while nobody reads or writes the table" : ""))
                .effect(CatalogTest.column(table, column));
        draft().add(rewrites ? step.rewriting() : step);
        draft().expands(table, t -> t.withColumns(Lists.append(t.columns(), column)));
    }

    /** The column is filled where a statement leaves it NULL; a nullable one only once, for NULL is a value of it. */
    private void fill(AddColumn change, ClassifiedChange judged, String expression) {
        QualifiedName table = context().present(change.table());
        Column column = change.column();
        if (BatchKey.of(context(), table).isEmpty()) {
            draft().refuse(change, Lists.NO_KEY, Lists.ADD_KEY);
            return;
        }
        Optional<String> unfilled = context().whyNotFilled(table, expression).filter(r -> !column.nullable());
        if (unfilled.isPresent()) {
            draft().refuse(change, unfilled.get(), Lists.WRITE_OUT);
            return;
        }
        Column nullable = column.withNullable(true);
        draft().add(add(table, nullable, judged)
                .purpose("Add column " + table.display() + "." + column.name()
                        + ", nullable until every row has a value")
                .effect(CatalogTest.type(table, column.name(), column.type())));
        draft().expands(table, t -> t.withColumns(Lists.append(t.columns(), nullable)));
        Transition transition = draft().transition(table);
        transition.notes(notes(judged));
        transition.fill(new Transition.Filled(column.name(), expression, !column.nullable()));
        if (!column.nullable()) {
            notNull.inContract(table, column.name(), notes(judged));
        }
    }

    /** New rows get the default at once; existing ones their values in batches, which no rewrite has to give them. */
    private void fillBesideDefault(AddColumn change, ClassifiedChange judged, Optional<String> expression) {
        QualifiedName table = context().present(change.table());
        Column column = change.column();
        if (column.defaultValue().isEmpty() || expression.isEmpty()) {
            draft().refuse(
                            change,
                            "its type rewrites the table",
                            "use the type's base type, and a check for its rules");
            return;
        }
        if (BatchKey.of(context(), table).isEmpty()) {
            draft().refuse(change, Lists.NO_KEY, Lists.ADD_KEY);
            return;
        }
        Column bare = column.withNullable(true).withDefault(Optional.empty());
        draft().add(add(table, bare, judged)
                .purpose("Add column " + table.display() + "." + column.name()
                        + " without its default, then the default for new rows; existing rows are filled in batches")
                .run(ColumnSql.changeDefault(table, column.name(), column.defaultValue()))
                .effect(CatalogTest.hasDefault(table, column.name())));
        draft().transition(table).fill(new Transition.Filled(column.name(), expression.get(), false));
        if (!column.nullable()) {
            notNull.inExpand(table, column.name(), notes(judged));
        }
        draft().expands(table, t -> t.withColumns(Lists.append(t.columns(), column)));
    }

    private StepDraft add(QualifiedName table, Column column, ClassifiedChange judged) {
        StepDraft step = StepDraft.of(Stage.ADD_COLUMN, table, "add-" + table.name() + "-" + column.name())
                .lock(LockMode.ACCESS_EXCLUSIVE)
                .notes(notes(judged))
                .run(ColumnSql.add(table, column))
                .undo(ColumnSql.drop(table, column.name()));
        column.comment().ifPresent(c -> step.run(ColumnSql.comment(table, column.name(), Optional.of(c))));
        return step;
    }
}
