package dev.migratable.runtime.backfill;

import dev.migratable.runtime.session.Backoff;
import java.util.Objects;

/**
 * How hard a backfill works.
 *
 * @param workers how many sessions write at once, at least 1
 * @param batchTargetMillis how long one batch is meant to take
 * @param backoff how a batch that lost a lock, or its connection, is tried again
 */
public record BackfillOptions(int workers, int batchTargetMillis, Backoff backoff) {

    /** Rejects what would do nothing. */
    public BackfillOptions {
        Objects.requireNonNull(backoff, "backoff");
        if (workers < 1 || batchTargetMillis < 1) {
            throw new IllegalArgumentException("backfill with " + workers + " workers, " + batchTargetMillis + " ms");
        }
    }
}
