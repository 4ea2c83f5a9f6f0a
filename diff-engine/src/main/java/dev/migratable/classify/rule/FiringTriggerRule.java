package dev.migratable.classify.rule;

import dev.migratable.catalog.Dependent;
import dev.migratable.catalog.Dependent.Kind;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.SetNotNull;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells of triggers of the application that fire for each row that the plan fills. */
final class FiringTriggerRule implements Rule {

    private static final RuleId ID = new RuleId("MIG514");

    /** As the server prints a trigger; one on certain columns is not meant: what is filled is new to it. */
    private static final Pattern ON_EACH_UPDATE =
            Pattern.compile("^CREATE (CONSTRAINT )?TRIGGER .*? (BEFORE|AFTER) (\\w+ OR )*UPDATE( OR \\w+)* ON ");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "A trigger fires for each row that is filled";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!isFilled(change, facts, context) || Rows.isEmpty(change.table(), context)) {
            return List.of();
        }
        List<String> triggers = context.evidence().dependents(change.table()).stream()
                .filter(d -> d.kind() == Kind.TRIGGER && !d.name().startsWith(Blockers.OWN))
                .filter(d -> ON_EACH_UPDATE.matcher(d.detail()).find())
                .map(Dependent::name)
                .distinct()
                .toList();
        if (triggers.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "is filled in every row, for each of which " + triggers.stream().collect(Collectors.joining(", "))
                        + (triggers.size() == 1 ? " fires" : " fire") + " unless disabled",
                "Make sure that this is meant, or let the trigger pass over updates in which nothing else changes"));
    }

    /** A default that would rewrite the table is filled in batches, too. */
    private static boolean isFilled(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof AddColumn add) {
            boolean evaluated = facts.rewrites() && add.column().defaultValue().isPresent();
            return evaluated || isBackfilled(add.table(), add.column().name(), context);
        }
        return change instanceof RenameColumn rename
                        && !context.declarations().isAliased(rename.table(), rename.from(), rename.to())
                || change instanceof SetNotNull set && isBackfilled(set.table(), set.column(), context);
    }

    private static boolean isBackfilled(QualifiedName table, String column, ClassificationContext context) {
        return context.declarations().backfill(table, column).isPresent();
    }
}
