package dev.migratable.runtime.session;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a running migration to stop after the batch or statement that is under way. Safe for use by several threads. */
public final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);

    /** Asks; asking again changes nothing. */
    public void request() {
        requested.countDown();
    }

    /** Returns whether somebody asked. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /**
     * Waits, but not longer than it takes until somebody asks.
     *
     * @return whether somebody asked
     */
    public boolean sleep(long millis) {
        try {
            return requested.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request();
            return true;
        }
    }
}
