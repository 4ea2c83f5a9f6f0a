package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a drop that the model does not declare. */
final class UnretiredDropRule implements Rule {

    private static final RuleId ID = new RuleId("MIG502");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Data is given up without @Retired";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof DropColumn drop) {
            String column = drop.column().name();
            boolean retired = context.declarations().isRetired(drop.table(), column);
            return retired
                    ? List.of()
                    : List.of(new Finding(
                            ID,
                            Risk.DESTRUCTIVE,
                            Elements.of(drop.table(), column),
                            "is gone from the model without @Retired",
                            "Put it back, or add @Retired(\"" + column + "\") to the entity to give the data up"));
        }
        if (change instanceof DropTable && !context.declarations().isRetired(change.table())) {
            return List.of(new Finding(
                    ID,
                    Risk.DESTRUCTIVE,
                    Elements.of(change.table()),
                    "is gone from the model without @Retired",
                    "Put it back, or add @Retired(\"" + change.table().name()
                            + "\") to the package to give the data up"));
        }
        return List.of();
    }
}
