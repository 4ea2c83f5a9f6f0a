package dev.migratable.runtime.backfill;

import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.session.Backoff;
import java.util.Objects;

/**
 * How hard a backfill works, unless an operator says otherwise while it runs.
 *
 * @param workers how many sessions write at once, at least 1
 * @param batchTargetMillis how long one batch is meant to take
 * @param rate how fast it may be
 * @param backoff how a batch that lost a lock, or its connection, is tried again
 */
public record BackfillOptions(int workers, int batchTargetMillis, Rate rate, Backoff backoff) {

    /** Rejects what would do nothing. */
    public BackfillOptions {
        Objects.requireNonNull(rate, "rate");
        Objects.requireNonNull(backoff, "backoff");
        if (workers < 1 || workers > ControlSettings.MOST_WORKERS || batchTargetMillis < 1) {
            throw new IllegalArgumentException("backfill with " + workers + " workers, " + batchTargetMillis + " ms");
        }
    }

    /** Works at full speed. */
    public BackfillOptions(int workers, int batchTargetMillis, Backoff backoff) {
        this(workers, batchTargetMillis, Rate.FULL, backoff);
    }
}
