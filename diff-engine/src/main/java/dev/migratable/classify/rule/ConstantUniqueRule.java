package dev.migratable.classify.rule;

import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.CreateIndex;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.DefaultVolatility;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import java.util.List;

/** Tells of a unique column that one value fills. */
final class ConstantUniqueRule implements Rule {

    private static final RuleId ID = new RuleId("MIG208");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "One default fills a unique column of every row";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        List<String> columns = uniqueColumns(change);
        boolean same = !columns.isEmpty() && columns.stream().allMatch(c -> isFilledOnce(change.table(), c, context));
        if (!same || Rows.isEmpty(change.table(), context)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "becomes unique on " + String.join(", ", columns)
                        + ", which come with one default for all rows; the second row makes it fail",
                "Add it nullable, fill it by @Backfill with an expression that differs from row to row, and make it unique"
                        + " afterwards"));
    }

    private static List<String> uniqueColumns(Change change) {
        boolean unique = change instanceof AddUnique
                || change instanceof AddPrimaryKey
                || change instanceof CreateIndex create
                        && create.index().unique()
                        && create.index().predicate().isEmpty();
        return unique ? ChangeColumns.of(change) : List.of();
    }

    /** A column that the same changes add, and that has one value in every row that is there. */
    private static boolean isFilledOnce(QualifiedName table, String column, ClassificationContext context) {
        boolean isNew =
                context.current().table(table).flatMap(t -> t.column(column)).isEmpty();
        return isNew
                && context.declarations().backfill(table, column).isEmpty()
                && context.desired()
                        .table(table)
                        .flatMap(t -> t.column(column))
                        .flatMap(Column::defaultValue)
                        .filter(d -> DefaultVolatility.of(d) == DefaultVolatility.ONCE)
                        .isPresent();
    }
}
