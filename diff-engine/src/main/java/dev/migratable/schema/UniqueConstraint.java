package dev.migratable.schema;

import java.util.List;
import java.util.Objects;

/**
 * A unique constraint.
 *
 * @param name the constraint's name
 * @param columns its columns in index order, at least one
 * @param include columns stored in the index beside the key
 * @param nullsNotDistinct whether two NULLs collide (PostgreSQL 15)
 * @param deferrability when it is checked
 */
public record UniqueConstraint(
        String name,
        List<String> columns,
        List<String> include,
        boolean nullsNotDistinct,
        Deferrability deferrability) {

    /** Copies the columns and rejects an empty constraint. */
    public UniqueConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deferrability, "deferrability");
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("unique constraint " + name + " has no column");
        }
    }

    /** Returns a plain unique constraint. */
    public static UniqueConstraint of(String name, List<String> columns) {
        return new UniqueConstraint(name, columns, List.of(), false, Deferrability.NOT_DEFERRABLE);
    }
}
