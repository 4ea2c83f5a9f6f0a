package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a column that is no longer computed. */
final class ComputedColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG410");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A column that nobody computes any more stays NULL";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeGenerated generated) || generated.to().isPresent()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "is no longer generated; running versions leave it out, so that the rows they write hold NULL in it",
                "Give it a default, or fill it by @Backfill, until no version is alive that leaves it out"));
    }
}
