package dev.migratable.check;

import dev.migratable.change.AddColumn;
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
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final List<CheckResult> results = new ArrayList<>();

    private BaselineCheck(Schema baseline, Model model) {
        this.baseline = baseline;
        this.model = model;
    }

    /** Returns the results in the order of the changes; nothing where baseline and model are the same. */
    public static List<CheckResult> check(Schema baseline, Model model) {
        BaselineCheck check =
                new BaselineCheck(Objects.requireNonNull(baseline, "baseline"), Objects.requireNonNull(model, "model"));
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
        Set<Object> meant = meantRenames(classified);
        Set<QualifiedName> created = Set.copyOf(changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(Change::table)
                .toList());
        for (ClassifiedChange change : classified) {
            boolean partOfCreation =
                    created.contains(change.change().table()) && !(change.change() instanceof CreateTable);
            boolean meantAsRename = meant.contains(place(change.change()));
            if (!(partOfCreation && change.findings().isEmpty()) && !meantAsRename) {
                report(change);
            }
        }
        Classifier.staleDeclarations(classified, context)
                .forEach(s -> add(staleSeverity(s.finding()), s.finding(), s.table(), s.column()));
    }

    /** What comes in the place of something else is reported with that, and not as an addition too. */
    private static Set<Object> meantRenames(List<ClassifiedChange> changes) {
        Set<Object> elements = new HashSet<>();
        for (ClassifiedChange change : changes) {
            find(change, UNDECLARED_RENAME).ifPresent(f -> elements.add(f.element()));
        }
        return elements;
    }

    private static Object place(Change change) {
        if (change instanceof AddColumn add) {
            return new ColumnName(add.table(), add.column().name()).display();
        }
        return change instanceof CreateTable ? change.table().display() : change;
    }

    private void report(ClassifiedChange change) {
        Optional<Finding> decisive = find(change, UNDECLARED_RENAME).or(() -> find(change, UNRETIRED_DROP));
        if (decisive.isPresent()) {
            QualifiedName table = tableOf(change.change(), decisive.get());
            boolean drop = decisive.get().rule().equals(UNRETIRED_DROP);
            String lost = drop
                    ? "; dropping it loses " + String.join(", ", change.facts().losses())
                    : "";
            Finding finding = decisive.get();
            add(
                    Severity.ERROR,
                    new Finding(
                            finding.rule(), finding.risk(), finding.element(), finding.message() + lost, finding.fix()),
                    table,
                    column(table, change.change(), finding));
            return;
        }
        for (Finding finding : change.findings()) {
            QualifiedName table = tableOf(change.change(), finding);
            add(severity(finding), finding, table, column(table, change.change(), finding));
        }
        if (change.findings().isEmpty()) {
            safe(change);
        }
    }

    private void safe(ClassifiedChange change) {
        String reasons = change.accepted().stream()
                .map(a -> "; " + a.finding().rule() + " is accepted: " + a.reason())
                .collect(Collectors.joining());
        Finding finding = new Finding(
                SAFE,
                Risk.SAFE,
                change.change().table().display(),
                change.change().description() + reasons,
                "");
        QualifiedName table = tableOf(change.change(), finding);
        add(Severity.NOTE, finding, table, column(table, change.change(), finding));
    }

    /** A rename goes stale with every generated migration and has to stay until its contract: that is no warning. */
    private static Severity staleSeverity(Finding finding) {
        return finding.risk() == Risk.CAUTION ? Severity.NOTE : severity(finding);
    }

    private static Severity severity(Finding finding) {
        return switch (finding.risk()) {
            case DESTRUCTIVE -> Severity.ERROR;
            case UNSAFE, CAUTION -> Severity.WARNING;
            case SAFE -> Severity.NOTE;
        };
    }

    private static Optional<Finding> find(ClassifiedChange change, RuleId rule) {
        return change.findings().stream().filter(f -> f.rule().equals(rule)).findFirst();
    }

    /** A finding about a table that came instead of another stands on the one that came. */
    private QualifiedName tableOf(Change change, Finding finding) {
        if (change instanceof RenameTable rename) {
            return rename.newName();
        }
        return change instanceof DropTable && finding.rule().equals(UNDECLARED_RENAME)
                ? model.schema().tables().stream()
                        .map(Table::name)
                        .filter(n -> n.display().equals(finding.element()))
                        .findFirst()
                        .orElse(change.table())
                : change.table();
    }

    /** Returns the column that a finding is about; one that goes is named, too, though no attribute has it. */
    private Optional<String> column(QualifiedName table, Change change, Finding finding) {
        List<String> present = model.schema().table(table).stream()
                .flatMap(t -> t.columns().stream())
                .map(Column::name)
                .toList();
        List<String> concerned = ChangeColumns.of(change);
        return present.stream()
                .filter(c -> new ColumnName(table, c).display().equals(finding.element()))
                .findFirst()
                .or(() -> concerned.size() == 1
                        ? concerned.stream()
                                .filter(c -> change instanceof DropColumn || present.contains(c))
                                .findFirst()
                        : Optional.empty());
    }

    private void add(Severity severity, Finding finding, QualifiedName table, Optional<String> column) {
        results.add(new CheckResult(
                severity, finding.risk(), finding.rule(), table, column, finding.message(), finding.fix()));
    }
}
