package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RowCount;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a NOT NULL column that rows cannot get a value for. */
final class RequiredColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG201");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A required column without a default fails on a filled table";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddColumn add)
                || Rows.isEmpty(add.table(), context)
                || context.evidence().failing(add).filter(RowCount::isNone).isPresent()) {
            return List.of();
        }
        if (add.column().generated().isPresent() && facts.mayFailOnData()) {
            return List.of(computed(add));
        }
        if (add.column().mayBeOmitted()) {
            return List.of();
        }
        String column = add.column().name();
        return List.of(context.declarations()
                .backfill(add.table(), column)
                .map(b -> new Finding(
                        ID,
                        Risk.CAUTION,
                        Elements.of(add.table(), column),
                        "is required; it comes nullable, is filled from @Backfill(\"" + b.expression()
                                + "\") and becomes NOT NULL at contract",
                        "Contract when no version is alive that does not know it"))
                .orElseGet(() -> new Finding(
                        ID,
                        Risk.UNSAFE,
                        Elements.of(add.table(), column),
                        "is NOT NULL without a default; "
                                + Counts.failing(
                                        add, context, "have no value for it", "a table that has rows makes it fail"),
                        "Add @Backfill(\"…\"), give it a default, or make it nullable")));
    }

    private static Finding computed(AddColumn add) {
        return new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(add.table(), add.column().name()),
                "is generated and NOT NULL; rows of which the expression makes NULL make it fail",
                "Wrap the expression in coalesce(…), or make the column nullable");
    }
}
