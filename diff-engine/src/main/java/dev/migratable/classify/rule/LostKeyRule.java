package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.DropIndex;
import dev.migratable.change.DropPrimaryKey;
import dev.migratable.change.DropUnique;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a unique constraint or primary key that goes. */
final class LostKeyRule implements Rule {

    private static final RuleId ID = new RuleId("MIG409");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Statements that rely on a key break";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean key = change instanceof DropUnique || change instanceof DropPrimaryKey;
        boolean index = change instanceof DropIndex drop
                && drop.index().unique()
                && drop.index().valid();
        if (!key && !index) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change.table()),
                "is no longer unique on " + String.join(", ", ChangeColumns.of(change))
                        + "; duplicates get in, and ON CONFLICT on these columns fails",
                "Do it when no version is alive that relies on it"));
    }
}
