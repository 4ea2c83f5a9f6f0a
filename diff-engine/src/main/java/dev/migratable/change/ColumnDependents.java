package dev.migratable.change;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What in a table depends on one of its columns.
 *
 * @param primaryKey the primary key where it contains the column
 * @param uniqueConstraints the unique constraints that contain it
 * @param foreignKeys the foreign keys from it
 * @param checkConstraints the checks that mention it
 * @param indexes the indexes that contain it or mention it in an expression or predicate
 * @param generatedColumns the generated columns whose expression mentions it
 */
public record ColumnDependents(
        Optional<PrimaryKey> primaryKey,
        List<UniqueConstraint> uniqueConstraints,
        List<ForeignKey> foreignKeys,
        List<CheckConstraint> checkConstraints,
        List<Index> indexes,
        List<Column> generatedColumns) {

    /** Copies the lists. */
    public ColumnDependents {
        Objects.requireNonNull(primaryKey, "primaryKey");
        uniqueConstraints = List.copyOf(uniqueConstraints);
        foreignKeys = List.copyOf(foreignKeys);
        checkConstraints = List.copyOf(checkConstraints);
        indexes = List.copyOf(indexes);
        generatedColumns = List.copyOf(generatedColumns);
    }

    /** Finds what depends on a column. */
    public static ColumnDependents of(Table table, String column) {
        return new ColumnDependents(
                table.primaryKey()
                        .filter(k -> k.columns().contains(column) || k.include().contains(column)),
                table.uniqueConstraints().stream()
                        .filter(u -> u.columns().contains(column) || u.include().contains(column))
                        .toList(),
                table.foreignKeys().stream()
                        .filter(f -> f.columns().contains(column))
                        .toList(),
                table.checkConstraints().stream()
                        .filter(c -> SqlTokens.mentions(c.expression(), column))
                        .toList(),
                table.indexes().stream().filter(i -> dependsOn(i, column)).toList(),
                table.columns().stream()
                        .filter(c -> c.generated()
                                .filter(g -> SqlTokens.mentions(g.expression(), column))
                                .isPresent())
                        .toList());
    }

    private static boolean dependsOn(Index index, String column) {
        return containsKey(index, column) || index.include().contains(column) || mentions(index, column);
    }

    /** Returns whether a column is itself a key part of an index. */
    public static boolean containsKey(Index index, String column) {
        return index.keys().stream().anyMatch(k -> !k.expression() && k.text().equals(column));
    }

    /** Returns whether an expression or the predicate of an index mentions a column. */
    public static boolean mentions(Index index, String column) {
        return index.keys().stream().anyMatch(k -> k.expression() && SqlTokens.mentions(k.text(), column))
                || index.predicate().filter(p -> SqlTokens.mentions(p, column)).isPresent();
    }
}
