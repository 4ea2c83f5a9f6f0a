package dev.migratable.classify.rule;

import dev.migratable.change.AddCheck;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a check that old rows need not satisfy until somebody touches them. */
final class UnvalidatedCheckRule implements Rule {

    private static final RuleId ID = new RuleId("MIG411");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A check that is NOT VALID refuses every update of a row that violates it";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddCheck add) || add.constraint().validated() || Rows.isEmpty(add.table(), context)) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(add.table()),
                "gets the check " + add.constraint().name()
                        + " NOT VALID; updates of rows that violate it fail, whichever column they change",
                "Repair such rows first, then add the check and validate it"));
    }
}
