package dev.migratable.runtime.backfill;

import dev.migratable.schema.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up what the workers did. Safe for use by several threads. */
final class ProgressMeter {

    /** The rate is that of this time: one over the whole run would tell little after a pause. */
    private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(10);

    private record Sample(long nanos, long seen) {}

    private final String migration;
    private final QualifiedName table;
    private final long seenBefore;
    private final long writtenBefore;
    private final long estimate;
    private final Deque<Sample> samples = new ArrayDeque<>(List.of(new Sample(System.nanoTime(), 0)));
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

    /**
     * Returns how far it is; called by one thread.
     *
     * @param pace what is in the way of full speed
     */
    BackfillProgress read(boolean finished, String pace) {
        long now = seen.get();
        Sample latest = new Sample(System.nanoTime(), now);
        samples.add(latest);
        while (latest.nanos() - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        double seconds = (latest.nanos() - first.nanos()) / 1e9;
        long done = seenBefore + now;
        // The server's estimate is coarse; when all is done, what was seen is the truth.
        long total = finished ? done : Math.max(estimate, done);
        return new BackfillProgress(
                migration,
                table,
                done,
                writtenBefore + written.get(),
                total,
                seconds > 0 ? (now - first.seen()) / seconds : 0,
                pace,
                finished);
    }
}
