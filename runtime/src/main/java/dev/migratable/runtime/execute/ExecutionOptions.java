package dev.migratable.runtime.execute;

import dev.migratable.runtime.backfill.BackfillOptions;
import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.sql.BackfillSql;
import java.time.Duration;
import java.util.Objects;

/**
 * How a migrator executes.
 *
 * @param lockTimeout how long a statement of development mode waits for its lock; change sets bring their own
 * @param lockAttempts how often a change set that lost a lock is tried, at least 1
 * @param workers how many sessions a backfill uses, at least 1
 * @param batchTargetMillis how long one batch of a backfill is meant to take
 * @param rate how fast a backfill may be
 * @param waitForRunner how long to wait for another runner to finish
 */
public record ExecutionOptions(
        Duration lockTimeout, int lockAttempts, int workers, int batchTargetMillis, Rate rate, Duration waitForRunner) {

    /** Lock waits this short are felt by nobody; ten tries wait about a minute; two workers leave room for clients. */
    public static final ExecutionOptions DEFAULT = new ExecutionOptions(
            Duration.ofSeconds(2), 10, 2, BackfillSql.BATCH_TARGET_MILLIS, Rate.FULL, Duration.ZERO);

    /** First wait after a lost lock; the clients that queued behind the statement are served meanwhile. */
    private static final long FIRST_WAIT_MILLIS = 200;

    /** Longest wait after a lost lock. */
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    /** A batch is small and yields at once, so it is tried more often and sooner than a change set. */
    private static final Backoff BATCH_BACKOFF = new Backoff(100, 20, 2_000);

    /** Rejects what would never do anything. */
    public ExecutionOptions {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(waitForRunner, "waitForRunner");
        if (lockAttempts < 1 || workers < 1 || batchTargetMillis < 1 || lockTimeout.toMillis() < 1) {
            throw new IllegalArgumentException("options that do nothing: " + lockTimeout + ", " + lockAttempts
                    + " attempts, " + workers + " workers, " + batchTargetMillis + " ms");
        }
    }

    /** Returns a copy with another number of workers. */
    public ExecutionOptions withWorkers(int newWorkers) {
        return new ExecutionOptions(lockTimeout, lockAttempts, newWorkers, batchTargetMillis, rate, waitForRunner);
    }

    /** Returns a copy that tries change sets another number of times. */
    public ExecutionOptions withLockAttempts(int newAttempts) {
        return new ExecutionOptions(lockTimeout, newAttempts, workers, batchTargetMillis, rate, waitForRunner);
    }

    /** Returns a copy whose batches are meant to take another time. */
    public ExecutionOptions withBatchTargetMillis(int newTarget) {
        return new ExecutionOptions(lockTimeout, lockAttempts, workers, newTarget, rate, waitForRunner);
    }

    /** Returns a copy whose backfills go at another rate. */
    public ExecutionOptions withRate(Rate newRate) {
        return new ExecutionOptions(lockTimeout, lockAttempts, workers, batchTargetMillis, newRate, waitForRunner);
    }

    /** Returns a copy that waits another time for another runner. */
    public ExecutionOptions withWaitForRunner(Duration newWait) {
        return new ExecutionOptions(lockTimeout, lockAttempts, workers, batchTargetMillis, rate, newWait);
    }

    Backoff lockBackoff() {
        return new Backoff(lockAttempts, FIRST_WAIT_MILLIS, LONGEST_WAIT_MILLIS);
    }

    BackfillOptions backfill() {
        return new BackfillOptions(workers, batchTargetMillis, rate, BATCH_BACKOFF);
    }
}
