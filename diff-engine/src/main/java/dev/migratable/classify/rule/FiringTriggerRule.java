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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells of triggers of the application that fire for each row that the plan fills. */
final class FiringTriggerRule implements Rule {

    private static final RuleId ID = new RuleId("MIG514");

    /** As the server prints a trigger; one on certain columns is not meant: what is filled is new to it. */
    private static final Pattern ON_EACH_UPDATE =
            Pattern.compile("^CREATE (CONSTRAINT )?TRIGGER .*? (BEFORE|AFTER) (\\w+ OR )*UPDATE( OR \\w+)* ON ");

    /** How the triggers are called that keep columns in step until contract. */
    private static final String OWN = "~migratable";

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
        if (filled(change, context).isEmpty() || Rows.isEmpty(change.table(), context)) {
            return List.of();
        }
        List<String> triggers = context.evidence().dependents(change.table()).stream()
                .filter(d -> d.kind() == Kind.TRIGGER && !d.name().startsWith(OWN))
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

    private static Optional<String> filled(Change change, ClassificationContext context) {
        if (change instanceof RenameColumn rename) {
            return Optional.of(rename.to());
        }
        Optional<String> column = Optional.empty();
        if (change instanceof AddColumn add) {
            column = Optional.of(add.column().name());
        } else if (change instanceof SetNotNull set) {
            column = Optional.of(set.column());
        }
        return column.filter(
                name -> context.declarations().backfill(change.table(), name).isPresent());
    }
}
