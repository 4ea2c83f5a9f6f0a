package dev.migratable.runtime.expansion;

import dev.migratable.runtime.plan.MigrationPlan;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A plan, or all reasons why there is none; a plan with any refusal is no plan.
 *
 * @param plan the plan; empty where anything was refused
 * @param refusals what was refused
 */
public record PlanResult(Optional<MigrationPlan> plan, List<Refusal> refusals) {
    /** Copies the refusals and rejects a plan beside them. */
    public PlanResult {
        Objects.requireNonNull(plan, "plan");
        refusals = List.copyOf(refusals);
        if (plan.isPresent() != refusals.isEmpty()) {
            throw new IllegalArgumentException("a plan is there or refused: " + plan + ", " + refusals);
        }
    }

    /**
     * A change that is not planned.
     *
     * @param change what changes, in one line
     * @param reason why it is not planned, one sentence without its full stop
     * @param wayOut what to do instead, one imperative sentence without its full stop
     */
    public record Refusal(String change, String reason, String wayOut) {
        /** Rejects nulls. */
        public Refusal {
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(wayOut, "wayOut");
        }

        /** Returns the one line for people. */
        public String line() {
            return "PLN01 " + change + ": " + reason + ". " + sentence(wayOut) + ".";
        }

        /** Begins it with a capital; it may be one word. */
        private static String sentence(String words) {
            return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        }
    }
}
