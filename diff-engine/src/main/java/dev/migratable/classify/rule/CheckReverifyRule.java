package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of checks that a type change verifies again. */
final class CheckReverifyRule implements Rule {

    private static final RuleId ID = new RuleId("MIG307");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A type change that spares the table verifies its checks";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type)
                || facts.rewrites()
                || !facts.scans()
                || context.isHarmless(type.table())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(type.table(), type.column()),
                "changes its type while a check mentions it, which reads every row under "
                        + facts.lock().sql(),
                "Drop the check, change the type, add the check NOT VALID and validate it"));
    }
}
