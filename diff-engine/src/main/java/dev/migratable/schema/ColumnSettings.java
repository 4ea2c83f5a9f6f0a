package dev.migratable.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a column's values are stored and what the planner is told of them, where that is not as {@code CREATE} makes it.
 *
 * @param storage {@code plain}, {@code external}, {@code main} or {@code extended}; empty where it is the type's own
 * @param compression {@code pglz} or {@code lz4} (PostgreSQL 14); empty where the server's default decides
 * @param statisticsTarget how much ANALYZE keeps; empty where the server's default decides
 * @param options what the planner is told in place of what ANALYZE finds ({@code n_distinct}), sorted
 * @param notNull its NOT NULL constraint where that was given a name, or is NOT VALID, in which case the column counts as
 *     nullable (PostgreSQL 18); a name alone is no difference
 */
public record ColumnSettings(
        Optional<String> storage,
        Optional<String> compression,
        Optional<Integer> statisticsTarget,
        Map<String, String> options,
        Optional<NotNullConstraint> notNull) {

    /** As {@code CREATE} makes it. */
    public static final ColumnSettings NONE =
            new ColumnSettings(Optional.empty(), Optional.empty(), Optional.empty(), Map.of());

    /** Sorts the options. */
    public ColumnSettings {
        Objects.requireNonNull(storage, "storage");
        Objects.requireNonNull(compression, "compression");
        Objects.requireNonNull(statisticsTarget, "statisticsTarget");
        Objects.requireNonNull(notNull, "notNull");
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** Creates settings of a column of whose NOT NULL constraint there is nothing to say. */
    public ColumnSettings(
            Optional<String> storage,
            Optional<String> compression,
            Optional<Integer> statisticsTarget,
            Map<String, String> options) {
        this(storage, compression, statisticsTarget, options, Optional.empty());
    }

    /** Returns what is left after {@code ALTER COLUMN TYPE}, which stores the values as is usual for the type again. */
    public ColumnSettings afterTypeChange() {
        return storage.isEmpty() && compression.isEmpty()
                ? this
                : new ColumnSettings(Optional.empty(), Optional.empty(), statisticsTarget, options, notNull);
    }

    /** Returns a copy with another storage. */
    public ColumnSettings withStorage(Optional<String> newStorage) {
        return new ColumnSettings(newStorage, compression, statisticsTarget, options, notNull);
    }

    /** Returns a copy with another compression. */
    public ColumnSettings withCompression(Optional<String> newCompression) {
        return new ColumnSettings(storage, newCompression, statisticsTarget, options, notNull);
    }

    /** Returns a copy with another statistics target. */
    public ColumnSettings withStatisticsTarget(Optional<Integer> newTarget) {
        return new ColumnSettings(storage, compression, newTarget, options, notNull);
    }

    /** Returns a copy with other options. */
    public ColumnSettings withOptions(Map<String, String> newOptions) {
        return new ColumnSettings(storage, compression, statisticsTarget, newOptions, notNull);
    }

    /** Returns the name of a NOT NULL constraint that is NOT VALID; empty where there is none. */
    public Optional<String> unproven() {
        return notNull.filter(constraint -> !constraint.validated()).map(NotNullConstraint::name);
    }

    /** Returns a copy with another NOT NULL constraint to speak of, or none. */
    public ColumnSettings withNotNull(Optional<NotNullConstraint> newNotNull) {
        return notNull.equals(newNotNull)
                ? this
                : new ColumnSettings(storage, compression, statisticsTarget, options, newNotNull);
    }
}
