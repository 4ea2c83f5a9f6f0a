package dev.migratable.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * One key part of an index.
 *
 * @param text a column's raw name, or an SQL expression
 * @param expression whether {@code text} is an expression
 * @param descending {@code DESC}
 * @param nullsFirst {@code NULLS FIRST}; PostgreSQL's default is last for ascending, first for descending keys
 * @param operatorClass the operator class where it is not the type's default, schema-qualified outside pg_catalog
 * @param collation the collation where it is not the column's own
 */
public record IndexKey(
        String text,
        boolean expression,
        boolean descending,
        boolean nullsFirst,
        Optional<String> operatorClass,
        Optional<String> collation) {

    /** Rejects nulls. */
    public IndexKey {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(operatorClass, "operatorClass");
        Objects.requireNonNull(collation, "collation");
    }

    /** Returns an ascending key on a column. */
    public static IndexKey column(String name) {
        return new IndexKey(name, false, false, false, Optional.empty(), Optional.empty());
    }

    /** Returns a copy on another column or expression. */
    public IndexKey withText(String newText) {
        return new IndexKey(newText, expression, descending, nullsFirst, operatorClass, collation);
    }
}
