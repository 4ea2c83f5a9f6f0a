package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.LockMode;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Map;

/** Tells of a type change that makes the server check foreign keys again. */
final class ForeignKeyTypeRule implements Rule {

    private static final RuleId ID = new RuleId("MIG308");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A type change locks the other side of a foreign key";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean other = change instanceof ChangeColumnType
                && context.current().table(change.table()).isPresent();
        if (!other || context.isHarmless(change.table())) {
            return List.of();
        }
        List<String> tables = facts.otherLocks().entrySet().stream()
                .filter(e -> e.getValue() == LockMode.ACCESS_EXCLUSIVE)
                .map(Map.Entry::getKey)
                .filter(t -> !isPartition(t, context))
                .map(QualifiedName::display)
                .toList();
        if (tables.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                facts.rewrites() ? Risk.UNSAFE : Risk.CAUTION,
                Elements.of(change),
                "changes the type of a column in a foreign key, which locks " + String.join(", ", tables) + " in "
                        + LockMode.ACCESS_EXCLUSIVE.sql() + " too"
                        + (facts.rewrites() ? " while every row is written and the key is checked again" : ""),
                facts.rewrites() ? Fixes.NEW_COLUMN : "Let the plan wait for the locks with a short lock_timeout"));
    }

    private static boolean isPartition(QualifiedName table, ClassificationContext context) {
        return context.current()
                .table(table)
                .flatMap(t -> t.options().partitionOf())
                .isPresent();
    }
}
