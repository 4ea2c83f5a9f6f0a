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
 *     @Id
 *     Long id;
 *
 *     String email;
 *
 *     // was:
 *     @Column(nullable = false)
 *     @Backfill("split_part(email, '@', 2)")
 *     String domain;
 * }
 * }</pre>
 *
 * leads to a nullable column and a trigger that fills it for rows of old versions, to batches for the rows that are there, and
 * to NOT NULL, verified without a long lock, at the end:
 *
 * <pre>{@code
 * ALTER TABLE public.customer ADD COLUMN IF NOT EXISTS domain character varying(255);
 * NEW.domain := (SELECT (split_part(email, '@', 2)) FROM (SELECT NEW.*) AS customer);
 * ALTER TABLE public.customer ALTER COLUMN domain SET NOT NULL;
 * }</pre>
 *
 * Page: {@code docs/annotations.md}.
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
     * @Entity
     * @Migratable
     * // was:
     * @Retired({"first_name", "last_name"})
     * class Person {
     *     @Id
     *     Long id;
     *
     *     // was: String first_name, last_name;
     *     @Backfill(
     *             value = "first_name || ' ' || last_name",
     *             reverse = {"first_name=split_part(name, ' ', 1)", "last_name=split_part(name, ' ', 2)"})
     *     String name;
     * }
     * }</pre>
     *
     * leads to triggers by which each side follows the other:
     *
     * <pre>{@code
     * NEW.first_name := (SELECT (split_part(name, ' ', 1)) FROM (SELECT NEW.name AS name) AS person);
     * NEW.name := (SELECT (first_name || ' ' || last_name) FROM (SELECT NEW.first_name AS first_name, NEW.last_name AS last_name) AS person);
     * }</pre>
     */
    String[] reverse() default {};
}
