package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangePersistence;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a table that is written again because it becomes logged or unlogged. */
final class PersistenceRewriteRule implements Rule {

    private static final RuleId ID = new RuleId("MIG310");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A table that becomes logged or unlogged is written again under ACCESS EXCLUSIVE";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangePersistence) || context.isHarmless(change.table())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "is written again with all its indexes, and nobody reads or writes it meanwhile",
                "Make a second table, fill it in batches, and exchange the names in one transaction"));
    }
}
