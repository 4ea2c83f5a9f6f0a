package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a sequence whose counter does not outlive a crash. */
final class UnloggedSequenceRule implements Rule {

    private static final RuleId ID = new RuleId("MIG106");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A crash sets an unlogged sequence back";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeSequencePersistence persistence) || !persistence.unlogged()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "becomes unlogged; the next crash of the server sets it back, so that it gives out numbers that are in use,"
                        + " and no standby has it",
                "Keep it logged, unless all that is numbered by it goes in a crash, too"));
    }
}
