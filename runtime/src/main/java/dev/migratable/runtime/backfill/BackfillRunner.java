package dev.migratable.runtime.backfill;

import dev.migratable.runtime.control.Steering;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * Gives the rows of a table their values in short committed batches, by several workers on disjoint ranges of the key.
 *
 * <p>How far each range is, is stored in the transaction that wrote its rows: killed at any moment and run again, it
 * goes on where it was. It needs memory for one batch's last key per worker, whatever the table's size.
 */
public final class BackfillRunner {

    private final SessionSource sessions;
    private final BackfillOptions options;
    private final StopSignal stop;
    private final Steering steering;
    private final Consumer<BackfillProgress> listener;

    /**
     * Creates a runner.
     *
     * @param stop asks to stop after the batch under way
     * @param steering what operators ask of it while it runs
     * @param listener told of progress, in the thread that calls {@link #run}
     */
    public BackfillRunner(
            SessionSource sessions,
            BackfillOptions options,
            StopSignal stop,
            Steering steering,
            Consumer<BackfillProgress> listener) {
        this.sessions = sessions;
        this.options = options;
        this.stop = stop;
        this.steering = steering;
        this.listener = listener;
    }

    /** Creates a runner that nobody steers. */
    public BackfillRunner(
            SessionSource sessions, BackfillOptions options, StopSignal stop, Consumer<BackfillProgress> listener) {
        this(sessions, options, stop, Steering.NONE, listener);
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
            Pace pace = new Pace(options, () -> steering.control(migration));
            Crew crew = new Crew(sessions, spec, store, options.backoff(), pace, ranges, meter, listener);
            boolean finished = crew.work(stop);
            listener.accept(meter.read(finished, ""));
            return new BackfillResult(finished, meter.written(), meter.retries());
        } catch (SQLException e) {
            throw DatabaseErrors.describe("backfill of " + spec.table().display(), e);
        }
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
}
