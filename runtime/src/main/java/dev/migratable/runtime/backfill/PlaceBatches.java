package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.sql.PlaceSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Batches of whole blocks. The bounds of a range are numbers of blocks: the last one done, and the last one of it. The
 * last range ends where the table ended when the pass began: what the pass writes may lie behind that, and a pass that
 * went on there would follow its own rows.
 */
final class PlaceBatches implements Batches {

    /** Rows of a block until one has been seen. */
    private static final double FIRST_GUESS = 50;

    private final BackfillSpec spec;
    private double rowsPerBlock = FIRST_GUESS;

    PlaceBatches(BackfillSpec spec) {
        this.spec = spec;
    }

    /** Returns how many blocks the table has now. */
    static long blocks(Connection connection, BackfillSpec spec) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PlaceSql.blocks(spec));
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public Optional<Batch> next(Connection connection, KeyRange range, int limit) throws SQLException {
        long first = first(range);
        long end = number(range.upTo().orElseThrow());
        if (first > end) {
            return Optional.empty();
        }
        long wanted = Math.max(1, Math.min(PlaceSql.MOST_BLOCKS, (long) (limit / rowsPerBlock)));
        long last = Math.min(end, first + wanted - 1);
        long rows = count(connection, first, last);
        rowsPerBlock = Math.max(1, rows / (double) (last - first + 1));
        return Optional.of(new Batch(rows, List.of(Long.toString(last)), last < end, true));
    }

    @Override
    public long count(Connection connection, KeyRange range, Batch batch) {
        return batch.rows();
    }

    private long count(Connection connection, long first, long last) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PlaceSql.count(spec, version(connection)))) {
            statement.setLong(1, first);
            statement.setLong(2, last);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** There is no key whose numbers would tell the halves. */
    @Override
    public boolean isHalved(Batch batch) {
        return false;
    }

    @Override
    public long write(Connection connection, KeyRange range, Batch batch, Part part) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PlaceSql.update(spec, version(connection)))) {
            statement.setLong(1, first(range));
            statement.setLong(2, number(batch.lastKey()));
            return statement.executeLargeUpdate();
        }
    }

    /** The driver learns it when it connects; asking costs nothing. */
    private static int version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    private static long first(KeyRange range) {
        return range.after().map(key -> number(key) + 1).orElse(0L);
    }

    private static long number(List<String> key) {
        return Long.parseLong(key.get(0));
    }
}
