package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.diff.RenameSuggester;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;

/** Tells of a drop that may have been meant as a rename. */
final class UndeclaredRenameRule implements Rule {

    private static final RuleId ID = new RuleId("MIG501");

    @Override
    public RuleId id() {
        return ID;
    }

    @Override
    public String title() {
        return "Something went and its like came, which may be a rename";
    }

    @Override
    public List<Finding> check(Change change, Facts facts, ClassificationContext context) {
        if (change instanceof DropColumn drop) {
            return column(drop, context);
        }
        return change instanceof DropTable drop ? table(drop, context) : List.of();
    }

    private static List<Finding> column(DropColumn drop, ClassificationContext context) {
        Optional<Table> current = context.current().table(drop.table());
        Optional<Table> desired = context.desired().table(drop.table());
        if (current.isEmpty() || desired.isEmpty()) {
            return List.of();
        }
        String from = drop.column().name();
        return RenameSuggester.suggest(
                        current.get(),
                        desired.get(),
                        context.declarations(),
                        context.evidence().statistics())
                .stream()
                .filter(s -> s.from().equals(from))
                .map(s -> new Finding(
                        ID,
                        Risk.DESTRUCTIVE,
                        Elements.of(drop.table(), s.to()),
                        "comes while " + from
                                + " of a compatible type goes; as a new column it is empty and the data of " + from
                                + " is lost",
                        "Did you rename it? Add @RenamedFrom(\"" + from + "\") to " + s.to() + ", or @Retired(\"" + from
                                + "\") to the entity to give the data up"))
                .toList();
    }

    private static List<Finding> table(DropTable drop, ClassificationContext context) {
        if (context.declarations().isRetired(drop.table())) {
            return List.of();
        }
        List<Table> created = context.newTables().stream()
                .sorted()
                .flatMap(n -> context.desired().table(n).stream())
                .toList();
        Optional<QualifiedName> come =
                RenameSuggester.likeliest(drop.definition(), created).map(Table::name);
        String from = drop.table().name();
        return come
                .map(to -> new Finding(
                        ID,
                        Risk.DESTRUCTIVE,
                        Elements.of(to),
                        "comes while " + drop.table().display()
                                + " with most of its columns goes; as a new table it is empty and the rows of "
                                + from + " are lost",
                        "Did you rename it? Add @RenamedFrom(\"" + from + "\") to the entity, or @Retired(\"" + from
                                + "\") to the package to give the data up"))
                .stream()
                .toList();
    }
}
