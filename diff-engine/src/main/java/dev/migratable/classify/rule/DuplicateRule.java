package dev.migratable.classify.rule;

import dev.migratable.change.AddPrimaryKey;
import dev.migratable.change.AddUnique;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.CreateIndex;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import java.util.List;

/** Tells of duplicates that uniqueness can find. */
final class DuplicateRule implements Rule {

    private static final RuleId ID = new RuleId("MIG203");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Duplicates make a unique constraint, unique index or primary key fail";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        List<String> columns = uniqueColumns(change);
        if (columns.isEmpty() || !facts.mayFailOnData() || Rows.isEmpty(change.table(), context)) {
            return List.of();
        }
        String nulls = change instanceof AddPrimaryKey ? " and rows that hold NULL" : "";
        String verb = change instanceof AddPrimaryKey ? "hold a duplicate or NULL" : "hold a duplicate";
        return List.of(new Finding(
                ID,
                Counts.risk(change, context, Risk.UNSAFE),
                Elements.of(change.table()),
                "becomes unique on " + String.join(", ", columns) + "; "
                        + Counts.failing(change, context, verb, "duplicates" + nulls + " make it fail")
                        + ", and running versions may still write them",
                "Let the plan report duplicates first, and repair them before contract"));
    }

    private static List<String> uniqueColumns(Change change) {
        boolean unique = change instanceof AddUnique
                || change instanceof AddPrimaryKey
                || change instanceof CreateIndex create && create.index().unique();
        return unique ? ChangeColumns.of(change) : List.of();
    }
}
