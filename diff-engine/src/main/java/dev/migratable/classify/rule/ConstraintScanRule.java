package dev.migratable.classify.rule;

import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.SetNotNull;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of checks, keys and NOT NULL verified under ACCESS EXCLUSIVE. */
final class ConstraintScanRule implements Rule {

    private static final RuleId ID = new RuleId("MIG304");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A constraint is checked or built while nobody can read or write";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        boolean covered = change instanceof AddCheck
                || change instanceof AddUnique
                || change instanceof AddPrimaryKey
                || change instanceof SetNotNull
                || change instanceof AddColumn && !facts.rewrites() && facts.mayFailOnData() && isVirtual(change);
        if (!covered || !facts.scans() || context.isHarmless(change.table()) || isBackfilled(change, context)) {
            return List.of();
        }
        boolean build = change instanceof AddUnique || change instanceof AddPrimaryKey;
        String work = build ? "its index is built" : "every row is read";
        String fix = isVirtual(change)
                ? "Make the generated column nullable"
                : build
                        ? "Let the plan build a unique index concurrently and make it the constraint"
                        : "Let the plan add a check NOT VALID and validate it in a transaction of its own";
        return List.of(new Finding(
                ID,
                Risk.UNSAFE,
                Elements.of(change),
                what(change) + ", which blocks reads and writes while " + work,
                fix));
    }

    /** A declared backfill makes the plan take the way round, and MIG204 says so. */
    private static boolean isBackfilled(Change change, ClassificationContext context) {
        return change instanceof SetNotNull set
                && context.declarations().backfill(set.table(), set.column()).isPresent();
    }

    private static boolean isVirtual(Change change) {
        return change instanceof AddColumn add && add.column().generated().isPresent();
    }

    private static String what(Change change) {
        if (isVirtual(change)) {
            return "is virtual and NOT NULL";
        }
        if (change instanceof AddCheck) {
            return "gets a check";
        }
        if (change instanceof AddUnique add) {
            return "becomes unique on " + String.join(", ", add.constraint().columns());
        }
        return change instanceof AddPrimaryKey ? "gets a primary key" : "becomes NOT NULL";
    }
}
