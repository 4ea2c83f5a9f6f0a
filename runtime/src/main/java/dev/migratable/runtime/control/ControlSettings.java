package dev.migratable.runtime.control;

import dev.migratable.schema.MigratableException;
import java.util.Optional;

/**
 * How a backfill is to work, as far as somebody has said so; what is empty stays as the run was started.
 *
 * @param rate how fast
 * @param workers how many sessions write at once, 1 to {@value #MOST_WORKERS}
 * @param batchTargetMillis how long one batch is meant to take, {@value #SHORTEST_BATCH} to {@value #LONGEST_BATCH}
 */
public record ControlSettings(Optional<Rate> rate, Optional<Integer> workers, Optional<Integer> batchTargetMillis) {

    /** Nothing is said. */
    public static final ControlSettings NONE =
            new ControlSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /** More sessions than this would rather fill the server's connections than the table. */
    public static final int MOST_WORKERS = 64;

    /** Below this many milliseconds a batch is mostly round trips. */
    public static final int SHORTEST_BATCH = 2;

    /** Beyond this many milliseconds clients wait too long for a row. */
    public static final int LONGEST_BATCH = 10_000;

    /**
     * Rejects numbers out of bounds.
     *
     * @throws MigratableException {@code CTL03}
     */
    public ControlSettings {
        workers.ifPresent(n -> check("number of workers", n, 1, MOST_WORKERS));
        batchTargetMillis.ifPresent(n -> check("milliseconds of a batch", n, SHORTEST_BATCH, LONGEST_BATCH));
    }

    private static void check(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new MigratableException(
                    "CTL03",
                    "control: " + what + " " + value + " is out of bounds. Give a number from " + least + " to " + most
                            + ".");
        }
    }

    /** Returns whether nothing is said. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns these settings, and where they say nothing those of {@code others}. */
    public ControlSettings orElse(ControlSettings others) {
        return new ControlSettings(
                rate.or(others::rate), workers.or(others::workers), batchTargetMillis.or(others::batchTargetMillis));
    }

    /** Returns what is said, in words; empty where nothing is. */
    public String describe() {
        String text = rate.map(r -> ", " + r.describe()).orElse("")
                + workers.map(n -> ", " + n + (n == 1 ? " worker" : " workers")).orElse("")
                + batchTargetMillis.map(n -> ", batches of " + n + " ms").orElse("");
        return text.isEmpty() ? "" : text.substring(2);
    }
}
