package dev.migratable.classify.rule;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a foreign key checked under its lock. */
final class ForeignKeyLockRule implements Rule {

    private static final RuleId ID = new RuleId("MIG303");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A foreign key blocks writes to both tables while rows are checked";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddForeignKey add) || !facts.scans() || context.isHarmless(add.table())) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(add.table()),
                "gets a foreign key to " + add.foreignKey().referencedTable().display()
                        + ", which blocks writes to both tables while every row is checked",
                "Let the plan add it NOT VALID and validate it in a transaction of its own"));
    }
}
