package dev.migratable.schema;

import java.util.List;
import java.util.Objects;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referencing columns
 * @param referencedTable the table referenced
 * @param referencedColumns the columns referenced, as many as {@code columns}
 * @param onDelete what happens when the referenced row goes
 * @param onUpdate what happens when the referenced key changes
 * @param matchFull {@code MATCH FULL} where true
 * @param deferrability when it is checked
 * @param validated false while it is {@code NOT VALID}
 */
public record ForeignKey(
        String name,
        List<String> columns,
        QualifiedName referencedTable,
        List<String> referencedColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        boolean matchFull,
        Deferrability deferrability,
        boolean validated) {

    /** Copies the columns and rejects sides of different length. */
    public ForeignKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(referencedTable, "referencedTable");
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(deferrability, "deferrability");
        columns = List.copyOf(columns);
        referencedColumns = List.copyOf(referencedColumns);
        if (columns.isEmpty() || columns.size() != referencedColumns.size()) {
            throw new IllegalArgumentException(
                    "foreign key " + name + " has columns " + columns + " for " + referencedColumns);
        }
    }

    /** Returns a valid foreign key without actions. */
    public static ForeignKey of(
            String name, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        return new ForeignKey(
                name,
                columns,
                referencedTable,
                referencedColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                false,
                Deferrability.NOT_DEFERRABLE,
                true);
    }
}
