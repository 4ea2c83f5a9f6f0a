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
 * class AuditLine {
 *     @Column(length = 100)
 *     @AcceptRisk(rule = "MIG201", reason = "longest value is 40 characters, checked 2026-10-01")
 *     String actor;
 * }
 * }</pre>
 *
 * lets the narrowing pass without the rule's warning; the statement stays what it is:
 *
 * <pre>{@code
 * ALTER TABLE auditline ALTER COLUMN actor TYPE character varying(100);
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
