package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnComment;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeIdentity;
import dev.migratable.change.ChangeTableComment;
import dev.migratable.change.DropNotNull;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SetNotNull;
import dev.migratable.change.SqlTokens;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Conversion;
import dev.migratable.classify.LockMode;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.runtime.sql.ColumnSql;
import dev.migratable.runtime.sql.FunctionSql;
import dev.migratable.runtime.sql.NotNullNameSql;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations.Backfill;
import dev.migratable.schema.QualifiedName;
import java.util.Optional;

/** Changes one facet of a column: loosening before the rollout, tightening after it. */
final class ColumnFacetExpansion {
    private static final String ANOTHER_NAME = "give the attribute a new column name, with @RenamedFrom and"
            + " @ConvertUsing(forward = \"…\", backward = \"…\")";

    private final PlanContext context;
    private final PlanDraft draft;

    ColumnFacetExpansion(PlanContext context, PlanDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    void expand(DropNotNull change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        Column former = context.columnBefore(table, change.column()).orElseThrow();
        String column = former.name();
        boolean late = new ReplacedKeys(context).leaves(table, column)
                || new Counters(context).holdsNotNull(table, change.column());
        draft.add(facet(late ? Stage.AFTER_KEY : Stage.LOOSEN_COLUMN, table, "nullable", column, judged)
                .purpose("Let " + table.display() + "." + column + " hold NULL")
                .run(ColumnSql.dropNotNull(table, column))
                .undo(NotNullNameSql.setAgain(table, former))
                .effect(CatalogTest.not(CatalogTest.notNull(table, column))));
        if (!late) {
            draft.expands(new DropNotNull(table, column));
        }
    }

    void expand(SetNotNull change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        String column = change.column();
        Optional<Backfill> backfill = context.declarations().backfill(table, column);
        if (context.conversion(table, column).filter(Conversion::declared).isPresent()) {
            new NotNullSteps(context, draft).inContract(table, column, PlanContext.notes(judged));
            return;
        }
        boolean renamed = context.renameTo(table, column).isPresent();
        if (backfill.isPresent() && (renamed || context.isSwapped(table, column))) {
            draft.refuse(
                    change,
                    renamed
                            ? "the column is renamed in the same migration"
                            : "the type of the column changes in the same migration",
                    renamed ? "rename it in a migration of its own" : "change the type in a migration of its own");
            return;
        }
        if (backfill.isPresent() && BatchKey.of(context, table).isEmpty()) {
            draft.refuse(change, Lists.NO_KEY, Lists.ADD_KEY);
            return;
        }
        Optional<String> unfilled = backfill.flatMap(b -> context.whyNotFilled(table, b.expression()));
        if (unfilled.isPresent()) {
            draft.refuse(change, unfilled.get(), Lists.WRITE_OUT);
            return;
        }
        backfill.ifPresent(b -> draft.transition(table).fill(new Transition.Filled(column, b.expression(), true)));
        new NotNullSteps(context, draft).inContract(table, column, PlanContext.notes(judged));
    }

    void expand(ChangeDefault change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        String column = change.column();
        if (context.conversion(table, column).isPresent()) {
            return; // the twin comes with its own default
        }
        Counters counters = new Counters(context);
        Optional<ChangeIdentity> exchange = counters.exchange(table, column);
        if (exchange.isPresent()) {
            if (!counters.isExchangedLate(exchange.get())) {
                draft.expands(change);
            }
            return; // goes along with the identity, which there cannot be beside a default
        }
        if (GenerationExpansion.isReleased(context, table, column)) {
            return; // goes along with the expression, which there cannot be beside a default
        }
        if (context.isSwapped(table, column)) {
            draft.refuse(
                    change,
                    "the type of the column changes in the same migration, and the default goes along with its name",
                    "change the default in a migration of its own");
            return;
        }
        if (context.renameTo(table, column).isPresent()) {
            draft.refuse(
                    change,
                    "the column is renamed in the same migration, and the default tells there which name was written",
                    "change the default in a migration of its own");
            return;
        }
        boolean drops = change.to().isEmpty();
        String test = CatalogTest.hasDefault(table, column);
        draft.add(facet(drops ? Stage.TIGHTEN : Stage.LOOSEN_COLUMN, table, "default", column, judged)
                .purpose(
                        drops
                                ? "Drop the default of " + table.display() + "." + column
                                        + ", which inserts of the old version may have relied upon"
                                : "Set the default of " + table.display() + "." + column + " for new rows")
                .run(ColumnSql.changeDefault(table, column, change.to()))
                .undo(ColumnSql.changeDefault(table, column, change.from()))
                .effect(drops ? CatalogTest.not(test) : test));
        if (!drops) {
            draft.expands(change);
        }
    }

    void expand(ChangeColumnType change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        if (context.conversion(table, change.column()).isPresent()) {
            return; // goes with the rename
        }
        if (isConvertedUnderItsName(table, change)) {
            draft.refuse(change, "a conversion needs the old and the new value side by side", ANOTHER_NAME);
            return;
        }
        if (context.isSwapped(table, change.column())) {
            new SwapExpansion(context, draft).expand(change, change.column(), judged);
            return;
        }
        Optional<String> reason = InPlace.whyNot(context, change, judged.facts());
        Optional<RenameColumn> rename = context.renameTo(table, change.column());
        if (reason.isPresent()
                && rename.isPresent()
                && context.declarations().backfill(table, change.column()).isPresent()) {
            String former = rename.get().from();
            draft.refuse(change, "its conversion does not read " + former, "make it of " + former);
            return;
        }
        if (reason.isPresent()) {
            draft.refuse(change, reason.get(), ANOTHER_NAME);
            return;
        }
        String column = formerName(table, change.column());
        Optional<String> collation = context.before(table).column(column).flatMap(Column::collation);
        draft.add(facet(Stage.LOOSEN_COLUMN, table, "widen", column, judged)
                .purpose("Change the type of " + table.display() + "." + column + " from "
                        + change.from().sql() + " to " + change.to().sql()
                        + ", which the catalog alone does; prepared statements that return it are planned anew")
                .run(ColumnSql.changeType(table, column, change.to(), collation), FunctionSql.planAnew(table, column))
                .undo(
                        ColumnSql.changeType(table, column, change.from(), collation),
                        FunctionSql.planAnew(table, column))
                .effect(CatalogTest.type(table, column, change.to())));
        // The server forgets the column's statistics; never under the lock, for they are read from the table.
        draft.add(StepDraft.of(Stage.ANALYZE, table, "analyze-" + table.name() + "-" + column)
                .purpose("Let the planner know the values of " + column + " again")
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE)
                .run(ColumnSql.analyzeColumn(table, column)));
        draft.expands(new ChangeColumnType(table, column, change.from(), change.to()));
    }

    private boolean isConvertedUnderItsName(QualifiedName table, ChangeColumnType change) {
        return context.renameTo(table, change.column()).isEmpty()
                && context.declarations()
                        .backfill(table, change.column())
                        .filter(b -> SqlTokens.mentions(b.expression(), change.column()))
                        .isPresent();
    }

    void expand(ChangeColumnComment change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        draft.add(comment(change, table, judged)
                .run(ColumnSql.comment(table, change.column(), change.to()))
                .undo(ColumnSql.commentIfThere(table, change.column(), change.from())));
        if (context.renameTo(table, change.column()).isEmpty()) {
            draft.expands(change);
        }
    }

    void expand(ChangeTableComment change, ClassifiedChange judged) {
        QualifiedName table = context.present(change.table());
        draft.add(comment(change, table, judged)
                .run(ColumnSql.comment(table, change.to()))
                .undo(ColumnSql.comment(table, change.from())));
        draft.expands(table, t -> t.withComment(change.to()));
    }

    private static StepDraft comment(Change change, QualifiedName table, ClassifiedChange judged) {
        return StepDraft.of(Stage.COMMENT, table, "comment-" + table.name())
                .purpose("Documentation only: " + change.description())
                .notes(PlanContext.notes(judged))
                .lock(LockMode.SHARE_UPDATE_EXCLUSIVE);
    }

    private String formerName(QualifiedName table, String column) {
        return context.columnBefore(table, column).map(Column::name).orElse(column);
    }

    private static StepDraft facet(
            Stage stage, QualifiedName table, String what, String column, ClassifiedChange judged) {
        return StepDraft.of(stage, table, what + "-" + table.name() + "-" + column)
                .notes(PlanContext.notes(judged))
                .lock(LockMode.ACCESS_EXCLUSIVE);
    }
}
