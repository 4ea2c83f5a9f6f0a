package dev.migratable.runtime.execute;

import dev.migratable.runtime.liquibase.ChangeSetName;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.preflight.PendingStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the plan and the step that a change set was rendered from. */
final class PlanIndex {

    private static final String CONTRACT_FILE = "/contract.sql";

    private final Map<String, MigrationPlan> byId = new LinkedHashMap<>();

    PlanIndex(List<MigrationPlan> plans) {
        plans.forEach(plan -> byId.put(plan.id(), plan));
    }

    Collection<MigrationPlan> all() {
        return byId.values();
    }

    Optional<MigrationPlan> plan(String migration) {
        return Optional.ofNullable(byId.get(migration));
    }

    /** Returns whether the change set belongs to a contract; a file of your own beside the migrations never does. */
    boolean isContract(ChangeSetName changeSet) {
        return byId.containsKey(changeSet.migration()) && changeSet.file().endsWith(CONTRACT_FILE);
    }

    /** Returns the id of the change set's migration; empty for a change set beside the migrations. */
    String migration(ChangeSetName changeSet) {
        return byId.containsKey(changeSet.migration()) ? changeSet.migration() : "";
    }

    Optional<Step> step(ChangeSetName changeSet) {
        String id = stepId(changeSet);
        return plan(changeSet.migration())
                .flatMap(plan -> plan.steps().stream()
                        .filter(step -> step.header().id().equals(id))
                        .findFirst());
    }

    /** Returns the step's id: what follows the migration's number in the change set's id. */
    String stepId(ChangeSetName changeSet) {
        String migration = migration(changeSet);
        String prefix = migration.isEmpty()
                ? ""
                : migration.substring(0, migration.indexOf('_') + 1).replace('_', '-');
        String id = changeSet.id();
        return migration.isEmpty() ? changeSet.toString() : id.startsWith(prefix) ? id.substring(prefix.length()) : id;
    }

    /**
     * Returns the steps of pending change sets, with whether they run in these phases: a contract only where its expand
     * has run, or runs before it.
     */
    List<PendingStep> pendingSteps(List<ChangeSetName> pending, Set<PhaseGroup> phases) {
        Set<String> unexpanded = pending.stream()
                .filter(changeSet -> !isContract(changeSet))
                .map(this::migration)
                .collect(Collectors.toSet());
        List<PendingStep> steps = new ArrayList<>();
        for (ChangeSetName changeSet : pending) {
            boolean expand = phases.contains(PhaseGroup.EXPAND);
            boolean wanted = isContract(changeSet)
                    ? phases.contains(PhaseGroup.CONTRACT) && (expand || !unexpanded.contains(migration(changeSet)))
                    : expand;
            Optional<MigrationPlan> plan = plan(changeSet.migration());
            Optional<Step> step = step(changeSet);
            if (plan.isPresent() && step.isPresent()) {
                steps.add(new PendingStep(plan.get(), step.get(), wanted));
            }
        }
        return steps;
    }

    /**
     * Returns the steps of change sets that are to be undone, in the order in which they ran. Those whose undoing runs
     * nothing on their table are left out: a verification, a gate, and a backfill but that of a contract, which writes
     * the old columns.
     */
    List<PendingStep> undoneSteps(List<ChangeSetName> latestFirst) {
        List<PendingStep> steps = new ArrayList<>();
        for (ChangeSetName changeSet : latestFirst) {
            Optional<MigrationPlan> plan = plan(changeSet.migration());
            Optional<Step> step = step(changeSet);
            if (plan.isPresent() && step.filter(PlanIndex::isUndoneOnItsTable).isPresent()) {
                steps.add(0, new PendingStep(plan.get(), step.get(), true));
            }
        }
        return steps;
    }

    private static boolean isUndoneOnItsTable(Step step) {
        boolean backfill = step instanceof BackfillStep && step.header().phase() == Phase.CONTRACT;
        return backfill || step instanceof DdlStep || step instanceof ConcurrentIndexStep;
    }

    String purpose(ChangeSetName changeSet) {
        return step(changeSet).map(step -> step.header().purpose()).orElse("");
    }
}
