package dev.migratable.runtime.backfill;

import dev.migratable.runtime.sql.BackfillSql;

/** The rows of the next batch, so that it takes about the time wanted. Not safe for use by several threads. */
final class BatchSize {

    /** One batch is never more than this many times the one before: a single fast batch proves little. */
    private static final double MAX_GROWTH = 2.0;

    private static final double MAX_SHRINK = 0.25;

    private final int targetMillis;
    private int rows = BackfillSql.FIRST_BATCH_ROWS;

    BatchSize(int targetMillis) {
        this.targetMillis = targetMillis;
    }

    int rows() {
        return rows;
    }

    /** Learns from a full batch that took so long. */
    void took(long millis) {
        double factor = targetMillis / (double) Math.max(millis, 1);
        double bounded = Math.max(MAX_SHRINK, Math.min(MAX_GROWTH, factor));
        rows = (int) Math.max(1, Math.min(BackfillSql.MAX_BATCH_ROWS, rows * bounded));
    }
}
