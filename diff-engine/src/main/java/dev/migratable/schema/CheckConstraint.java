package dev.migratable.schema;

import java.util.Objects;

/**
 * A check constraint.
 *
 * @param name the constraint's name
 * @param expression the condition, without the word CHECK and without outer parentheses where they are not needed
 * @param validated false while it is {@code NOT VALID}
 */
public record CheckConstraint(String name, String expression, boolean validated) {

    /** Rejects nulls. */
    public CheckConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expression, "expression");
    }
}
