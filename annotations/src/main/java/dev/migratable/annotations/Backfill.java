package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how existing rows get a value for a new or changed column. Rows that old versions insert during the transition get
 * it in the same way.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * class Customer {
 *     @Column(nullable = false)
 *     @Backfill("split_part(email, '@', 2)")
 *     String domain;
 * }
 * }</pre>
 *
 * leads to a nullable column, batches of
 *
 * <pre>{@code
 * UPDATE customer SET domain = split_part(email, '@', 2) WHERE domain IS NULL AND …;
 * }</pre>
 *
 * and NOT NULL, verified without a long lock, at the end. Page: {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface Backfill {

    /** An SQL expression over the columns of the same row. */
    String value();

    /**
     * The way back, where a column that the same edit retires is split, or several are merged: an SQL expression that
     * gives the retired column its value from the new ones, so that old versions see what new ones write. Where several
     * columns are retired, {@code column=expression} for each:
     *
     * <pre>{@code
     * @Retired({"first_name", "last_name"})
     * class Person {
     *     @Backfill(
     *             value = "first_name || ' ' || last_name",
     *             reverse = {"first_name=split_part(name, ' ', 1)", "last_name=split_part(name, ' ', 2)"})
     *     String name;
     * }
     * }</pre>
     */
    String[] reverse() default {};
}
