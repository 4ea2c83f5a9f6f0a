package dev.migratable.diff;

import java.util.Objects;
import java.util.Optional;

/**
 * What ANALYZE found in a column.
 *
 * @param nullFraction the share of NULLs, 0 to 1
 * @param distinct as {@code pg_stats.n_distinct}: the number of values, or its share of the rows below 0
 * @param longest how many characters the longest value of a sample has; empty where it is no text
 */
public record ColumnStatistics(double nullFraction, double distinct, Optional<Integer> longest) {

    /** ANALYZE rounds. */
    private static final double EXACT = 0.001;

    /** Rejects nulls. */
    public ColumnStatistics {
        Objects.requireNonNull(longest, "longest");
    }

    /** Returns whether no value was met twice. */
    boolean isUnique() {
        return distinct < 0 && distinct <= nullFraction - 1 + EXACT;
    }
}
