package dev.migratable.runtime.backfill;

import dev.migratable.runtime.control.Steering;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.PlaceSql;
import dev.migratable.runtime.throttle.Throttle;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    private final BackfillListener listener;

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
            BackfillListener listener) {
        this.sessions = sessions;
        this.options = options;
        this.stop = stop;
        this.steering = steering;
        this.listener = listener;
    }

    /** Creates a runner that nobody steers. */
    public BackfillRunner(SessionSource sessions, BackfillOptions options, StopSignal stop, BackfillListener listener) {
        this(sessions, options, stop, Steering.NONE, listener);
    }

    /**
     * Runs a backfill, or what is left of it. Only one runner may do so at a time.
     *
     * <p>Where a key orders it this is one pass, which passes over a row whose key is changed meanwhile to one that was
     * passed already: something else has to look at every row.
     *
     * @param migration the migration's id
     * @param step the step's id within it
     * @throws dev.migratable.schema.MigratableException where a batch fails for good; what was committed stays
     */
    public BackfillResult run(String migration, String step, BackfillSpec spec) {
        return run(migration, step, spec, spec.byPlace());
    }

    /** Runs a backfill as {@link #run} does, and again until a look at every row finds none that is left. */
    public BackfillResult runUntilClean(String migration, String step, BackfillSpec spec) {
        return run(migration, step, spec, true);
    }

    private BackfillResult run(String migration, String step, BackfillSpec spec, boolean untilClean) {
        BackfillStore store = new BackfillStore(migration, step);
        try (RunnerSession session = sessions.open()) {
            Connection connection = session.connection();
            BackfillStore.create(connection);
            return passes(connection, store, spec, migration, untilClean);
        } catch (SQLException e) {
            throw DatabaseErrors.describe("backfill of " + spec.table().display(), e);
        }
    }

    private BackfillResult passes(
            Connection connection, BackfillStore store, BackfillSpec spec, String migration, boolean untilClean)
            throws SQLException {
        long written = 0;
        long retries = 0;
        for (int pass = 1; ; pass++) {
            BackfillResult result = pass(connection, store, spec, migration);
            written += result.rowsWritten();
            retries += result.retries();
            if (!result.finished() || !untilClean || !isLeft(connection, spec)) {
                return new BackfillResult(result.finished(), written, retries);
            }
            if (pass == PlaceSql.MOST_PASSES) {
                throw new MigratableException(
                        "BKF01",
                        "backfill of " + spec.table().display() + ": " + PlaceSql.NEVER_CLEAN
                                + ". Give the table a primary key, or run again when fewer clients write.");
            }
            store.forget(connection);
        }
    }

    private static boolean isLeft(Connection connection, BackfillSpec spec) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PlaceSql.isLeft(spec));
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getBoolean(1);
        }
    }

    /** Returns the keys of some rows that a backfill has yet to write, as texts. */
    public static List<String> leftKeys(Connection connection, BackfillSpec spec) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BackfillSql.leftKeys(spec));
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                keys.add(result.getString(1));
            }
        }
        return keys;
    }

    private BackfillResult pass(Connection connection, BackfillStore store, BackfillSpec spec, String migration)
            throws SQLException {
        long estimate = RangeSplitter.estimate(connection, spec);
        Queue<KeyRange> ranges = new ConcurrentLinkedQueue<>(ranges(connection, store, spec, estimate));
        ProgressMeter meter = new ProgressMeter(migration, spec.table(), store.totals(connection), estimate);
        Pace pace = new Pace(options, () -> steering.control(migration), new Throttle(options.limits()));
        Crew crew = new Crew(sessions, spec, store, options.backoff(), pace, ranges, meter, listener);
        boolean finished = work(crew, pace);
        while (finished) {
            store.settle(connection);
            // What a worker was told of its commits does not count: a server that crashed meanwhile may have lost them.
            List<KeyRange> left = store.unfinished(connection);
            if (left.isEmpty()) {
                break;
            }
            ranges.addAll(left);
            finished = work(crew, pace);
        }
        listener.progress(meter.read(finished, finished ? "" : pace.describe()));
        return new BackfillResult(finished, meter.written(), meter.retries());
    }

    private boolean work(Crew crew, Pace pace) {
        Steering.Watching watching = steering.watch(pace::look);
        try {
            return crew.work(stop);
        } finally {
            watching.close();
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
}
