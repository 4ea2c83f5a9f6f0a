package dev.migratable.schema;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a column together with its table.
 *
 * @param table the table
 * @param column the column's raw name
 */
public record ColumnName(QualifiedName table, String column) implements Comparable<ColumnName> {

    /** Rejects nulls and an empty column. */
    public ColumnName {
        Objects.requireNonNull(table, "table");
        if (column.isEmpty()) {
            throw new IllegalArgumentException("a column of " + table + " has an empty name");
        }
    }

    /** Returns {@code table.column} for people, without the schema {@code public}. */
    public String display() {
        return table.display() + "." + column;
    }

    @Override
    public int compareTo(ColumnName other) {
        int byTable = table.compareTo(other.table);
        return byTable == 0 ? column.compareTo(other.column) : byTable;
    }

    /** Written out as in {@link QualifiedName}. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ColumnName that && column.equals(that.column) && table.equals(that.table);
    }

    @Override
    public int hashCode() {
        return 31 * table.hashCode() + column.hashCode();
    }
}
