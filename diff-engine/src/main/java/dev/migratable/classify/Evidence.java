package dev.migratable.classify;

import dev.migratable.change.Change;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a live database tells about the changes to it; {@link DataProbe} asks.
 *
 * @param failing by change, how many rows make its plain statement fail
 * @param losing by change, how many rows lose something
 * @param views the views that use a column, by column, under the names that the changes use
 * @param tableViews the views that use a table, by table
 * @param types what is behind the names of types, by name
 */
public record Evidence(
        Map<Change, RowCount> failing,
        Map<Change, RowCount> losing,
        Map<ColumnName, List<String>> views,
        Map<QualifiedName, List<String>> tableViews,
        Map<String, NamedType> types) {

    /** No database was asked. */
    public static final Evidence NONE = new Evidence(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** Copies the maps. */
    public Evidence {
        failing = Map.copyOf(failing);
        losing = Map.copyOf(losing);
        views = Map.copyOf(views);
        tableViews = Map.copyOf(tableViews);
        types = Map.copyOf(types);
    }

    /** Returns how many rows make the change fail, empty where it was not asked. */
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

    /** Returns the names of the views that use a column, sorted. */
    public List<String> viewsOf(QualifiedName table, String column) {
        return views.getOrDefault(new ColumnName(table, column), List.of());
    }

    /** Returns the names of the views that use a table or any of its columns, sorted. */
    public List<String> viewsOf(QualifiedName table) {
        TreeSet<String> names = new TreeSet<>(tableViews.getOrDefault(table, List.of()));
        views.forEach((column, users) -> {
            if (column.table().equals(table)) {
                names.addAll(users);
            }
        });
        return List.copyOf(names);
    }
}
