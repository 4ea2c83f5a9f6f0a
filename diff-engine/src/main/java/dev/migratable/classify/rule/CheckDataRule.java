package dev.migratable.classify.rule;

import dev.migratable.change.AddCheck;
import dev.migratable.change.Change;
import dev.migratable.change.ValidateConstraint;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.normalize.ExpressionNormalizer;
import java.util.List;
import java.util.Optional;

/** Tells of rows that a check can find wrong. */
final class CheckDataRule implements Rule {

    private static final RuleId ID = new RuleId("MIG205");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Rows that violate it make a check fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean validates = change instanceof AddCheck || change instanceof ValidateConstraint;
        if (!validates || !facts.mayFailOnData() || Rows.isEmpty(change.table(), context)) {
            return List.of();
        }
        String rows = Counts.failing(change, context, "violate it", "rows that violate it make it fail");
        String message = change instanceof AddCheck add
                ? "gets the check ("
                        + ExpressionNormalizer.normalize(add.constraint().expression(), Optional.empty())
                        + "); " + rows + ", and running versions may still write them"
                : "has a constraint validated that is NOT VALID so far; " + rows;
        return List.of(new Finding(
                ID,
                Counts.risk(change, context, change instanceof AddCheck ? Risk.UNSAFE : Risk.CAUTION),
                Elements.of(change.table()),
                message,
                "Let the plan report such rows first, and repair them before contract"));
    }
}
