package dev.migratable.schema;

import java.util.Objects;

/**
 * Makes a column a generated column.
 *
 * @param expression the SQL expression
 * @param stored {@code STORED} where true, {@code VIRTUAL} (PostgreSQL 18) otherwise
 */
public record Generated(String expression, boolean stored) {

    /** Rejects null. */
    public Generated {
        Objects.requireNonNull(expression, "expression");
    }
}
