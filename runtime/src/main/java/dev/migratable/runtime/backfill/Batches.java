package dev.migratable.runtime.backfill;

import dev.migratable.runtime.plan.BackfillSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Cuts a range into batches, one after the other, and writes them. Commits nothing. */
interface Batches {

    /** Which rows of a batch are written. */
    enum Part {
        ALL,
        FIRST_HALF,
        SECOND_HALF
    }

    /**
     * The next batch of a range.
     *
     * @param rows the rows it has; where they were not counted, the most that it can have
     * @param lastKey where the range goes on behind it
     * @param full whether it is as large as it was to be, so that the time it takes tells of the size
     * @param counted whether its rows were counted
     */
    record Batch(long rows, List<String> lastKey, boolean full, boolean counted) {}

    /** Returns how the batches of a backfill are cut. */
    static Batches of(BackfillSpec spec) {
        return spec.byPlace() ? new PlaceBatches(spec) : new KeyBatches(spec);
    }

    /** Finds the next batch of about {@code limit} rows; empty where the range is done. */
    Optional<Batch> next(Connection connection, KeyRange range, int limit) throws SQLException;

    /** Returns whether a batch is written by halves, with a commit between them. */
    boolean isHalved(Batch batch);

    /** Writes the rows of a part of the batch that are not yet as they must be; returns how many. */
    long write(Connection connection, KeyRange range, Batch batch, Part part) throws SQLException;

    /** Counts the rows of a batch that was cut without counting them. */
    long count(Connection connection, KeyRange range, Batch batch) throws SQLException;
}
