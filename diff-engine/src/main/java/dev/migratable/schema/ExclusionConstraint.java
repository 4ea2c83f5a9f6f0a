package dev.migratable.schema;

import java.util.Objects;

/**
 * An exclusion constraint, kept as the server prints it; it is compared but not planned.
 *
 * @param name the constraint's name
 * @param definition the text of {@code pg_get_constraintdef}
 */
public record ExclusionConstraint(String name, String definition) {

    /** Rejects nulls. */
    public ExclusionConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(definition, "definition");
    }
}
