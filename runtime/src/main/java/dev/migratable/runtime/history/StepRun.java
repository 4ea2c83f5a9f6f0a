package dev.migratable.runtime.history;

import dev.migratable.runtime.estimate.StepEstimate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One step of a run, as it is kept.
 *
 * @param number its place within the run
 * @param migration the migration's id; empty for a change set beside the migrations
 * @param step the step's id
 * @param phase the phase in small letters; empty where that was not kept
 * @param lock the strongest lock announced; empty where that was not kept
 * @param statements how many statements it consists of; 0 where that was not kept
 * @param startedAt when it began, in UTC
 * @param outcome how it ended; empty while it runs, and after it was killed until the next run notices
 * @param millis how long it took, waits for locks included; -1 without an end
 * @param lockWaitMillis how much of that it waited for locks, tries that lost one included
 * @param attempts how often it was tried
 * @param rows rows written by its backfill
 * @param walBytes WAL that the whole server wrote meanwhile; -1 where that was not kept
 * @param estimate what it was expected to cost; empty where that was not kept
 * @param detail what went wrong; empty where nothing did
 */
public record StepRun(
        int number,
        String migration,
        String step,
        String phase,
        String lock,
        int statements,
        String startedAt,
        String outcome,
        long millis,
        long lockWaitMillis,
        int attempts,
        long rows,
        long walBytes,
        Optional<StepEstimate> estimate,
        String detail) {

    /** Rejects nulls. */
    public StepRun {
        Objects.requireNonNull(migration, "migration");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(estimate, "estimate");
    }

    /**
     * A step that begins.
     *
     * @param number its place within the run
     * @param migration the migration's id, or empty
     * @param step the step's id
     * @param phase the phase in small letters, or empty
     * @param lock the strongest lock announced, or empty
     * @param statements the statements it consists of; of batches each kind of statement once
     * @param estimate what it is expected to cost; empty where nothing is known of it
     */
    public record Start(
            int number,
            String migration,
            String step,
            String phase,
            String lock,
            List<String> statements,
            Optional<StepEstimate> estimate) {

        /** Copies the statements. */
        public Start {
            statements = List.copyOf(statements);
        }
    }

    /**
     * A step that ended.
     *
     * @param outcome how
     * @param rows rows written by it
     * @param attempts how often it was tried, at least 1
     * @param lockWaitMillis how long it waited for locks
     * @param detail what went wrong; empty where nothing did
     */
    public record End(RunOutcome outcome, long rows, int attempts, long lockWaitMillis, Optional<String> detail) {}
}
