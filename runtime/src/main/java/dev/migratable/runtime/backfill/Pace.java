package dev.migratable.runtime.backfill;

import dev.migratable.runtime.control.Control;
import dev.migratable.runtime.control.ControlSettings;
import dev.migratable.runtime.control.Rate;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.throttle.Throttle;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
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
    private final Throttle throttle;
    private long nextTurn = System.nanoTime();

    Pace(BackfillOptions options, Supplier<Control> control, Throttle throttle) {
        this.options = options;
        this.control = control;
        this.throttle = throttle;
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
        Optional<String> pause = control.get().describePause();
        if (pause.isPresent()) {
            return pause.get();
        }
        String rate = rate().isFull() ? "" : rate().describe();
        String throttled = throttle.describe();
        return rate + (rate.isEmpty() || throttled.isEmpty() ? "" : "; ") + throttled;
    }

    /** Returns what cannot be watched and has not been told yet. */
    Optional<String> warning() {
        return throttle.warning();
    }

    /** Looks at what the server shows, and returns what is in the way of full speed. */
    String look(Connection connection) throws SQLException {
        throttle.look(connection);
        return describe();
    }

    /** Waits while nothing may run. */
    void awaitTurn(StopSignal halt) {
        while ((control.get().pause().isPresent() || throttle.isHeld()) && !halt.sleep(SLICE_MILLIS)) {
            // Somebody else looks into the database.
        }
    }

    /** Rests after a batch, so that both the share of the time and the rows each second are kept. */
    void rest(long rows, long tookNanos, StopSignal halt) {
        long began = System.nanoTime();
        long turn = turnAfter(rows, began);
        while (!halt.isRequested()) {
            long now = System.nanoTime();
            double share = rate().percent() / 100.0 * throttle.share();
            long left = Math.max(turn, began + (long) (tookNanos * (1 - share) / share)) - now;
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
