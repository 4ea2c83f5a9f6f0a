package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a type change that rewrites the table. */
final class RewritingTypeRule implements Rule {

    private static final RuleId ID = new RuleId("MIG301");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A type change writes every row again while nobody can read or write";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type) || !facts.rewrites() || context.isHarmless(type.table())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(type.table(), type.column()),
                "changes from " + type.from() + " to " + type.to()
                        + ", which in place writes every row and index again under "
                        + facts.lock().sql(),
                Fixes.of(type)));
    }
}
