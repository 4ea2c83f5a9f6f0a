package dev.migratable.schema;

import java.util.List;
import java.util.Objects;

/**
 * The primary key of a table.
 *
 * @param name the constraint's name
 * @param columns the key's columns in key order, at least one
 * @param include columns stored in the index beside the key
 * @param deferrability when it is checked
 */
public record PrimaryKey(String name, List<String> columns, List<String> include, Deferrability deferrability) {

    /** Copies the columns and rejects an empty key. */
    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(deferrability, "deferrability");
        columns = List.copyOf(columns);
        include = List.copyOf(include);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("primary key " + name + " has no column");
        }
    }

    /** Returns a plain primary key. */
    public static PrimaryKey of(String name, List<String> columns) {
        return new PrimaryKey(name, columns, List.of(), Deferrability.NOT_DEFERRABLE);
    }
}
