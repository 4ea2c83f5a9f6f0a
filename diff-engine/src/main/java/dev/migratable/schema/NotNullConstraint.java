package dev.migratable.schema;

import java.util.Objects;

/**
 * A NOT NULL constraint of a column (PostgreSQL 18) that says more than that the column is NOT NULL: it was given a name,
 * or is NOT VALID.
 *
 * @param name its name
 * @param validated false while it is {@code NOT VALID}: rows that are there may hold NULL, new ones may not
 */
public record NotNullConstraint(String name, boolean validated) {

    /** Rejects nulls. */
    public NotNullConstraint {
        Objects.requireNonNull(name, "name");
    }
}
