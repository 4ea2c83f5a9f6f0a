package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Adds an index that {@code jakarta.persistence.Index} cannot say: another access method, partial, covering, on an
 * expression.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * // was:
 * @PostgresIndex(name = "customer_open_idx", columns = "createdat", where = "closedat IS NULL", include = "email")
 * @PostgresIndex(name = "customer_lower_email_idx", expressions = "lower(email)", unique = true)
 * class Customer {
 *     @Id
 *     Long id;
 *
 *     String email;
 *     Instant createdAt;
 *     Instant closedAt;
 * }
 * }</pre>
 *
 * leads to
 *
 * <pre>{@code
 * CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_open_idx ON public.customer (createdat) INCLUDE (email) WHERE (closedat IS NULL);
 * CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS customer_lower_email_idx ON public.customer ((lower(email)));
 * }</pre>
 *
 * Page: {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(PostgresIndex.List.class)
public @interface PostgresIndex {

    /** The index's name; empty for one made of the table and its keys. */
    String name() default "";

    /** The attributes or columns of the key, in order; each may be followed by {@code ASC} or {@code DESC}. */
    String[] columns() default {};

    /** SQL expressions of the key; they come after {@link #columns}. */
    String[] expressions() default {};

    /** The access method: {@code btree}, {@code hash}, {@code gin}, {@code gist}, {@code spgist}, {@code brin}. */
    String using() default "btree";

    /** The condition of a partial index, an SQL expression; empty for a full one. */
    String where() default "";

    /** Attributes or columns stored beside the key. */
    String[] include() default {};

    /** Whether no two rows may have the same key. */
    boolean unique() default false;

    /** The operator class of every key part; empty for the default of its type. */
    String opclass() default "";

    /** Holds several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {

        /** The annotations. */
        PostgresIndex[] value();
    }
}
