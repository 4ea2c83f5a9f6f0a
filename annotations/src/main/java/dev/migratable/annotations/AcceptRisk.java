package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Silences one rule at one place; the reason goes into the changelog and the report. On an attribute it covers findings on
 * that attribute's column, on an entity those on the table itself.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * class Customer {
 *     @Id
 *     Long id;
 *
 *     // was: String email;
 *     @Column(unique = true)
 *     @AcceptRisk(rule = "MIG203", reason = "no two are alike, checked on 2026-10-01")
 *     String email;
 * }
 * }</pre>
 *
 * lets the change pass without the rule's warning; the statements stay what they are:
 *
 * <pre>{@code
 * CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS customer_email_key ON public.customer (email);
 * }</pre>
 *
 * Page: {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
@Repeatable(AcceptRisk.List.class)
public @interface AcceptRisk {

    /** The rule's id, {@code MIG} and three digits. */
    String rule();

    /** Why the risk is acceptable, in words for the reviewer; not empty. */
    String reason();

    /** Holds several of them. */
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
    @interface List {

        /** The annotations. */
        AcceptRisk[] value();
    }
}
