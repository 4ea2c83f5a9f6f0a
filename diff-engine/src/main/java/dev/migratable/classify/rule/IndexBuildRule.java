package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.CreateIndex;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of an index built on a live table. */
final class IndexBuildRule implements Rule {

    private static final RuleId ID = new RuleId("MIG302");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "An index that is not built concurrently blocks writes";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof CreateIndex create) || context.isHarmless(create.table())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(create.table()),
                "gets the index " + create.index().name() + ", which blocks writes while it is built",
                "Let the plan build it concurrently"));
    }
}
