package dev.migratable.runtime.plan;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Objects;

/**
 * What a backfill writes, one pass over one table.
 *
 * @param table the table
 * @param key the columns that order the pass: a primary key, or a unique key without NULLs; empty where the table has
 *     neither, and its rows are gone through by where they lie
 * @param assignments what is filled from what, at least one
 */
public record BackfillSpec(QualifiedName table, List<KeyColumn> key, List<Assignment> assignments) {

    /** Copies the lists and rejects nothing to do. */
    public BackfillSpec {
        Objects.requireNonNull(table, "table");
        key = List.copyOf(key);
        assignments = List.copyOf(assignments);
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("backfill of " + table + " has no work");
        }
    }

    /** Returns whether rows are gone through by where they lie, which is to be checked by a look at all of them. */
    public boolean byPlace() {
        return key.isEmpty();
    }

    /**
     * A column of the key.
     *
     * @param name raw name
     * @param type its type, to which a stored watermark is cast back
     */
    public record KeyColumn(String name, SqlType type) {}

    /**
     * One column that is filled.
     *
     * @param column the raw name of the column written
     * @param expression SQL expression over the row's columns
     * @param mode which rows are written
     */
    public record Assignment(String column, String expression, Mode mode) {}

    /** Which rows an assignment writes. */
    public enum Mode {
        /** Rows whose column is distinct from the expression: the column follows another one. */
        FOLLOW,
        /**
         * As FOLLOW, but compared byte by byte, for types in which equal values need not be the same; the expression has
         * the column's own type.
         */
        FOLLOW_IMAGE,
        /** Rows whose column is NULL: existing values stay. */
        FILL
    }
}
