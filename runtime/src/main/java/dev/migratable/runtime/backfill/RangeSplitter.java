package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.sql.BatchSql;
import dev.migratable.runtime.sql.RunnerSql;
import dev.migratable.runtime.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Divides a table's keys into ranges of about the same number of rows, by the keys of some of its blocks. */
final class RangeSplitter {

    /** Below this many rows one worker is done before a second one has connected. */
    static final long SPLIT_FROM_ROWS = 20_000;

    /** Enough keys for even ranges; drawn from a few dozen blocks, whatever the table's size. */
    private static final double SAMPLE_ROWS = 2_000;

    /** More ranges than workers, so that none is idle while another one has the dense part. */
    private static final int RANGES_PER_WORKER = 4;

    /** Enough that workers who come while it runs find work, too. */
    private static final int FEWEST_RANGES = 32;

    private RangeSplitter() {}

    /** Estimates the table's rows from its size. */
    static long estimate(Connection connection, BackfillSpec spec) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RunnerSql.ESTIMATED_ROWS)) {
            statement.setString(1, Sql.name(spec.table()));
            statement.setString(2, Sql.name(spec.table()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Returns disjoint ranges that together have every key; the last one of a key has no upper bound. */
    static List<KeyRange> split(Connection connection, BackfillSpec spec, long rows, int workers) throws SQLException {
        if (spec.byPlace()) {
            return places(PlaceBatches.blocks(connection, spec), rows < SPLIT_FROM_ROWS ? 1 : ranges(workers));
        }
        List<List<String>> bounds = rows < SPLIT_FROM_ROWS ? List.of() : bounds(connection, spec, rows, workers);
        List<KeyRange> ranges = new ArrayList<>();
        Optional<List<String>> after = Optional.empty();
        for (List<String> bound : bounds) {
            ranges.add(new KeyRange(ranges.size(), after, Optional.of(bound)));
            after = Optional.of(bound);
        }
        ranges.add(new KeyRange(ranges.size(), after, Optional.empty()));
        return ranges;
    }

    private static List<List<String>> bounds(Connection connection, BackfillSpec spec, long rows, int workers)
            throws SQLException {
        List<List<String>> sample = sample(connection, spec, Math.min(100.0, 100.0 * SAMPLE_ROWS / rows));
        int ranges = ranges(workers);
        if (sample.size() < ranges) {
            return List.of();
        }
        List<List<String>> bounds = new ArrayList<>();
        for (int n = 1; n < ranges; n++) {
            bounds.add(sample.get((int) ((long) n * sample.size() / ranges)));
        }
        return bounds;
    }

    private static int ranges(int workers) {
        return Math.max(workers * RANGES_PER_WORKER, FEWEST_RANGES);
    }

    private static List<KeyRange> places(long blocks, int number) {
        List<KeyRange> ranges = new ArrayList<>();
        Optional<List<String>> after = Optional.empty();
        for (int n = 1; n <= number; n++) {
            List<String> last = List.of(Long.toString(n * blocks / number - 1));
            ranges.add(new KeyRange(ranges.size(), after, Optional.of(last)));
            after = Optional.of(last);
        }
        return ranges;
    }

    private static List<List<String>> sample(Connection connection, BackfillSpec spec, double percent)
            throws SQLException {
        List<List<String>> keys = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BatchSql.sample(spec))) {
            statement.setDouble(1, percent);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    keys.add(Keys.read(result, 1, spec));
                }
            }
        }
        return keys;
    }
}
