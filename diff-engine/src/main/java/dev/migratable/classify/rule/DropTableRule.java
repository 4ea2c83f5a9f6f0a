package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a dropped table. */
final class DropTableRule implements Rule {

    private static final RuleId ID = new RuleId("MIG102");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A dropped table takes its rows along";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof DropTable)) {
            return List.of();
        }
        String losses = String.join(", ", facts.losses()) + Counts.losing(change, context, "are there");
        if (context.declarations().isRetired(change.table())) {
            return List.of(new Finding(
                    ID,
                    Risk.CAUTION,
                    Elements.of(change.table()),
                    "is retired; contract parks it, and the purge loses " + losses,
                    "Purge only when nobody misses what was parked"));
        }
        return List.of(new Finding(
                ID,
                Risk.DESTRUCTIVE,
                Elements.of(change.table()),
                "is dropped, which loses " + losses,
                "Add @Retired(\"" + change.table().name()
                        + "\") to the package, so that it is parked before it is purged"));
    }
}
