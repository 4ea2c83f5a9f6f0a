package dev.migratable.classify;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * A declaration that has no effect.
 *
 * @param table the table it is about, under its present name
 * @param column the column it is about; empty where it is the table
 * @param finding what is wrong with it
 */
public record StaleDeclaration(QualifiedName table, Optional<String> column, Finding finding) {

    /** Rejects nulls. */
    public StaleDeclaration {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(finding, "finding");
    }
}
