package dev.migratable.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A table. Columns keep their order; everything else is sorted by name, so that equal tables are equal records.
 *
 * @param name its name
 * @param columns its columns in order
 * @param primaryKey its primary key
 * @param uniqueConstraints its unique constraints
 * @param foreignKeys the foreign keys from it
 * @param checkConstraints its check constraints; NOT NULL is a facet of the column, whatever the server stores
 * @param exclusionConstraints its exclusion constraints
 * @param indexes its indexes that belong to no constraint
 * @param comment its comment
 * @param options what makes it other than ordinary
 * @param settings what it was given beside what entities speak of; empty where the source knows nothing of such things
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        Optional<PrimaryKey> primaryKey,
        List<UniqueConstraint> uniqueConstraints,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checkConstraints,
        List<ExclusionConstraint> exclusionConstraints,
        List<Index> indexes,
        Optional<String> comment,
        TableOptions options,
        Optional<TableSettings> settings) {

    /** Copies and sorts the parts and rejects a column named twice. */
    public Table {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(primaryKey, "primaryKey");
        Objects.requireNonNull(comment, "comment");
        Objects.requireNonNull(options, "options");
        columns = List.copyOf(columns);
        uniqueConstraints = sorted(uniqueConstraints, Comparator.comparing(UniqueConstraint::name));
        foreignKeys = sorted(foreignKeys, Comparator.comparing(ForeignKey::name));
        checkConstraints = sorted(checkConstraints, Comparator.comparing(CheckConstraint::name));
        exclusionConstraints = sorted(exclusionConstraints, Comparator.comparing(ExclusionConstraint::name));
        indexes = sorted(indexes, Comparator.comparing(Index::name));
        if (settings.isPresent() && !settings.get().equals(TableSettings.NONE)) {
            Set<String> keys = new HashSet<>();
            primaryKey.ifPresent(k -> keys.add(k.name()));
            uniqueConstraints.forEach(u -> keys.add(u.name()));
            exclusionConstraints.forEach(e -> keys.add(e.name()));
            Set<String> constraints = new HashSet<>(keys);
            foreignKeys.forEach(f -> constraints.add(f.name()));
            checkConstraints.forEach(c -> constraints.add(c.name()));
            indexes.forEach(i -> keys.add(i.name()));
            settings = Optional.of(settings.get().of(keys, constraints));
        }
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(column.name())) {
                throw new IllegalArgumentException("table " + name + " has two columns named " + column.name());
            }
        }
    }

    /** Creates a table of whose settings nothing is known. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            Optional<PrimaryKey> primaryKey,
            List<UniqueConstraint> uniqueConstraints,
            List<ForeignKey> foreignKeys,
            List<CheckConstraint> checkConstraints,
            List<ExclusionConstraint> exclusionConstraints,
            List<Index> indexes,
            Optional<String> comment,
            TableOptions options) {
        this(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checkConstraints,
                exclusionConstraints,
                indexes,
                comment,
                options,
                Optional.empty());
    }

    private static <T> List<T> sorted(Collection<T> items, Comparator<T> order) {
        return items.stream().sorted(order).toList();
    }

    /** Returns an ordinary table with columns and, unless {@code primaryKey} is empty, a key; nothing else. */
    public static Table of(QualifiedName name, List<Column> columns, Optional<PrimaryKey> primaryKey) {
        return new Table(
                name,
                columns,
                primaryKey,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                TableOptions.ORDINARY);
    }

    /**
     * Returns whether it can be one from which generators of identifiers draw: names of generators and their values, and
     * nothing else. Several models may have such a table, and mean the same.
     */
    public boolean hasGeneratorValues() {
        return columns.size() == 2
                && columns.get(0)
                        .equals(Column.of(columns.get(0).name(), columns.get(0).type(), false))
                && columns.get(0).type().name().equals("character varying")
                && columns.get(1)
                        .equals(Column.of(columns.get(1).name(), columns.get(1).type(), true))
                && columns.get(1).type().name().equals("bigint")
                && primaryKey
                        .filter(key ->
                                key.columns().equals(List.of(columns.get(0).name())))
                        .isPresent()
                && equals(of(name, columns, primaryKey));
    }

    /** Finds a column by its raw name. */
    public Optional<Column> column(String columnName) {
        return columns.stream().filter(c -> c.name().equals(columnName)).findFirst();
    }

    /** Returns a copy with another name. */
    public Table withName(QualifiedName newName) {
        return copy(newName, columns, primaryKey, uniqueConstraints, foreignKeys, checkConstraints, indexes, comment);
    }

    /** Returns a copy with other columns. */
    public Table withColumns(List<Column> newColumns) {
        return copy(name, newColumns, primaryKey, uniqueConstraints, foreignKeys, checkConstraints, indexes, comment);
    }

    /** Returns a copy with another primary key. */
    public Table withPrimaryKey(Optional<PrimaryKey> newKey) {
        return copy(name, columns, newKey, uniqueConstraints, foreignKeys, checkConstraints, indexes, comment);
    }

    /** Returns a copy with other unique constraints. */
    public Table withUniqueConstraints(List<UniqueConstraint> newUniques) {
        return copy(name, columns, primaryKey, newUniques, foreignKeys, checkConstraints, indexes, comment);
    }

    /** Returns a copy with other foreign keys. */
    public Table withForeignKeys(List<ForeignKey> newKeys) {
        return copy(name, columns, primaryKey, uniqueConstraints, newKeys, checkConstraints, indexes, comment);
    }

    /** Returns a copy with other check constraints. */
    public Table withCheckConstraints(List<CheckConstraint> newChecks) {
        return copy(name, columns, primaryKey, uniqueConstraints, foreignKeys, newChecks, indexes, comment);
    }

    /** Returns a copy with other indexes. */
    public Table withIndexes(List<Index> newIndexes) {
        return copy(name, columns, primaryKey, uniqueConstraints, foreignKeys, checkConstraints, newIndexes, comment);
    }

    /** Returns a copy with another comment. */
    public Table withComment(Optional<String> newComment) {
        return copy(name, columns, primaryKey, uniqueConstraints, foreignKeys, checkConstraints, indexes, newComment);
    }

    /** Returns a copy with other options. */
    public Table withOptions(TableOptions newOptions) {
        return with(newOptions, settings);
    }

    /** Returns a copy with other settings. */
    public Table withSettings(Optional<TableSettings> newSettings) {
        return with(options, newSettings);
    }

    private Table with(TableOptions newOptions, Optional<TableSettings> newSettings) {
        return new Table(
                name,
                columns,
                primaryKey,
                uniqueConstraints,
                foreignKeys,
                checkConstraints,
                exclusionConstraints,
                indexes,
                comment,
                newOptions,
                newSettings);
    }

    private Table copy(
            QualifiedName newName,
            List<Column> newColumns,
            Optional<PrimaryKey> newPrimaryKey,
            List<UniqueConstraint> newUniques,
            List<ForeignKey> newForeignKeys,
            List<CheckConstraint> newChecks,
            List<Index> newIndexes,
            Optional<String> newComment) {
        return new Table(
                newName,
                newColumns,
                newPrimaryKey,
                newUniques,
                newForeignKeys,
                newChecks,
                exclusionConstraints,
                newIndexes,
                newComment,
                options,
                settings);
    }
}
