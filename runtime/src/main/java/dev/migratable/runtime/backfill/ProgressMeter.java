package dev.migratable.runtime.backfill;

import dev.migratable.schema.QualifiedName;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up what the workers did. Safe for use by several threads. */
final class ProgressMeter {

    private final String migration;
    private final QualifiedName table;
    private final long seenBefore;
    private final long writtenBefore;
    private final long estimate;
    private final long started = System.nanoTime();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong retries = new AtomicLong();

    ProgressMeter(String migration, QualifiedName table, BackfillStore.Totals before, long estimate) {
        this.migration = migration;
        this.table = table;
        this.seenBefore = before.rowsSeen();
        this.writtenBefore = before.rowsWritten();
        this.estimate = estimate;
    }

    void add(long rowsSeen, long rowsWritten) {
        seen.addAndGet(rowsSeen);
        written.addAndGet(rowsWritten);
    }

    void retried() {
        retries.incrementAndGet();
    }

    long retries() {
        return retries.get();
    }

    long written() {
        return written.get();
    }

    BackfillProgress read(boolean finished) {
        long now = seen.get();
        double seconds = (System.nanoTime() - started) / 1e9;
        long done = seenBefore + now;
        // The server's estimate is coarse; when all is done, what was seen is the truth.
        long total = finished ? done : Math.max(estimate, done);
        return new BackfillProgress(
                migration,
                table,
                done,
                writtenBefore + written.get(),
                total,
                seconds > 0 ? now / seconds : 0,
                finished);
    }
}
