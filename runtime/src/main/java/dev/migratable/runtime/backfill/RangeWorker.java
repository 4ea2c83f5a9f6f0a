package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** One worker: takes range after range and writes its batches until no range is left or somebody says stop. */
final class RangeWorker implements Callable<Boolean> {

    private static final Map<String, String> SETTINGS = Map.of(
            "lock_timeout",
            BackfillSql.BATCH_LOCK_TIMEOUT_MILLIS + "ms",
            // Where row security would hide rows, the statement fails instead of passing them over.
            "row_security",
            "off");

    private record Batch(long rows, List<String> lastKey) {}

    private final SessionSource sessions;
    private final BackfillSpec spec;
    private final BackfillStore store;
    private final BackfillOptions options;
    private final Queue<KeyRange> ranges;
    private final ProgressMeter meter;
    private final StopSignal stop;
    private final StopSignal failure;
    private final BatchSize size;
    private @Nullable RunnerSession session;

    RangeWorker(
            SessionSource sessions,
            BackfillSpec spec,
            BackfillStore store,
            BackfillOptions options,
            Queue<KeyRange> ranges,
            ProgressMeter meter,
            StopSignal stop,
            StopSignal failure) {
        this.sessions = sessions;
        this.spec = spec;
        this.store = store;
        this.options = options;
        this.ranges = ranges;
        this.meter = meter;
        this.stop = stop;
        this.failure = failure;
        this.size = new BatchSize(options.batchTargetMillis());
    }

    /** Returns whether every range it took is finished. */
    @Override
    public Boolean call() {
        try {
            for (KeyRange range = ranges.poll(); range != null; range = ranges.poll()) {
                if (!finish(range)) {
                    return false;
                }
            }
            return true;
        } finally {
            disconnect();
        }
    }

    private boolean finish(KeyRange start) {
        KeyRange range = start;
        while (!stop.isRequested() && !failure.isRequested()) {
            Optional<KeyRange> next = retryingBatch(range);
            if (next.isEmpty()) {
                return true;
            }
            range = next.get();
        }
        return false;
    }

    /** Does one batch, however often others get in its way; a batch that was lost with its connection is done again. */
    private Optional<KeyRange> retryingBatch(KeyRange range) {
        for (int failed = 1; ; failed++) {
            try {
                return batch(range);
            } catch (SQLException e) {
                boolean lost = DatabaseErrors.isConnectionLost(e);
                boolean mayPass = lost || DatabaseErrors.isPassing(e);
                if (!mayPass || !options.backoff().goesOnAfter(failed) || !recover(lost, e)) {
                    throw describe(e);
                }
                meter.retried();
                if (!lost) {
                    size.lostLock();
                }
                if (stop.sleep(options.backoff().millisAfter(failed))) {
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

    private Optional<KeyRange> batch(KeyRange range) throws SQLException {
        long started = System.nanoTime();
        Connection connection = connection();
        int limit = size.rows();
        Optional<Batch> batch = end(connection, range, limit);
        if (batch.isEmpty()) {
            store.finish(connection, range.number());
            connection.commit();
            return Optional.empty();
        }
        long rows = batch.get().rows();
        List<String> lastKey = batch.get().lastKey();
        long written = update(connection, range, lastKey);
        store.advance(connection, range.number(), lastKey, rows, written);
        connection.commit();
        meter.add(rows, written);
        if (rows == limit) {
            size.took((System.nanoTime() - started) / 1_000_000, written);
        }
        return Optional.of(range.goingOnAfter(lastKey));
    }

    private Optional<Batch> end(Connection connection, KeyRange range, int limit) throws SQLException {
        String sql = BackfillSql.batchEnd(
                spec, range.after().isPresent(), range.upTo().isPresent());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = Keys.bind(statement, Keys.bind(statement, 1, range.after()), range.upTo());
            statement.setInt(next, limit);
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? Optional.of(new Batch(result.getLong(1), Keys.read(result, 2, spec)))
                        : Optional.empty();
            }
        }
    }

    private long update(Connection connection, KeyRange range, List<String> lastKey) throws SQLException {
        String sql = BackfillSql.batchUpdate(spec, range.after().isPresent());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Keys.bind(statement, Keys.bind(statement, 1, range.after()), Optional.of(lastKey));
            return statement.executeLargeUpdate();
        }
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
