package dev.migratable.classify.rule;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of inserts that leave a new required column out. */
final class RequiredColumnVersionRule implements Rule {

    private static final RuleId ID = new RuleId("MIG403");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Inserts of versions that do not know a required column break";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddColumn add) || add.column().mayBeOmitted()) {
            return List.of();
        }
        String column = add.column().name();
        if (context.declarations().backfill(add.table(), column).isPresent()) {
            return List.of(); // the trigger of the expansion fills it, and MIG201 says so
        }
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(add.table(), column),
                "is NOT NULL without a default; inserts of running versions that do not know it fail",
                "Add @Backfill(\"…\"), give it a default, or make it nullable"));
    }
}
