package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropSequence;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a dropped sequence. */
final class DropSequenceRule implements Rule {

    private static final RuleId ID = new RuleId("MIG104");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A dropped sequence forgets how far it counted";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof DropSequence)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change.table()),
                "is dropped: versions that draw from it fail, and one created anew starts over",
                "Drop it when no version that draws from it is alive"));
    }
}
