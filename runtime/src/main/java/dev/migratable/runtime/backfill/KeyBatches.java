package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.sql.BackfillSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Batches in the order of a key. */
final class KeyBatches implements Batches {

    private final BackfillSpec spec;

    KeyBatches(BackfillSpec spec) {
        this.spec = spec;
    }

    @Override
    public Optional<Batch> next(Connection connection, KeyRange range, int limit) throws SQLException {
        String sql = BackfillSql.batchEnd(
                spec, range.after().isPresent(), range.upTo().isPresent());
        try (PreparedStatement statement = prepare(connection, sql, range, limit - 1);
                ResultSet result = statement.executeQuery()) {
            return result.next()
                    ? Optional.of(new Batch(limit, Keys.read(result, 1, spec), true))
                    : rest(connection, range, limit);
        }
    }

    private Optional<Batch> rest(Connection connection, KeyRange range, int limit) throws SQLException {
        String sql = BackfillSql.batchRest(
                spec, range.after().isPresent(), range.upTo().isPresent());
        try (PreparedStatement statement = prepare(connection, sql, range, limit);
                ResultSet result = statement.executeQuery()) {
            if (!result.next()) {
                return Optional.empty();
            }
            long rows = result.getLong(1);
            return Optional.of(new Batch(rows, Keys.read(result, 2, spec), rows == limit));
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
        return BackfillSql.hasHalves(spec) && batch.rows() >= BackfillSql.FIRST_BATCH_ROWS;
    }

    @Override
    public long write(Connection connection, KeyRange range, Batch batch, Part part) throws SQLException {
        boolean hasLower = range.after().isPresent();
        String sql = switch (part) {
            case ALL -> BackfillSql.batchUpdate(spec, hasLower);
            case FIRST_HALF -> BackfillSql.halfBatchUpdate(spec, hasLower, 0);
            case SECOND_HALF -> BackfillSql.halfBatchUpdate(spec, hasLower, 1);
        };
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Keys.bind(statement, Keys.bind(statement, 1, range.after()), Optional.of(batch.lastKey()));
            return statement.executeLargeUpdate();
        }
    }
}
