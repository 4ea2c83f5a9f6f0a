package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.BatchSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Batches in the order of a key. Where one whole number is the key, and the keys of the batch before had no gap, the next
 * batch is as many keys as it may have rows: it cannot have more, and looking for its end would cost some of a batch's time.
 * Only where tables inherit from this one, which may repeat its keys, it can, and is larger than it was to be.
 */
final class KeyBatches implements Batches {

    private final BackfillSpec spec;
    private final boolean wholeNumbers;
    private boolean gapless;

    KeyBatches(BackfillSpec spec) {
        this.spec = spec;
        this.wholeNumbers = BatchSql.hasWholeNumberKey(spec);
    }

    @Override
    public Optional<Batch> next(Connection connection, KeyRange range, int limit) throws SQLException {
        Optional<Batch> keys = gapless ? keys(range, limit) : Optional.empty();
        if (keys.isPresent()) {
            return keys;
        }
        Optional<Batch> rows = rows(connection, range, limit);
        gapless = rows.isPresent()
                && wholeNumbers
                && range.after().isPresent()
                && number(rows.get().lastKey()) - number(range.after().get())
                        == rows.get().rows();
        return rows;
    }

    /** Returns the next batch without a look; empty near the end of the range, which may be that of all keys. */
    private static Optional<Batch> keys(KeyRange range, int limit) {
        if (range.after().isEmpty() || range.upTo().isEmpty()) {
            return Optional.empty();
        }
        long after = number(range.after().get());
        if (after > Long.MAX_VALUE - limit
                || after + limit >= number(range.upTo().get())) {
            return Optional.empty();
        }
        return Optional.of(new Batch(limit, List.of(Long.toString(after + limit)), true, false));
    }

    private Optional<Batch> rows(Connection connection, KeyRange range, int limit) throws SQLException {
        String sql = BatchSql.end(spec, range.after().isPresent(), range.upTo().isPresent());
        try (PreparedStatement statement = prepare(connection, sql, range, limit - 1);
                ResultSet result = statement.executeQuery()) {
            return result.next()
                    ? Optional.of(new Batch(limit, Keys.read(result, 1, spec), true, true))
                    : rest(connection, range, limit);
        }
    }

    private Optional<Batch> rest(Connection connection, KeyRange range, int limit) throws SQLException {
        String sql = BatchSql.rest(spec, range.after().isPresent(), range.upTo().isPresent());
        try (PreparedStatement statement = prepare(connection, sql, range, limit);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                return Optional.empty();
            }
            long rows = result.getLong(1);
            return Optional.of(new Batch(rows, Keys.read(result, 2, spec), rows == limit, true));
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, KeyRange range, int rows)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int next = Keys.bind(statement, Keys.bind(statement, 1, range.after()), range.upTo());
        statement.setInt(next, rows);
        return statement;
    }

    /** Where one whole number is the key; few rows are not worth a second statement. */
    @Override
    public boolean isHalved(Batch batch) {
        return wholeNumbers && batch.rows() >= BackfillSql.FIRST_BATCH_ROWS;
    }

    @Override
    public long write(Connection connection, KeyRange range, Batch batch, Part part) throws SQLException {
        boolean hasLower = range.after().isPresent();
        String sql = switch (part) {
            case ALL -> BatchSql.update(spec, hasLower);
            case FIRST_HALF -> BatchSql.halfUpdate(spec, hasLower, 0);
            case SECOND_HALF -> BatchSql.halfUpdate(spec, hasLower, 1);
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Keys.bind(statement, Keys.bind(statement, 1, range.after()), Optional.of(batch.lastKey()));
            long written = statement.executeLargeUpdate();
            if (!batch.counted()) {
                gapless &= written == keys(range, batch, part);
            }
            return written;
        }
    }

    /** Returns how many keys a part of a batch has room for. */
    private static long keys(KeyRange range, Batch batch, Part part) {
        long after = number(range.after().orElseThrow());
        long last = number(batch.lastKey());
        long even = Math.floorDiv(last, 2) - Math.floorDiv(after, 2);
        return switch (part) {
            case ALL -> last - after;
            case FIRST_HALF -> even;
            case SECOND_HALF -> last - after - even;
        };
    }

    @Override
    public long count(Connection connection, KeyRange range, Batch batch) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(BatchSql.count(spec, range.after().isPresent()))) {
            Keys.bind(statement, Keys.bind(statement, 1, range.after()), Optional.of(batch.lastKey()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static long number(List<String> key) {
        return Long.parseLong(key.get(0));
    }
}
