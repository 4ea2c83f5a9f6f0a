package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the rows of a table their values in short committed batches, by several workers on disjoint ranges of the key.
 *
 * <p>How far each range is, is stored in the transaction that wrote its rows: killed at any moment and run again, it
 * goes on where it was. It needs memory for one batch's last key per worker, whatever the table's size.
 */
public final class BackfillRunner {

    /** How often progress is told: often enough for a person who watches. */
    private static final long PROGRESS_MILLIS = 250;

    private static final Logger LOG = LoggerFactory.getLogger(BackfillRunner.class);

    private final SessionSource sessions;
    private final BackfillOptions options;
    private final StopSignal stop;
    private final Consumer<BackfillProgress> listener;

    /**
     * Creates a runner.
     *
     * @param stop asks to stop after the batch under way
     * @param listener told of progress, in the thread that calls {@link #run}
     */
    public BackfillRunner(
            SessionSource sessions, BackfillOptions options, StopSignal stop, Consumer<BackfillProgress> listener) {
        this.sessions = sessions;
        this.options = options;
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * Runs a backfill, or what is left of it. Only one runner may do so at a time.
     *
     * @param migration the migration's id
     * @param step the step's id within it
     * @throws dev.migratable.schema.MigratableException where a batch fails for good; what was committed stays
     */
    public BackfillResult run(String migration, String step, BackfillSpec spec) {
        BackfillStore store = new BackfillStore(migration, step);
        try (RunnerSession session = sessions.open()) {
            Connection connection = session.connection();
            BackfillStore.create(connection);
            long estimate = RangeSplitter.estimate(connection, spec);
            Queue<KeyRange> ranges = new ConcurrentLinkedQueue<>(ranges(connection, store, spec, estimate));
            ProgressMeter meter = new ProgressMeter(migration, spec.table(), store.totals(connection), estimate);
            boolean finished = work(store, spec, ranges, meter);
            listener.accept(meter.read(finished));
            return new BackfillResult(finished, meter.written(), meter.retries());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("backfill of " + spec.table().display(), e);
        }
    }

    /**
     * Forgets how far a backfill is, because what it did has been undone; the next run begins anew.
     *
     * @param connection a connection in autocommit mode
     */
    public static void forget(Connection connection, String migration, String step) throws SQLException {
        new BackfillStore(migration, step).forget(connection);
    }

    private List<KeyRange> ranges(Connection connection, BackfillStore store, BackfillSpec spec, long estimate)
            throws SQLException {
        connection.setAutoCommit(false);
        String target = store.target(connection, spec);
        store.forgetOthers(connection, target);
        if (store.totals(connection).ranges() == 0) {
            store.insert(connection, target, RangeSplitter.split(connection, spec, estimate, options.workers()));
        }
        List<KeyRange> unfinished = store.unfinished(connection);
        connection.commit();
        connection.setAutoCommit(true);
        return unfinished;
    }

    private boolean work(BackfillStore store, BackfillSpec spec, Queue<KeyRange> ranges, ProgressMeter meter) {
        int workers = Math.min(options.workers(), ranges.size());
        if (workers == 0) {
            return true;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers, BackfillRunner::thread);
        StopSignal failure = new StopSignal();
        try {
            List<Future<Boolean>> results = new ArrayList<>();
            for (int n = 0; n < workers; n++) {
                results.add(pool.submit(new RangeWorker(sessions, spec, store, options, ranges, meter, stop, failure)));
            }
            boolean finished = true;
            for (Future<Boolean> result : results) {
                finished &= await(result, failure, meter);
            }
            return finished;
        } finally {
            end(pool);
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

    private boolean await(Future<Boolean> result, StopSignal failure, ProgressMeter meter) {
        while (true) {
            try {
                return result.get(PROGRESS_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                listener.accept(meter.read(false));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop.request();
                return false;
            } catch (ExecutionException e) {
                // The other workers end with the batch they have; what they committed is not lost.
                failure.request();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            }
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "migratable-backfill");
        thread.setDaemon(true);
        return thread;
    }
}
