package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeCompositeType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a composite type that is to have other attributes than it has. */
final class CompositeTypeRule implements Rule {

    private static final RuleId ID = new RuleId("MIG519");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A composite type keeps its attributes";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeCompositeType type)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "is to have the attributes " + type.to().describe() + " instead of "
                        + type.from().describe()
                        + ", by which running versions write and read values as a whole",
                Fixes.KEEP_ATTRIBUTES));
    }
}
