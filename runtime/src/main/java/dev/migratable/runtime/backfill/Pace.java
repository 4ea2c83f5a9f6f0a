package dev.migratable.runtime.backfill;

import dev.migratable.runtime.control.Control;
import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.session.StopSignal;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Says how fast the workers of one backfill may go just now, and makes them wait between batches. Whatever it says may
 * change at any moment; at full speed it costs nothing. Safe for use by several threads.
 */
final class Pace {

    /** How soon a worker that rests sees that it need not any more. */
    private static final long SLICE_MILLIS = 50;

    private static final int MILLIS_PER_SECOND = 1_000;

    /** No worker is put off longer than this, so that a rate that was raised is felt within a second. */
    private static final long LONGEST_TURN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final BackfillOptions options;
    private final Supplier<Control> control;
    private long nextTurn = System.nanoTime();

    Pace(BackfillOptions options, Supplier<Control> control) {
        this.options = options;
        this.control = control;
    }

    int workers() {
        return settings().workers().orElse(options.workers());
    }

    int batchTargetMillis() {
        return settings().batchTargetMillis().orElse(options.batchTargetMillis());
    }

    /** Returns the most rows of a batch: of a low rate a batch must not take much more than its time. */
    int mostRows() {
        long rowsPerSecond = rate().rowsPerSecond();
        return rowsPerSecond == 0
                ? Integer.MAX_VALUE
                : (int) Math.max(1, rowsPerSecond * batchTargetMillis() / MILLIS_PER_SECOND);
    }

    /** Returns what is in the way of full speed, in words; empty where nothing is. */
    String describe() {
        return control.get().describePause().orElseGet(() -> rate().isFull() ? "" : rate().describe());
    }

    /** Waits while nothing may run. */
    void awaitTurn(StopSignal halt) {
        while (control.get().pause().isPresent() && !halt.sleep(SLICE_MILLIS)) {
            // Somebody else looks into the database.
        }
    }

    /** Rests after a batch, so that both the share of the time and the rows each second are kept. */
    void rest(long rows, long tookNanos, StopSignal halt) {
        long began = System.nanoTime();
        long turn = turnAfter(rows, began);
        while (!halt.isRequested()) {
            long now = System.nanoTime();
            int percent = rate().percent();
            long left = Math.max(turn - now, began + tookNanos * (100 - percent) / percent - now);
            if (left <= 0) {
                return;
            }
            halt.sleep(Math.max(1, Math.min(SLICE_MILLIS, TimeUnit.NANOSECONDS.toMillis(left))));
        }
    }

    private synchronized long turnAfter(long rows, long now) {
        long rowsPerSecond = rate().rowsPerSecond();
        if (rowsPerSecond == 0) {
            return now;
        }
        long cost = rows * TimeUnit.SECONDS.toNanos(1) / rowsPerSecond;
        nextTurn = Math.max(now, Math.min(nextTurn, now + LONGEST_TURN_NANOS)) + Math.min(cost, LONGEST_TURN_NANOS);
        return nextTurn;
    }

    private Rate rate() {
        return settings().rate().orElse(options.rate());
    }

    private ControlSettings settings() {
        return control.get().settings();
    }
}
