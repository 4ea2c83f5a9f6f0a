package dev.migratable.classify;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.change.CreateTable;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.rule.Acceptances;
import dev.migratable.classify.rule.Rule;
import dev.migratable.classify.rule.Rules;
import dev.migratable.classify.rule.StaleAcceptance;
import dev.migratable.classify.rule.StaleRename;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges changes: computes the facts of each plain statement and asks every rule.
 *
 * <p>The two answers have different subjects. {@link Facts} are about the <em>plain</em> statement, whatever was
 * declared: what it would lock, rewrite, break and lose if it were run as it is; the planner decides by them what to
 * expand. Findings are about the <em>change as declared</em>: where a declaration makes the plan take a safe way (a
 * {@code @Backfill} for what becomes required, {@code @RenamedFrom}, {@code @Retired}), the finding is a
 * {@link Risk#CAUTION} that says how it will be done, so that whoever follows the advice of a rule is not warned
 * again. Where only the plan's own technique helps (an index built concurrently), the finding stays
 * {@link Risk#UNSAFE}: running the plain statement would hurt, and its fix names what the plan does.
 *
 * <p>A change on a table that the same list creates has no findings. An accepted finding does not count for the risk.
 */
public final class Classifier {

    /** Rules on what changing a type in place costs, fails on, or breaks. */
    private static final Set<RuleId> OF_THE_TYPE_IN_PLACE = Stream.of(
                    "MIG206", "MIG301", "MIG305", "MIG307", "MIG308", "MIG404")
            .map(RuleId::new)
            .collect(Collectors.toUnmodifiableSet());

    private Classifier() {}

    /**
     * Classifies changes, in their order.
     *
     * @param changes as the differ gives them, declared renames first
     * @param context what the judgement depends on; {@code current} is the schema before all of the changes
     */
    public static List<ClassifiedChange> classify(List<Change> changes, ClassificationContext context) {
        ClassificationContext renamed = afterRenames(changes, context);
        TableLinks links = TableLinks.of(renamed.current());
        return changes.stream().map(c -> classify(c, renamed, links)).toList();
    }

    /**
     * Returns the declarations that have no effect: acceptances that cover no finding, renames that are not to be done.
     *
     * @param changes what {@link #classify} gave for the same context
     */
    public static List<StaleDeclaration> staleDeclarations(
            List<ClassifiedChange> changes, ClassificationContext context) {
        List<Change> renames = changes.stream()
                .map(ClassifiedChange::change)
                .filter(RenameTable.class::isInstance)
                .toList();
        Schema renamed = renames.isEmpty() ? context.current() : Change.applyAll(context.current(), renames);
        return Stream.concat(
                        StaleAcceptance.check(changes, context).stream(),
                        StaleRename.check(context.current(), renamed, context.declarations()).stream())
                .toList();
    }

    private static ClassifiedChange classify(Change change, ClassificationContext context, TableLinks links) {
        Facts facts = ChangeFacts.of(change, context, links);
        List<Finding> findings = new ArrayList<>();
        List<AcceptedFinding> accepted = new ArrayList<>();
        boolean harmless = context.newTables().contains(change.table()) && !(change instanceof UnsupportedChange);
        boolean converted = change instanceof ChangeColumnType type
                && context.conversion(type.table(), type.column()).isPresent();
        for (Rule rule : harmless ? List.<Rule>of() : Rules.ALL) {
            if (converted && OF_THE_TYPE_IN_PLACE.contains(rule.id())) {
                continue; // a column beside it gets the new type
            }
            for (Finding finding : rule.check(change, facts, context)) {
                Optional<String> reason = acceptance(finding, change, context.declarations());
                if (reason.isPresent()) {
                    accepted.add(new AcceptedFinding(finding, reason.get()));
                } else {
                    findings.add(finding);
                }
            }
        }
        Risk risk = findings.stream().map(Finding::risk).reduce(Risk.SAFE, Risk::max);
        return new ClassifiedChange(change, risk, facts, findings, accepted);
    }

    private static Optional<String> acceptance(Finding finding, Change change, Declarations declarations) {
        return declarations.acceptedRisks().stream()
                .filter(a -> a.rule().equals(finding.rule().value()) && Acceptances.isAt(a, change))
                .map(Declarations.AcceptedRisk::reason)
                .findFirst();
    }

    /** The other changes speak of tables and columns under their new names. */
    private static ClassificationContext afterRenames(List<Change> changes, ClassificationContext context) {
        List<Change> renames = new ArrayList<>();
        Map<QualifiedName, Long> rows = new HashMap<>(context.rowCounts());
        Set<QualifiedName> created = new HashSet<>(context.newTables());
        Map<ColumnName, String> formerNames = new HashMap<>();
        for (Change change : changes) {
            if (change instanceof RenameTable rename) {
                renames.add(rename);
                Long count = rows.remove(rename.table());
                if (count != null) {
                    rows.put(rename.newName(), count);
                }
            } else if (change instanceof RenameColumn column) {
                renames.add(column);
                formerNames.put(new ColumnName(column.table(), column.to()), column.from());
            } else if (change instanceof CreateTable) {
                created.add(change.table());
            }
        }
        Schema current = renames.isEmpty() ? context.current() : Change.applyAll(context.current(), renames);
        return new ClassificationContext(
                current,
                context.desired(),
                context.declarations(),
                context.serverVersion(),
                context.fixedUtc(),
                rows,
                created,
                context.evidence(),
                formerNames);
    }
}
