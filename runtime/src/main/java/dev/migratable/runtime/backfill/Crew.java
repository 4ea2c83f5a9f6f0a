package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workers of one backfill: as many as are wanted just now, until no range is left. */
final class Crew {

    /** How often progress is told, and how soon workers come: often enough for a person who watches. */
    private static final long PROGRESS_MILLIS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final SessionSource sessions;
    private final BackfillSpec spec;
    private final BackfillStore store;
    private final Backoff backoff;
    private final Pace pace;
    private final Queue<KeyRange> ranges;
    private final ProgressMeter meter;
    private final Consumer<BackfillProgress> listener;
    private final Set<Integer> present = new HashSet<>();

    Crew(
            SessionSource sessions,
            BackfillSpec spec,
            BackfillStore store,
            Backoff backoff,
            Pace pace,
            Queue<KeyRange> ranges,
            ProgressMeter meter,
            Consumer<BackfillProgress> listener) {
        this.sessions = sessions;
        this.spec = spec;
        this.store = store;
        this.backoff = backoff;
        this.pace = pace;
        this.ranges = ranges;
        this.meter = meter;
        this.listener = listener;
    }

    /** Works until no range is left or somebody asks to stop; returns whether none is left. */
    boolean work(StopSignal stop) {
        ExecutorService pool = Executors.newCachedThreadPool(Crew::thread);
        StopSignal halt = stop.narrow();
        try {
            CompletionService<Integer> results = new ExecutorCompletionService<>(pool);
            while (true) {
                hire(results, halt);
                if (present.isEmpty()) {
                    return ranges.isEmpty();
                }
                await(results);
                listener.accept(meter.read(false, pace.describe()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.request();
            return false;
        } finally {
            // Where one failed, the others end with the batch they have; what they committed is not lost.
            halt.request();
            end(pool);
            stop.release(halt);
        }
    }

    private void hire(CompletionService<Integer> results, StopSignal halt) {
        for (int n = 0; n < pace.workers() && !halt.isRequested(); n++) {
            if (!present.contains(n) && ranges.size() > 0 && present.add(n)) {
                results.submit(new RangeWorker(sessions, spec, store, backoff, pace, ranges, meter, halt, n));
            }
        }
    }

    private void await(CompletionService<Integer> results) throws InterruptedException {
        Optional<Future<Integer>> over = Optional.ofNullable(results.poll(PROGRESS_MILLIS, TimeUnit.MILLISECONDS));
        if (over.isPresent()) {
            try {
                present.remove(over.get().get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            }
        }
    }

    /** Waits for every worker, so that nobody writes any more when the runner's lock is given back. */
    private static void end(ExecutorService pool) {
        pool.shutdown();
        try {
            while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.info("waiting for the last batches of a backfill");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "migratable-backfill");
        thread.setDaemon(true);
        return thread;
    }
}
