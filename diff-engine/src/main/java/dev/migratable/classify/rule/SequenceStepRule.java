package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeSequence;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a sequence whose increment changes. */
final class SequenceStepRule implements Rule {

    private static final RuleId ID = new RuleId("MIG408");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Versions that expect another increment draw the same ids twice";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeSequence sequence) || !facts.breaksOld()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change.table()),
                "steps by " + sequence.to().options().increment() + " instead of "
                        + sequence.from().options().increment()
                        + "; versions whose allocationSize is another assign ids that others assign too",
                "Keep allocationSize, or give the generator a new sequence"));
    }
}
