package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
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
        if (!(change instanceof AddColumn add) || add.column().mayBeOmitted() || Rows.isEmpty(add.table(), context)) {
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
                        "is NOT NULL without a default; a table that has rows makes it fail",
                        "Add @Backfill(\"…\"), give it a default, or make it nullable")));
    }
}
