package dev.migratable.diff;

import dev.migratable.schema.ColumnName;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What ANALYZE found in columns that went and columns that came, where the two sides are live databases. A table has the
 * name that the changes use.
 *
 * @param current of the columns that went
 * @param desired of the columns that came
 */
public record Statistics(Map<ColumnName, ColumnStatistics> current, Map<ColumnName, ColumnStatistics> desired) {

    /** Nobody was asked. */
    public static final Statistics NONE = new Statistics(Map.of(), Map.of());

    /** Copies. */
    public Statistics {
        current = Map.copyOf(current);
        desired = Map.copyOf(desired);
    }

    Optional<ColumnStatistics> gone(ColumnName column) {
        return Optional.ofNullable(current.get(Objects.requireNonNull(column, "column")));
    }

    Optional<ColumnStatistics> come(ColumnName column) {
        return Optional.ofNullable(desired.get(Objects.requireNonNull(column, "column")));
    }
}
