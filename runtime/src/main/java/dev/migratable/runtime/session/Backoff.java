package dev.migratable.runtime.session;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between the tries of something that others keep from happening: doubling, capped, and spread by chance so that
 * several do not meet again at the same moment.
 *
 * @param attempts how often at most it is tried, at least 1
 * @param firstMillis the first wait
 * @param capMillis the longest wait
 */
public record Backoff(int attempts, long firstMillis, long capMillis) {

    /** Rejects what would never try or never wait. */
    public Backoff {
        if (attempts < 1 || firstMillis < 1 || capMillis < firstMillis) {
            throw new IllegalArgumentException(
                    "backoff of " + attempts + " tries, " + firstMillis + " to " + capMillis);
        }
    }

    /** Returns whether another try follows the given failed one, counted from 1. */
    public boolean goesOnAfter(int failed) {
        return failed < attempts;
    }

    /** Returns the milliseconds to wait after the given failed try, counted from 1: between half and all of the step. */
    public long millisAfter(int failed) {
        long step = Math.min(capMillis, firstMillis << Math.min(failed - 1, 20));
        return step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1);
    }
}
