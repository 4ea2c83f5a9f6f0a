package dev.migratable.runtime.backfill;

import dev.migratable.runtime.sql.BackfillSql;
import java.util.concurrent.TimeUnit;

/** The rows of the next batch, so that it takes about the time wanted. Not safe for use by several threads. */
final class BatchSize {

    /** One batch is never more than this many times the one before: a single fast batch proves little. */
    private static final double MAX_GROWTH = 2.0;

    private static final double MAX_SHRINK = 0.25;

    /**
     * The most rows of a batch, however fast the machine is. The log of more of them does not fit into the server's buffers
     * (4 MB by default), and workers then wait for each other while one writes them out: with 10,000 rows, two workers
     * together were about a seventh slower.
     */
    static final int MOST_ROWS = 4_000;

    private int rows = BackfillSql.FIRST_BATCH_ROWS;

    /** Returns the rows of the next batch. */
    int rows() {
        return rows;
    }

    /**
     * Learns from a full batch.
     *
     * @param nanos how long it took
     * @param written how many of its rows were written; the others were as they must be, which tells little of how long
     *     a batch takes whose rows are not
     * @param targetMillis how long a batch is meant to take
     */
    void took(long nanos, long written, int targetMillis) {
        double factor = TimeUnit.MILLISECONDS.toNanos(targetMillis) / (double) Math.max(nanos, 1);
        double bounded = Math.max(MAX_SHRINK, Math.min(MAX_GROWTH, factor));
        boolean proven = 2 * written >= rows;
        int most = proven ? MOST_ROWS : Math.max(rows, BackfillSql.FIRST_BATCH_ROWS);
        rows = (int) Math.max(1, Math.min(most, rows * bounded));
    }

    /** Learns that a batch lost a lock: a smaller one meets fewer clients, and holds less while it waits. */
    void lostLock() {
        rows = Math.min(rows, Math.max(BackfillSql.FEWEST_ROWS, rows / 2));
    }
}
