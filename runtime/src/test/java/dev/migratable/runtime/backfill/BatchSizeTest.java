package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.sql.BackfillSql;
import org.junit.jupiter.api.Test;

/** What a batch took decides the size of the next one. */
class BatchSizeTest {
    private static final int TARGET = 100;
    private static final long MILLISECOND = 1_000_000;

    private final BatchSize size = new BatchSize();

    @Test
    void rowsThatWereDoneDoNotMakeItGrow() {
        for (int n = 0; n < 20; n++) {
            size.took(MILLISECOND, 0, TARGET);
        }
        assertEquals(BackfillSql.FIRST_BATCH_ROWS, size.rows());
    }

    @Test
    void rowsThatWereWrittenDoUpToABound() {
        for (int n = 0; n < 20; n++) {
            size.took(MILLISECOND, size.rows(), TARGET);
        }
        assertEquals(BatchSize.MOST_ROWS, size.rows());
    }

    @Test
    void itSettlesWhereABatchTakesTheTargetWhateverCameBefore() {
        for (int n = 0; n < 20; n++) {
            size.took(MILLISECOND, 0, TARGET);
        }
        for (int n = 0; n < 10; n++) {
            size.took(size.rows() / 20 * MILLISECOND, size.rows(), TARGET);
        }
        assertEquals(20.0 * TARGET, size.rows(), 100);
    }

    @Test
    void lostLocksMakeItSmallerButNotWithoutEnd() {
        for (int n = 0; n < 30; n++) {
            size.lostLock();
        }
        assertEquals(BackfillSql.FEWEST_ROWS, size.rows());
        size.took(MILLISECOND, size.rows(), TARGET);
        assertTrue(size.rows() > BackfillSql.FEWEST_ROWS);
    }
}
