package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the value of a column changes when it gets another name, and with it another type or meaning. Both expressions
 * read the one column on the other side. An attribute has this or {@link Backfill}, not both.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * class Product {
 *     @Id
 *     Long id;
 *
 *     // was: @Column(nullable = false, precision = 12, scale = 2) BigDecimal price;
 *     @RenamedFrom("price")
 *     @ConvertUsing(forward = "(price * 100)::bigint", backward = "price_cents / 100.0")
 *     @Column(name = "price_cents", nullable = false)
 *     long priceCents;
 * }
 * }</pre>
 *
 * fills the column of the new name with
 *
 * <pre>{@code
 * (price * 100)::bigint
 * }</pre>
 *
 * and keeps the old one up to date with the way back. May be left out where the server's own cast loses nothing. Page:
 * {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ConvertUsing {

    /** An SQL expression that makes the new value of the row's old one. */
    String forward();

    /** An SQL expression that makes the old value of the new one; nothing is planned without it. */
    String backward() default "";
}
