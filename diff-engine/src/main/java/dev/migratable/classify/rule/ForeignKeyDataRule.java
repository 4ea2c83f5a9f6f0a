package dev.migratable.classify.rule;

import dev.migratable.change.AddForeignKey;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of rows that a foreign key can find wrong. */
final class ForeignKeyDataRule implements Rule {

    private static final RuleId ID = new RuleId("MIG202");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Rows without a counterpart make a foreign key fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddForeignKey add) || !facts.mayFailOnData() || Rows.isEmpty(add.table(), context)) {
            return List.of();
        }
        String columns = String.join(", ", add.foreignKey().columns());
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(add.table()),
                "gets a foreign key from " + columns + " to "
                        + add.foreignKey().referencedTable().display()
                        + "; "
                        + Counts.failing(
                                add,
                                context,
                                "have no counterpart there",
                                "rows without a counterpart there make it fail"),
                "Let the plan report such rows first, and repair them before contract"));
    }
}
