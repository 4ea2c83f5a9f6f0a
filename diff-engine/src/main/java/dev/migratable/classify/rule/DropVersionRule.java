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

/** Tells of versions that use a dropped column or table. */
final class DropVersionRule implements Rule {

    private static final RuleId ID = new RuleId("MIG406");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Versions that use what is dropped break";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean column = change instanceof DropColumn drop
                && !context.declarations().isRetired(drop.table(), drop.column().name());
        boolean table = change instanceof DropTable && !context.declarations().isRetired(change.table());
        if (!column && !table) {
            return List.of(); // a retired one goes at contract, and MIG101 or MIG102 says so
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                "is dropped; statements of running versions that name it fail",
                "Retire it, so that it goes at contract when no such version is alive"));
    }
}
