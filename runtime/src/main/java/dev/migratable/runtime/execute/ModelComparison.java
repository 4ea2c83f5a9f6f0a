package dev.migratable.runtime.execute;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.ExpressionInspector;
import dev.migratable.change.AddCheck;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeDefault;
import dev.migratable.change.ChangeGenerated;
import dev.migratable.change.CreateIndex;
import dev.migratable.change.CreateTable;
import dev.migratable.classify.ClassificationContext;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Classifier;
import dev.migratable.classify.Evidence;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.diff.OwnedScope;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.Fingerprint;
import dev.migratable.runtime.execute.ModelCheck.Difference;
import dev.migratable.runtime.history.MigrationState;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Step;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The difference between a live database and a model.
 *
 * @param catalog the database
 * @param model the model
 * @param changes what leads from one to the other, judged, in the order of dependency
 * @param unverified migrations that lead to the model and whose rows are not verified yet
 * @param pending descriptions of differences that a migration under way explains
 * @param leftovers descriptions of what the model does not speak of
 */
record ModelComparison(
        Catalog catalog,
        Model model,
        List<ClassifiedChange> changes,
        List<Difference> unverified,
        List<String> pending,
        List<String> leftovers) {

    private static final String CONTRACTED = "contracted";
    private static final String EXPANDING = "expanding";

    static ModelComparison compare(Connection connection, Model model, List<MigrationPlan> plans) throws SQLException {
        Catalog catalog = CatalogInspector.inspect(connection);
        catalog.requireAll(model.schema());
        OwnedScope.Result owned = OwnedScope.split(diff(connection, catalog, model), model);
        List<MigrationState> states = MigrationState.readAll(connection);
        Transition transition = Transition.of(states, plans, model);
        List<Change> real = new ArrayList<>();
        List<String> pending = new ArrayList<>();
        for (Change change : owned.changes()) {
            if (transition.explains(change)) {
                pending.add(change.description());
            } else {
                real.add(change);
            }
        }
        List<ClassifiedChange> classified = Classifier.classify(real, context(catalog, model, real));
        List<String> leftovers =
                owned.leftovers().stream().map(Change::description).toList();
        return new ModelComparison(catalog, model, classified, unverified(states, plans, model), pending, leftovers);
    }

    /**
     * A version that is released too early may write a NULL into a row that is not filled yet, which the backfill would
     * take for a value that nobody wrote.
     */
    private static List<Difference> unverified(List<MigrationState> states, List<MigrationPlan> plans, Model model) {
        String fingerprint = Fingerprint.of(model.schema());
        return states.stream()
                .filter(state -> state.state().equals(EXPANDING))
                .filter(state -> state.toFingerprint().equals(fingerprint)
                        || plans.stream()
                                .dropWhile(plan -> !plan.id().equals(state.id()))
                                .anyMatch(plan -> plan.toFingerprint().equals(fingerprint)))
                .map(state -> new Difference(
                        "migration " + state.id() + " is " + state.state(),
                        Risk.UNSAFE,
                        "its rows are not all filled and verified yet, so that a NULL which this version writes may be lost",
                        "Finish its expand, by apply --phase expand, then start this version"))
                .toList();
    }

    /** The server is asked what expressions mean only where they may be all that differs. */
    private static List<Change> diff(Connection connection, Catalog catalog, Model model) {
        List<Change> changes = SchemaDiffer.diff(catalog.schema(), model);
        return changes.stream().noneMatch(ModelComparison::hasExpression)
                ? changes
                : SchemaDiffer.diff(catalog.schema(), model, new ExpressionInspector(connection));
    }

    private static boolean hasExpression(Change change) {
        return change instanceof ChangeDefault
                || change instanceof ChangeGenerated
                || change instanceof AddCheck
                || change instanceof CreateIndex;
    }

    private static ClassificationContext context(Catalog catalog, Model model, List<Change> changes) {
        Set<QualifiedName> created = changes.stream()
                .filter(CreateTable.class::isInstance)
                .map(Change::table)
                .collect(Collectors.toSet());
        return new ClassificationContext(
                catalog.schema(),
                model.schema(),
                model.declarations(),
                catalog.serverVersion(),
                catalog.fixedUtc(),
                catalog.rowCounts(),
                created,
                Evidence.ofDependents(catalog.dependents(), changes));
    }

    ModelCheck check() {
        List<Difference> differences = Stream.concat(
                        unverified.stream(), changes.stream().map(ModelComparison::difference))
                .sorted(Comparator.comparing(Difference::risk).reversed())
                .toList();
        return new ModelCheck(differences, pending, leftovers);
    }

    /** Tells a change with what its riskiest finding says. */
    static Difference difference(ClassifiedChange change) {
        if (change.findings().isEmpty()) {
            return new Difference(
                    change.change().description(),
                    change.risk(),
                    "",
                    "Generate a migration for it and apply that, or start in development mode");
        }
        Finding finding = change.findings().get(0);
        return new Difference(
                change.change().description(), change.risk(), finding.rule() + " " + finding.message(), finding.fix());
    }

    /** What migrations under way leave different for a while. */
    private record Transition(Set<String> residual, Set<QualifiedName> tablesOfOldModel) {

        static Transition of(List<MigrationState> states, List<MigrationPlan> plans, Model model) {
            Map<String, MigrationPlan> byId = plans.stream().collect(Collectors.toMap(MigrationPlan::id, plan -> plan));
            String fingerprint = Fingerprint.of(model.schema());
            Set<String> residual = new HashSet<>();
            Set<QualifiedName> tables = new HashSet<>();
            for (MigrationState state : states) {
                MigrationPlan plan = byId.get(state.id());
                if (plan == null || state.state().equals(CONTRACTED)) {
                    continue;
                }
                plan.changes().forEach(change -> residual.addAll(change.residual()));
                // The old version runs beside the new one; what the migration did to its tables is meant to be so.
                if (state.fromFingerprint().equals(fingerprint)) {
                    plan.steps().stream().map(Step::header).forEach(header -> tables.add(header.table()));
                }
            }
            return new Transition(residual, tables);
        }

        boolean explains(Change change) {
            // Until it is contracted, nothing that a migration does takes a column from the old version.
            return residual.contains(change.description())
                    || tablesOfOldModel.contains(change.table()) && !(change instanceof AddColumn);
        }
    }
}
