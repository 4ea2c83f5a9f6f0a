package dev.migratable.classify;

import dev.migratable.catalog.Dependent;
import dev.migratable.change.Change;
import dev.migratable.diff.Statistics;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a live database tells about the changes to it; {@link DataProbe} asks.
 *
 * @param failing by change, how many rows make its plain statement fail
 * @param losing by change, how many rows lose something
 * @param dependents what hangs on tables and is part of no model, under the names that the changes use
 * @param types what is behind the names of types, by name
 * @param statistics what ANALYZE found in columns that may have been renamed
 */
public record Evidence(
        Map<Change, RowCount> failing,
        Map<Change, RowCount> losing,
        List<Dependent> dependents,
        Map<String, NamedType> types,
        Statistics statistics) {

    /** No database was asked. */
    public static final Evidence NONE = new Evidence(Map.of(), Map.of(), List.of(), Map.of());

    /** Copies the collections. */
    public Evidence {
        failing = Map.copyOf(failing);
        losing = Map.copyOf(losing);
        dependents = List.copyOf(dependents);
        types = Map.copyOf(types);
        Objects.requireNonNull(statistics, "statistics");
    }

    /** Tells nothing of statistics. */
    public Evidence(
            Map<Change, RowCount> failing,
            Map<Change, RowCount> losing,
            List<Dependent> dependents,
            Map<String, NamedType> types) {
        this(failing, losing, dependents, types, Statistics.NONE);
    }

    /** Returns a copy that knows what ANALYZE found. */
    public Evidence withStatistics(Statistics found) {
        return new Evidence(failing, losing, dependents, types, found);
    }

    /**
     * Returns what the catalog alone tells.
     *
     * @param dependents under the names that the database knows
     * @param changes all changes, whose renames give the names that the changes use
     */
    public static Evidence ofDependents(List<Dependent> dependents, List<Change> changes) {
        return new Evidence(Map.of(), Map.of(), new OldNames(changes).rename(dependents), Map.of());
    }

    /**
     * Returns what holds of other databases with the same schema, too: that rows are not in the way here says nothing of
     * them.
     */
    public Evidence elsewhere() {
        return new Evidence(found(failing), found(losing), dependents, types, statistics);
    }

    /** Returns what the schema alone tells, without any count, which would be another one on the next day. */
    public Evidence withoutCounts() {
        return new Evidence(Map.of(), Map.of(), dependents, types);
    }

    private static Map<Change, RowCount> found(Map<Change, RowCount> counts) {
        return counts.entrySet().stream()
                .filter(e -> e.getValue().obstacle().isEmpty() && e.getValue().found() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns how many rows make a change's plain statement fail, empty where it was not asked. */
    public Optional<RowCount> failing(Change change) {
        return Optional.ofNullable(failing.get(Objects.requireNonNull(change, "change")));
    }

    /** Returns how many rows lose something, empty where it was not asked. */
    public Optional<RowCount> losing(Change change) {
        return Optional.ofNullable(losing.get(Objects.requireNonNull(change, "change")));
    }

    /** Returns what is behind a type, empty where the database does not know it or was not asked. */
    public Optional<NamedType> type(SqlType type) {
        return type.isArray() ? Optional.empty() : Optional.ofNullable(types.get(type.name()));
    }

    /** Returns what hangs on a table or any of its columns, sorted. */
    public List<Dependent> dependents(QualifiedName table) {
        return dependents(d -> d.table().equals(table));
    }

    /** Returns what hangs on a column, sorted. */
    public List<Dependent> dependents(QualifiedName table, String column) {
        return dependents(d -> d.table().equals(table) && d.column().equals(Optional.of(column)));
    }

    private List<Dependent> dependents(Predicate<Dependent> test) {
        return dependents.stream().filter(test).sorted().toList();
    }
}
