package dev.migratable.runtime.backfill;

import dev.migratable.schema.QualifiedName;
import java.time.Duration;
import java.util.Optional;

/**
 * How far a backfill is.
 *
 * @param migration the migration's id
 * @param table the table
 * @param rowsDone rows looked at so far, in earlier runs too
 * @param rowsWritten rows of them that had to be written
 * @param rowsEstimate rows of the table as the server estimates them; never less than {@code rowsDone}
 * @param rowsPerSecond rows looked at each second, of late
 * @param pace what is in the way of full speed, in words: a pause, a rate; empty where nothing is
 * @param finished whether it is over
 */
public record BackfillProgress(
        String migration,
        QualifiedName table,
        long rowsDone,
        long rowsWritten,
        long rowsEstimate,
        double rowsPerSecond,
        String pace,
        boolean finished) {

    /** Returns the time still needed at this rate; empty while there is no rate. */
    public Optional<Duration> remaining() {
        return rowsPerSecond > 0
                ? Optional.of(Duration.ofMillis((long) (1000 * (rowsEstimate - rowsDone) / rowsPerSecond)))
                : Optional.empty();
    }
}
