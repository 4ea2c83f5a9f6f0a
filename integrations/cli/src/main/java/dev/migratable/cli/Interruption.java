package dev.migratable.cli;

import dev.migratable.runtime.session.StopSignal;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets Ctrl-C and {@code kill} stop a run after the batch that is under way, for as long as this is open. */
final class Interruption {

    /**
     * Far longer than a batch. A single statement may take longer, an index build for example; it is then left to the
     * server, and the next run finds out what became of it.
     */
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Shell shell, StopSignal stop) {
        this.hook = new Thread(() -> stop(shell, stop), "migratable-interruption");
    }

    /** Begins to listen. */
    static Interruption install(Shell shell, StopSignal stop) {
        Interruption interruption = new Interruption(shell, stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void stop(Shell shell, StopSignal stop) {
        shell.err().println("stopping after the batch that is under way");
        stop.request();
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.err()
                        .println("a statement is still under way and is left to the server;"
                                + " the same command goes on from there");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops listening; where the process is being stopped, it may end now. */
    void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The hook is running: it has just been told that the run is over, and ends the process.
            over.countDown();
        }
    }
}
