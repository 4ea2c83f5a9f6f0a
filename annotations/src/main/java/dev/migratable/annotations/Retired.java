package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that the model gave up columns (on their entity) or tables (on a package) on purpose. Without it, removing an
 * attribute or an entity is a compile error. The data is parked under another name first and purged only when asked.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * // was:
 * @Retired("legacy_code")
 * class Customer {
 *     @Id
 *     Long id;
 *     // was: String legacy_code;
 * }
 * }</pre>
 *
 * leads, in the contract phase, to
 *
 * <pre>{@code
 * ALTER TABLE public.customer RENAME COLUMN legacy_code TO legacy_code__parked_0001;
 * }</pre>
 *
 * Page: {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface Retired {

    /** The names: of columns on an entity; of tables, with their schema where it is not the default one, on a package. */
    String[] value();
}
