package dev.migratable.runtime.execute;

import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.history.RunOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What applying came to.
 *
 * @param run the run's number in the history; empty where there was nothing to do
 * @param steps the steps that ran, in order
 * @param closedGates the contracts that could not start, with the reasons
 * @param stopped whether somebody asked to stop; applying again goes on where this stopped
 */
public record ApplyReport(OptionalLong run, List<StepReport> steps, List<ClosedGate> closedGates, boolean stopped) {

    /** Copies the lists. */
    public ApplyReport {
        Objects.requireNonNull(run, "run");
        steps = List.copyOf(steps);
        closedGates = List.copyOf(closedGates);
    }

    /** Returns whether there was nothing to do and nothing kept from being done. */
    public boolean isUpToDate() {
        return steps.isEmpty() && closedGates.isEmpty() && !stopped;
    }

    /** Returns how the run ended, for the history. */
    RunOutcome outcome() {
        if (stopped) {
            return RunOutcome.STOPPED;
        }
        return closedGates.isEmpty() ? RunOutcome.DONE : RunOutcome.GATE_CLOSED;
    }

    /**
     * A step that ran.
     *
     * @param migration the migration's id; empty for a change set of your own beside the migrations
     * @param step the step's id
     * @param purpose what it was for; empty where the plan does not say
     * @param millis how long it took, waits for locks included
     * @param rows rows written by its backfill
     * @param attempts how often it was tried until it had its locks
     * @param lockWaitMillis how much of the time it waited for locks, tries that lost one included
     * @param estimate what it was expected to cost; empty for a change set of your own beside the migrations
     */
    public record StepReport(
            String migration,
            String step,
            String purpose,
            long millis,
            long rows,
            int attempts,
            long lockWaitMillis,
            Optional<StepEstimate> estimate) {

        /** Rejects nulls. */
        public StepReport {
            Objects.requireNonNull(migration, "migration");
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(estimate, "estimate");
        }
    }

    /**
     * A contract that could not start.
     *
     * @param migration the migration's id
     * @param reasons one line for each condition that does not hold
     */
    public record ClosedGate(String migration, List<String> reasons) {

        /** Copies the reasons. */
        public ClosedGate {
            Objects.requireNonNull(migration, "migration");
            reasons = List.copyOf(reasons);
        }
    }
}
