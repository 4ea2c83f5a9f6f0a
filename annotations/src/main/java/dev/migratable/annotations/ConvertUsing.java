package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says how the value of a column changes when its type does and PostgreSQL's own cast is not meant. An attribute has this
 * or {@link Backfill}, not both.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * class Product {
 *     @ConvertUsing(forward = "(price * 100)::bigint", backward = "price / 100.0")
 *     long price;
 * }
 * }</pre>
 *
 * fills the column of the new type with
 *
 * <pre>{@code
 * (price * 100)::bigint
 * }</pre>
 *
 * and keeps the old one up to date with the way back. Page: {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface ConvertUsing {

    /** An SQL expression that makes the new value of the row's old one. */
    String forward();

    /** An SQL expression that makes the old value of the new one; empty where there is none. */
    String backward() default "";
}
