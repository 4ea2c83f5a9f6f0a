package dev.migratable.check;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.CreateTable;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Classifier;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.diff.RenameSuggester;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Compares an edited model with the baseline, the model of the last generated migration, and says what the compiler is
 * to print on the changed element. It takes every table that exists for large and live, the server for the newest, and
 * its time zone for unknown.
 */
public final class BaselineCheck {

    /** Stands where no rule found anything: the change is safe. */
    public static final RuleId SAFE = new RuleId("MIG500");

    private static final RuleId UNDECLARED_RENAME = new RuleId("MIG501");
    private static final RuleId UNRETIRED_DROP = new RuleId("MIG502");

    private final Schema baseline;
    private final Model model;
    private final Map<ColumnName, String> meantRenames = new HashMap<>();
    private final List<CheckResult> results = new ArrayList<>();

    private BaselineCheck(Schema baseline, Model model) {
        this.baseline = baseline;
        this.model = model;
    }

    /** Returns the results in the order of the changes; nothing where baseline and model are the same. */
    public static List<CheckResult> check(Schema baseline, Model model) {
        BaselineCheck check = new BaselineCheck(
                Objects.requireNonNull(baseline, "baseline"), Objects.requireNonNull(model, "model"));
        check.run();
        return List.copyOf(check.results);
    }

    private void run() {
        List<Change> changes = SchemaDiffer.diff(baseline, model);
        ClassificationContext context = new ClassificationContext(
                baseline,
                model.schema(),
                model.declarations(),
                ClassificationContext.NEWEST_SERVER,
                false,
                Map.of(),
                Set.of());
        List<ClassifiedChange> classified = Classifier.classify(changes, context);
        classified.forEach(this::findMeantRename);
        Set<QualifiedName> created = Set.copyOf(changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(Change::table)
                .toList());
        for (ClassifiedChange change : classified) {
            boolean partOfCreation =
                    created.contains(change.change().table()) && !(change.change() instanceof CreateTable);
            if (!partOfCreation || !change.findings().isEmpty()) {
                report(change);
            }
        }
        Classifier.staleDeclarations(classified, context)
                .forEach(s -> add(severity(s.finding()), s.finding(), s.table(), s.column()));
    }

    /** Remembers which added column stands for which dropped one, so that only one of the two is reported. */
    private void findMeantRename(ClassifiedChange change) {
        if (change.change() instanceof DropColumn drop && has(change, UNDECLARED_RENAME).isPresent()) {
            suggestion(drop).ifPresent(s -> meantRenames.put(new ColumnName(drop.table(), s.to()), s.from()));
        }
    }

    private Optional<RenameSuggester.Suggestion> suggestion(DropColumn drop) {
        Optional<Table> desired = model.schema().table(drop.table());
        Schema renamed = Change.applyAll(
                baseline,
                SchemaDiffer.diff(baseline, model).stream()
                        .filter(c -> c instanceof RenameTable || c instanceof dev.migratable.change.RenameColumn)
                        .toList());
        return desired.flatMap(d -> renamed.table(drop.table())
                .flatMap(c -> RenameSuggester.suggest(c, d, model.declarations()).stream()
                        .filter(s -> s.from().equals(drop.column().name()))
                        .findFirst()));
    }

    private static Optional<Finding> has(ClassifiedChange change, RuleId rule) {
        return change.findings().stream().filter(f -> f.rule().equals(rule)).findFirst();
    }
PLACEHOLDER
}
