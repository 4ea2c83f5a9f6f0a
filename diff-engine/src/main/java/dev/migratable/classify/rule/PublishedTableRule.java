package dev.migratable.classify.rule;

import dev.migratable.catalog.Dependent;
import dev.migratable.catalog.Dependent.Kind;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** Tells of logical replication, which carries rows and no change of the schema. */
final class PublishedTableRule implements Rule {

    private static final RuleId ID = new RuleId("MIG513");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Subscribers of a publication do not get the change";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (!(change instanceof AddColumn
                || change instanceof ChangeColumnType
                || change instanceof RenameColumn
                || change instanceof RenameTable)) {
            return List.of();
        }
        QualifiedName table = change instanceof RenameTable rename ? rename.newName() : change.table();
        String publications = context.evidence().dependents(table).stream()
                .filter(d -> d.kind() == Kind.PUBLICATION)
                .map(Dependent::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (publications.isEmpty()) {
            return List.of();
        }
        return List.of(new Finding(
                ID,
                Risk.CAUTION,
                Elements.of(change),
                "changes while " + publications + " publishes the table; a subscriber without the change stops at the "
                        + "first row that needs it",
                "Change the subscribers first"));
    }
}
