package dev.migratable.classify.rule;

import dev.migratable.catalog.Dependent;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.RenameColumn;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of views, functions, triggers and the like that use what is dropped, renamed or gets another type. */
final class DependentRule implements Rule {

    static final RuleId ID = new RuleId("MIG209");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "What depends on the column makes the change fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        List<Dependent> dependents = Blockers.of(change, context);
        if (dependents.isEmpty()) {
            return List.of();
        }
        List<String> names = dependents.stream()
                .map(d -> d.kind().words() + " " + d.name())
                .distinct()
                .toList();
        String use = names.stream().collect(Collectors.joining(", ")) + (names.size() == 1 ? " uses it" : " use it");
        return List.of(find(change, use));
    }

    private static Finding find(Change change, String use) {
        String message = (change instanceof ChangeColumnType ? "changes its type" : "is dropped") + " while " + use
                + ", which PostgreSQL refuses";
        if (change instanceof RenameColumn rename) {
            message = "is renamed while " + use + " as " + rename.from() + ", so that the old column could not go";
        }
        return new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                message,
                "Drop that before and create it again, with its grants, by a migration of your own");
    }
}
