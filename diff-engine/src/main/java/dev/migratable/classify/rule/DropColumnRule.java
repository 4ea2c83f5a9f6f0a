package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Names what goes with a dropped column, the silent losses too. */
final class DropColumnRule implements Rule {

    private static final RuleId ID = new RuleId("MIG101");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A dropped column takes its data along";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof DropColumn drop)) {
            return List.of();
        }
        String losses = String.join(", ", facts.losses()) + Counts.losing(drop, context, "hold a value");
        if (context.declarations().isRetired(drop.table(), drop.column().name())) {
            return List.of(new Finding(
                    ID,
                    Risk.CAUTION,
                    Elements.of(drop.table(), drop.column().name()),
                    "is retired; contract parks it, and the purge loses " + losses,
                    "Purge only when nobody misses what was parked"));
        }
        return List.of(new Finding(
                ID,
                Risk.DESTRUCTIVE,
                Elements.of(drop.table(), drop.column().name()),
                "is dropped, which loses " + losses,
                "Add @Retired(\"" + drop.column().name()
                        + "\") to the entity, so that it is parked before it is purged"));
    }
}
