package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropCompositeType;
import dev.migratable.change.DropEnumType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a dropped enum type or composite type. */
final class DropTypeRule implements Rule {

    private static final RuleId ID = new RuleId("MIG414");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Versions that name a dropped type fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof DropEnumType) && !(change instanceof DropCompositeType)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "is dropped: statements that name the type fail",
                "Drop it when no version that names it is alive"));
    }
}
