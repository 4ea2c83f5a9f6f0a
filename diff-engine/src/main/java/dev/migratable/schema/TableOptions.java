package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * What makes a table other than an ordinary, logged one. Whether it is unlogged can change; the rest is compared, not planned.
 *
 * @param unlogged {@code UNLOGGED}
 * @param partitionBy the partition key of a partitioned table as {@code pg_get_partkeydef} prints it
 * @param partitionOf the parent of a partition
 * @param partitionBound the bound of a partition as {@code pg_get_expr(relpartbound)} prints it
 */
public record TableOptions(
        boolean unlogged,
        Optional<String> partitionBy,
        Optional<QualifiedName> partitionOf,
        Optional<String> partitionBound) {

    /** An ordinary, logged, unpartitioned table. */
    public static final TableOptions ORDINARY =
            new TableOptions(false, Optional.empty(), Optional.empty(), Optional.empty());

    /** Rejects nulls. */
    public TableOptions {
        Objects.requireNonNull(partitionBy, "partitionBy");
        Objects.requireNonNull(partitionOf, "partitionOf");
        Objects.requireNonNull(partitionBound, "partitionBound");
    }

    /** Returns whether it is partitioned or a partition. */
    public boolean isOfPartitions() {
        return partitionBy.isPresent() || partitionOf.isPresent();
    }

    /** Returns a copy that is, or is not, unlogged. */
    public TableOptions withUnlogged(boolean newUnlogged) {
        return new TableOptions(newUnlogged, partitionBy, partitionOf, partitionBound);
    }
}
