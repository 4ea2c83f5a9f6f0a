package dev.migratable.classify.rule;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddEnumValue;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.classify.WidenedCheck;
import java.util.List;

/** Tells of values that running versions have not met. */
final class WidenedCheckRule implements Rule {

    private static final RuleId ID = new RuleId("MIG412");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Running versions may meet a value they do not know";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof AddEnumValue value) {
            return List.of(finding(change, "has the value " + value.label()));
        }
        if (!(change instanceof AddCheck add)) {
            return List.of();
        }
        return WidenedCheck.added(add, context).map(values -> finding(change, "allows " + values)).stream()
                .toList();
    }

    private static Finding finding(Change change, String fact) {
        return new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                fact + " from now on, which running versions may not know",
                "Write it when no version is alive that does not know it");
    }
}
