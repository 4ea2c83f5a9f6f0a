package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropNotNull;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of readers of a column that may be NULL from now on. */
final class NullableVersionRule implements Rule {

    private static final RuleId ID = new RuleId("MIG405");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Running versions may meet NULL where there was none";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof DropNotNull drop)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(drop.table(), drop.column()),
                "may hold NULL from now on, which running versions may not expect",
                "Write NULL when no version is alive that does not expect it"));
    }
}
