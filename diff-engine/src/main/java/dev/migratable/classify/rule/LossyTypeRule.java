package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of a type change that rounds or cuts. */
final class LossyTypeRule implements Rule {

    private static final RuleId ID = new RuleId("MIG103");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A type change loses part of the values without an error";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof ChangeColumnType type) || facts.losses().isEmpty()) {
            return List.of();
        }
        boolean converted =
                context.declarations().backfill(type.table(), type.column()).isPresent();
        return List.of(new Finding(
                ID,
                converted ? Risk.CAUTION : Risk.DESTRUCTIVE,
                Elements.of(type.table(), type.column()),
                "changes from " + type.from() + " to " + type.to() + ", which loses " + lost(facts, type.column())
                        + Counts.losing(type, context, "lose a part of their value"),
                "Keep " + type.from() + ", or add a new attribute and fill it by @Backfill"));
    }

    private static String lost(Facts facts, String column) {
        String prefix = column + ": ";
        return String.join(
                ", ",
                facts.losses().stream()
                        .map(l -> l.startsWith(prefix) ? l.substring(prefix.length()) : l)
                        .toList());
    }
}
