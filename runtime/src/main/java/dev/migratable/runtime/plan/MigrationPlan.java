package dev.migratable.runtime.plan;

import dev.migratable.classify.Risk;
import java.util.List;
import java.util.Objects;

/**
 * The steps from one model to the next.
 *
 * @param id number and slug, the name of the migration's directory: {@code 0007_rename_customer_email}
 * @param fromFingerprint the model it starts from
 * @param toFingerprint the model it leads to
 * @param requiresContracted ids of earlier migrations that must be contracted before this one may expand, because they
 *     touch the same tables
 * @param changes what changes, riskiest first
 * @param steps the steps in the order in which they run
 */
public record MigrationPlan(
        String id,
        String fromFingerprint,
        String toFingerprint,
        List<String> requiresContracted,
        List<PlannedChange> changes,
        List<Step> steps) {

    /** Copies the lists. */
    public MigrationPlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(fromFingerprint, "fromFingerprint");
        Objects.requireNonNull(toFingerprint, "toFingerprint");
        requiresContracted = List.copyOf(requiresContracted);
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
    }

    /**
     * One change of the model, as people read it.
     *
     * @param description what changes, in one line: {@code rename column customer.email to email_address}
     * @param risk its risk as judged when the plan was made
     * @param rules ids of the rules that spoke
     * @param residual what a comparison of the database with the new model still shows while the contract is pending, as
     *     descriptions of the same form; empty where expand completes the change
     */
    public record PlannedChange(String description, Risk risk, List<String> rules, List<String> residual) {

        /** Copies the lists. */
        public PlannedChange {
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(risk, "risk");
            rules = List.copyOf(rules);
            residual = List.copyOf(residual);
        }
    }

    /** Returns the digits that a migration's id starts with: {@code 0007} of {@code 0007_rename_customer_email}. */
    public static String number(String id) {
        return id.substring(0, id.indexOf('_'));
    }

    /** Returns whether anything is left to do after the rollout of the new version. */
    public boolean hasContract() {
        return steps.stream().anyMatch(step -> step.header().phase() == Phase.CONTRACT);
    }
}
