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

    /** How far a turn may be made up for that came late, because a sleep never ends when it should. */
    private static final long LATENESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final BackfillOptions options;
    private final Supplier<Control> control;
    private final Throttle throttle;
    private long nextTurn = System.nanoTime();
    private long rateOfTurns;

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

    /**
     * Waits while nothing may run, and for a turn of its own where only so many rows may be looked at each second.
     *
     * @param rows the rows of the batch that is to begin
     */
    void awaitTurn(int rows, StopSignal halt) {
        while (!halt.isRequested()) {
            boolean held = control.get().pause().isPresent() || throttle.isHeld();
            long wait = held ? SLICE_MILLIS : takeTurn(rows);
            if (wait == 0) {
                return;
            }
            halt.sleep(wait);
        }
    }

    /** Takes the next turn and returns 0, or returns how long to wait before asking again. */
    private synchronized long takeTurn(int rows) {
        long rowsPerSecond = rate().rowsPerSecond();
        if (rowsPerSecond == 0) {
            return 0;
        }
        long now = System.nanoTime();
        if (rowsPerSecond != rateOfTurns) {
            rateOfTurns = rowsPerSecond;
            nextTurn = now;
        }
        if (nextTurn - now > 0) {
            return Math.max(1, Math.min(SLICE_MILLIS, TimeUnit.NANOSECONDS.toMillis(nextTurn - now)));
        }
        nextTurn = Math.max(nextTurn, now - LATENESS_NANOS) + rows * TimeUnit.SECONDS.toNanos(1) / rowsPerSecond;
        return 0;
    }

    /** Rests after a batch, so that it has its share of the time and no more. */
    void rest(long tookNanos, StopSignal halt) {
        long began = System.nanoTime();
        while (!halt.isRequested()) {
            double share = rate().percent() / 100.0 * throttle.share();
            long left = began + (long) (tookNanos * (1 - share) / share) - System.nanoTime();
            if (left <= 0) {
                return;
            }
            halt.sleep(Math.max(1, Math.min(SLICE_MILLIS, TimeUnit.NANOSECONDS.toMillis(left))));
        }
    }

    private Rate rate() {
        return settings().rate().orElse(options.rate());
    }

    private ControlSettings settings() {
        return control.get().settings();
    }
}
