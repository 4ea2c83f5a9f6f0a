package dev.migratable.normalize;

import dev.migratable.schema.Schema;

/** Decides how the expressions of two schemas are compared. */
@FunctionalInterface
public interface Canonicalizer {

    /** Works without a database. */
    Canonicalizer OFFLINE = (current, desired) -> ExpressionForms.OFFLINE;

    /**
     * Returns the forms for one comparison.
     *
     * @param current the schema as it is, under the names it is to have
     * @param desired the schema to be
     */
    ExpressionForms forms(Schema current, Schema desired);
}
