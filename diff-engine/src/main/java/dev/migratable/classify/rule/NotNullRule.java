package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.SetNotNull;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a column that becomes NOT NULL. */
final class NotNullRule implements Rule {

    private static final RuleId ID = new RuleId("MIG204");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Rows that hold NULL make SET NOT NULL fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof SetNotNull set) || !facts.mayFailOnData() || Rows.isEmpty(set.table(), context)) {
            return List.of();
        }
        return List.of(context.declarations()
                .backfill(set.table(), set.column())
                .map(b -> new Finding(
                        ID,
                        Risk.CAUTION,
                        Elements.of(set.table(), set.column()),
                        "becomes NOT NULL; rows that hold NULL are filled from @Backfill(\"" + b.expression()
                                + "\") first",
                        "Contract when no version is alive that writes NULL"))
                .orElseGet(() -> new Finding(
                        ID,
                        Counts.risk(set, context, Risk.UNSAFE),
                        Elements.of(set.table(), set.column()),
                        "becomes NOT NULL; "
                                + Counts.failing(set, context, "hold NULL", "rows that hold NULL make it fail"),
                        "Add @Backfill(\"…\") or keep it nullable")));
    }
}
