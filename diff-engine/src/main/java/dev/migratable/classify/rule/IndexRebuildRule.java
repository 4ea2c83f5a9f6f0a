package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeCollation;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a type or collation change that spares the table but not its indexes. */
final class IndexRebuildRule implements Rule {

    private static final RuleId ID = new RuleId("MIG305");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Indexes are built anew while nobody can read or write";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean covered = change instanceof ChangeColumnType || change instanceof ChangeCollation;
        if (!covered || facts.rewrites() || facts.rebuiltIndexes().isEmpty() || context.isHarmless(change.table())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "changes so that " + String.join(", ", facts.rebuiltIndexes()) + " is built anew under "
                        + facts.lock().sql(),
                "Let the plan build the indexes on a second column concurrently and swap the two"));
    }
}
