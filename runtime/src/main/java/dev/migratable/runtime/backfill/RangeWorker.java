package dev.migratable.runtime.backfill;

import dev.migratable.runtime.backfill.Batches.Batch;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One worker: takes range after range and writes its batches until no range is left, or it is asked to leave. */
final class RangeWorker implements Callable<Integer> {

    private static final Map<String, String> SETTINGS =
            Map.of("lock_timeout", BackfillSql.BATCH_LOCK_TIMEOUT_MILLIS + "ms");

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

    private void finish(KeyRange start) {
        KeyRange range = start;
        try {
            while (goesOn()) {
                pace.awaitTurn(limit(), halt);
                Optional<KeyRange> next = halt.isRequested() ? Optional.of(range) : retryingBatch(range);
                if (next.isEmpty()) {
                    return;
                }
                range = next.get();
            }
            ranges.add(range);
        } catch (RuntimeException e) {
            ranges.add(range);
            throw e;
        }
    }

    /** Does one batch, however often others get in its way; a batch that was lost with its connection is done again. */
    private Optional<KeyRange> retryingBatch(KeyRange range) {
        for (int failed = 1; ; failed++) {
            try {
                return batch(range);
            } catch (SQLException e) {
                boolean lost = DatabaseErrors.isConnectionLost(e);
                boolean mayPass = lost || DatabaseErrors.isPassing(e);
                if (!mayPass || !backoff.goesOnAfter(failed) || !recover(lost, e)) {
                    throw describe(e);
                }
                meter.retried();
                if (!lost) {
                    size.lostLock();
                }
                if (halt.sleep(backoff.millisAfter(failed))) {
                    return Optional.of(range);
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

    private Optional<KeyRange> batch(KeyRange range) throws SQLException {
        long started = System.nanoTime();
        Connection connection = connection();
        int limit = limit();
        Optional<Batch> batch = batches.next(connection, range, limit);
        if (batch.isEmpty()) {
            store.finish(connection, range.number());
            connection.commit();
            return Optional.empty();
        }
        long rows = batch.get().rows();
        List<String> lastKey = batch.get().lastKey();
        long written = batches.write(connection, range, batch.get());
        store.advance(connection, range.number(), lastKey, rows, written);
        connection.commit();
        meter.add(rows, written);
        long nanos = System.nanoTime() - started;
        if (batch.get().full() && limit == size.rows()) {
            size.took(TimeUnit.NANOSECONDS.toMillis(nanos), written, pace.batchTargetMillis());
        }
        pace.rest(nanos, halt);
        return Optional.of(range.goingOnAfter(lastKey));
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
