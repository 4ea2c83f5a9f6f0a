package dev.migratable.runtime.changelog;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.plan.MigrationPlan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What generating came to: a plan that is written, reasons why there is none, or nothing to do.
 *
 * @param plan the plan; empty where nothing differs or anything was refused
 * @param changes what differs, with the judgement on each
 * @param refusals what was refused; then nothing is written
 */
public record GenerateResult(Optional<MigrationPlan> plan, List<ClassifiedChange> changes, List<Refusal> refusals) {
    /** Copies the lists. */
    public GenerateResult {
        Objects.requireNonNull(plan, "plan");
        changes = List.copyOf(changes);
        refusals = List.copyOf(refusals);
    }
}
