package dev.migratable.schema;

import java.util.Comparator;
import java.util.Objects;

/**
 * Names a column together with its table.
 *
 * @param table the table
 * @param column the column's raw name
 */
public record ColumnName(QualifiedName table, String column) implements Comparable<ColumnName> {

    private static final Comparator<ColumnName> ORDER =
            Comparator.comparing(ColumnName::table).thenComparing(ColumnName::column);

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
        return ORDER.compare(this, other);
    }
}
