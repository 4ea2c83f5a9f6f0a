package dev.migratable.runtime.plan;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;

/**
 * Something that no row of a table may be.
 *
 * @param table the table
 * @param violation SQL condition over the table's columns that is true for a violating row
 * @param meaning what a violating row means, for people: {@code email_address differs from email}
 */
public record Verification(QualifiedName table, String violation, String meaning) {

    /** Rejects nulls. */
    public Verification {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(violation, "violation");
        Objects.requireNonNull(meaning, "meaning");
    }
}
