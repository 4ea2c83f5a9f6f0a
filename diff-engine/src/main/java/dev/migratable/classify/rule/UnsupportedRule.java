package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a difference that Migratable compares and does not plan. */
final class UnsupportedRule implements Rule {

    private static final RuleId ID = new RuleId("MIG507");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "No plan can be made for the difference";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof UnsupportedChange unsupported)) {
            return List.of();
        }
        return List.of(new Finding(
                ID, Risk.UNSAFE, Elements.of(change.table()), unsupported.difference(), unsupported.wayOut()));
    }
}
