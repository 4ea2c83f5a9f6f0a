package dev.migratable.runtime.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Asks a running migration to stop after the batch or statement that is under way. Safe for use by several threads. */
public final class StopSignal {

    private final CountDownLatch requested = new CountDownLatch(1);
    private final List<StopSignal> narrower = new CopyOnWriteArrayList<>();

    /** Asks; asking again changes nothing. */
    public void request() {
        requested.countDown();
        narrower.forEach(StopSignal::request);
    }

    /** Returns a signal for a part of the work: it may be asked to stop alone, and stops with the whole. */
    public StopSignal narrow() {
        StopSignal part = new StopSignal();
        narrower.add(part);
        if (isRequested()) {
            part.request();
        }
        return part;
    }

    /** Forgets the signal of a part that is over. */
    public void release(StopSignal part) {
        narrower.remove(part);
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
