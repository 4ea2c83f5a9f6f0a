package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of values that a new type can refuse. */
final class TypeDataRule implements Rule {

    private static final RuleId ID = new RuleId("MIG206");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Values that do not fit make a type change fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type)
                || !facts.mayFailOnData()
                || context.transition(type).needsConversion()
                || Rows.isEmpty(type.table(), context)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Counts.risk(type, context, Risk.UNSAFE),
                Elements.of(type.table(), type.column()),
                "changes from " + type.from() + " to " + type.to()
                        + "; "
                        + Counts.failing(
                                type, context, "hold a value that does not fit", "values that do not fit make it fail")
                        + ", and running versions may still write them",
                "Keep " + type.from() + ", or add a new attribute and fill it by @Backfill"));
    }
}
