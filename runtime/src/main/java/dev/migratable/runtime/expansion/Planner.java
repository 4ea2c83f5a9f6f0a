package dev.migratable.runtime.expansion;

import dev.migratable.change.Change;
import dev.migratable.change.RenameTable;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Finding;
import dev.migratable.classify.LockMode;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.Fingerprint;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.MigrationPlan.PlannedChange;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.CatalogTest;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plans the steps that carry out a set of changes while old and new application versions run. A pure function: the same
 * request gives the same plan.
 */
public final class Planner {
    private static final QualifiedName BOOK = new QualifiedName(BookkeepingSql.SCHEMA, "migration");

    private Planner() {}

    /** Returns the plan, or all reasons why there is none. */
    public static PlanResult plan(PlanRequest request) {
        PlanContext context = new PlanContext(request);
        PlanDraft draft = new PlanDraft(context.from());
        request.changes().forEach(c -> ExpansionVisitor.expand(context, draft, c));
        if (!draft.refusals().isEmpty()) {
            return new PlanResult(Optional.empty(), draft.refusals());
        }
        TransitionExpansion transitions = new TransitionExpansion(context, draft);
        draft.transitions().forEach(transitions::expand);
        addBookkeeping(request, draft);
        List<Step> steps = new ArrayList<>(withCheck(request, draft.steps(false), draft.hasContract(), false));
        if (draft.hasContract()) {
            steps.addAll(withCheck(request, draft.steps(true), true, true));
        }
        return new PlanResult(
                Optional.of(new MigrationPlan(
                        request.id(),
                        Fingerprint.of(request.from()),
                        Fingerprint.of(request.to().schema()),
                        requiresContracted(request),
                        plannedChanges(request, draft),
                        steps)),
                List.of());
    }

    private static void addBookkeeping(PlanRequest request, PlanDraft draft) {
        String id = request.id();
        StepDraft begin = StepDraft.of(Stage.BEGIN, BOOK, "begin")
                .purpose("Enter the migration in the schema of Migratable, which any Liquibase can ask how far it is")
                .run(BookkeepingSql.ensure());
        List<String> required = requiresContracted(request);
        if (!required.isEmpty()) {
            begin.run(BookkeepingSql.requireContracted(id, required));
        }
        draft.add(begin.run(BookkeepingSql.begin(
                        id,
                        Fingerprint.of(request.from()),
                        Fingerprint.of(request.to().schema())))
                .undo(BookkeepingSql.forget(id))
                .effect(BookkeepingSql.inState(id, "expanding", "expanded", "contracting", "contracted")));
        if (draft.hasContract()) {
            StepDraft gate = StepDraft.of(Stage.GATE, BOOK, "gate")
                    .gate(draft.gate())
                    .purpose("Open the contract: approved, no instance of an older model alive, no row in the way");
            draft.add(
                    draft.gate().isEmpty()
                            ? gate
                            : gate.lock(LockMode.ACCESS_SHARE).scanning());
        }
    }

    /** Adds the step that checks all effects, so that no IF NOT EXISTS can hide something of another shape. */
    private static List<Step> withCheck(PlanRequest request, List<Step> steps, boolean hasContract, boolean contract) {
        String id = request.id();
        SortedMap<String, String> effects = new TreeMap<>();
        for (Step step : steps) {
            effectOf(step)
                    .filter(e -> !e.equals(CatalogTest.TRUE))
                    .ifPresent(e -> effects.put(step.header().id(), e));
        }
        String done = contract || !hasContract ? "contracted" : "expanded";
        String before = contract ? "contracting" : "expanding";
        StepDraft last = StepDraft.of(contract ? Stage.CONTRACTED : Stage.EXPANDED, BOOK, "check")
                .purpose("Check in the catalog that every step did what it should, then call the migration " + done);
        if (!effects.isEmpty()) {
            last.run(BookkeepingSql.checkEffects(id, effects));
        }
        last.run(BookkeepingSql.move(id, done, before))
                .undo(BookkeepingSql.move(id, before, done))
                .effect(contract ? BookkeepingSql.inState(id, done) : BookkeepingSql.notInState(id, before));
        return Lists.append(steps, last.number(contract ? "contract" : "expand", steps.size() + 1));
    }

    private static Optional<String> effectOf(Step step) {
        if (step instanceof DdlStep ddl) {
            return Optional.of(ddl.effect());
        }
        return step instanceof ConcurrentIndexStep index ? Optional.of(index.effect()) : Optional.empty();
    }

    /** Tables in transition have triggers and twins that a later migration must not meet. */
    private static List<String> requiresContracted(PlanRequest request) {
        Set<QualifiedName> touched = new HashSet<>();
        for (ClassifiedChange classified : request.changes()) {
            touched.add(classified.change().table());
            if (classified.change() instanceof RenameTable rename) {
                touched.add(rename.newName());
            }
        }
        return request.earlier().stream()
                .filter(MigrationPlan::hasContract)
                .filter(p -> p.steps().stream()
                        .anyMatch(s -> touched.contains(s.header().table())))
                .map(MigrationPlan::id)
                .toList();
    }

    /** What a comparison shows between expand and contract is computed by the comparison itself. */
    private static List<PlannedChange> plannedChanges(PlanRequest request, PlanDraft draft) {
        List<Change> open = SchemaDiffer.diff(draft.expanded(), request.to());
        List<List<String>> residuals = Residuals.attribute(open, request.changes());
        List<PlannedChange> planned = new ArrayList<>();
        for (int i = 0; i < request.changes().size(); i++) {
            ClassifiedChange classified = request.changes().get(i);
            List<String> rules = classified.findings().stream()
                    .map(Finding::rule)
                    .map(Object::toString)
                    .distinct()
                    .toList();
            planned.add(
                    new PlannedChange(classified.change().description(), classified.risk(), rules, residuals.get(i)));
        }
        planned.sort(Comparator.comparing(PlannedChange::risk).reversed());
        return planned;
    }
}
