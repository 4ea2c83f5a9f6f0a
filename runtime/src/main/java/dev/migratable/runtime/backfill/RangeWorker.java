package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One worker: takes range after range and writes its batches until no range is left, or it is asked to leave. */
final class RangeWorker implements Callable<Integer> {

    /**
     * Batches do not wait for the disk: rows and watermark are one transaction, so that a server that crashes loses both or
     * none, and the runner waits for all of them when the last one is done.
     */
    private static final Map<String, String> SETTINGS =
            Map.of("lock_timeout", BackfillSql.BATCH_LOCK_TIMEOUT_MILLIS + "ms", "synchronous_commit", "off");

    private final SessionSource sessions;
    private final BackfillSpec spec;
    private final Batches batches;
    private final BackfillStore store;
    private final Backoff backoff;
    private final Pace pace;
    private final Queue<KeyRange> ranges;
    private final ProgressMeter meter;
    private final StopSignal halt;
    private final int number;
    private final BatchSize size = new BatchSize();
    private @Nullable RunnerSession session;

    /**
     * Creates a worker.
     *
     * @param ranges what is left to do; a range it does not finish goes back there
     * @param halt asks to stop after the batch under way
     * @param number from 0; it leaves when no more workers than that are wanted
     */
    RangeWorker(
            SessionSource sessions,
            BackfillSpec spec,
            BackfillStore store,
            Backoff backoff,
            Pace pace,
            Queue<KeyRange> ranges,
            ProgressMeter meter,
            StopSignal halt,
            int number) {
        this.sessions = sessions;
        this.spec = spec;
        this.batches = Batches.of(spec);
        this.store = store;
        this.backoff = backoff;
        this.pace = pace;
        this.ranges = ranges;
        this.meter = meter;
        this.halt = halt;
        this.number = number;
    }

    /** Returns its number. */
    @Override
    public Integer call() {
        try {
            while (goesOn()) {
                KeyRange range = ranges.poll();
                if (range == null) {
                    break;
                }
                finish(range);
            }
            return number;
        } finally {
            disconnect();
        }
    }

    private boolean goesOn() {
        return !halt.isRequested() && number < pace.workers();
    }

    private void finish(KeyRange range) {
        RangeWalk walk = new RangeWalk(batches, store, range);
        try {
            while (goesOn()) {
                pace.awaitTurn(limit(), halt);
                if (halt.isRequested()) {
                    break;
                }
                if (retryingBatch(walk)) {
                    return;
                }
            }
            ranges.add(walk.left());
        } catch (RuntimeException e) {
            ranges.add(walk.left());
            throw e;
        }
    }

    /**
     * Does one batch, however often others get in its way; where its connection is lost, it goes on where the server knows of.
     * Returns whether the range is done.
     */
    private boolean retryingBatch(RangeWalk walk) {
        for (int failed = 1; ; failed++) {
            try {
                return batch(walk);
            } catch (SQLException e) {
                boolean lost = DatabaseErrors.isConnectionLost(e);
                if (lost) {
                    walk.lost();
                }
                boolean mayPass = lost || DatabaseErrors.isPassing(e);
                if (!mayPass || !backoff.goesOnAfter(failed) || !recover(lost, e)) {
                    throw describe(e);
                }
                meter.retried();
                if (!lost) {
                    size.lostLock();
                }
                if (halt.sleep(backoff.millisAfter(failed))) {
                    return false;
                }
            }
        }
    }

    private boolean recover(boolean lost, SQLException cause) {
        if (lost) {
            disconnect();
            return true;
        }
        try {
            connection().rollback();
            return true;
        } catch (SQLException e) {
            cause.addSuppressed(e);
            return false;
        }
    }

    private int limit() {
        return Math.min(size.rows(), pace.mostRows());
    }

    private boolean batch(RangeWalk walk) throws SQLException {
        long started = System.nanoTime();
        int limit = limit();
        RangeWalk.Stride stride = walk.go(connection(), limit);
        meter.add(stride.rows(), stride.written());
        long nanos = System.nanoTime() - started;
        if (stride.full() && limit == size.rows()) {
            size.took(nanos, stride.written(), pace.batchTargetMillis());
        }
        if (!stride.last()) {
            pace.rest(nanos, halt);
        }
        return stride.last();
    }

    private Connection connection() throws SQLException {
        RunnerSession current = session;
        if (current == null) {
            current = sessions.tryOpen(SETTINGS);
            current.connection().setAutoCommit(false);
            session = current;
        }
        return current.connection();
    }

    private void disconnect() {
        RunnerSession current = session;
        session = null;
        if (current != null) {
            current.close();
        }
    }

    private MigratableException describe(SQLException error) {
        return DatabaseErrors.describe("backfill of " + spec.table().display(), error);
    }
}
