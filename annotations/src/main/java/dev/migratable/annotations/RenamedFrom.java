package dev.migratable.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what a column or a table used to be called, so that an edit is a rename and not a loss of data. Renames are never
 * guessed.
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * class Customer {
 *     @Id
 *     Long id;
 *
 *     // was: String email;
 *     @RenamedFrom("email")
 *     String emailAddress;
 * }
 * }</pre>
 *
 * becomes a rename by dual write: {@code emailAddress} is added, kept equal to {@code email} by a trigger, backfilled and
 * verified while old versions run, and {@code email} is parked once none of them is left:
 *
 * <pre>{@code
 * ALTER TABLE public.customer ADD COLUMN IF NOT EXISTS emailaddress character varying(255);
 * }</pre>
 *
 * On a collection it says what the collection's table was called, or, after {@code column=}, one of its columns:
 *
 * <pre>{@code
 * @Entity
 * @Migratable
 * class Customer {
 *     @Id
 *     Long id;
 *
 *     // was: @ElementCollection List<String> phones;
 *     @ElementCollection
 *     @CollectionTable(name = "phones")
 *     @RenamedFrom("customer_phones")
 *     List<String> phones;
 * }
 * }</pre>
 *
 * leads to a rename that leaves a view under the former name until no old version is left:
 *
 * <pre>{@code
 * ALTER TABLE public.customer_phones RENAME TO phones;
 * }</pre>
 *
 * Page: {@code docs/annotations.md}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface RenamedFrom {

    /**
     * The former names, several where it was renamed more than once and not every database has seen each step: on an
     * attribute the former columns or attributes of the same table, on an entity the former tables or entities. On an
     * embedded attribute whose columns are named by {@code @AttributeOverride}, each is {@code path=old}, such as
     * {@code @RenamedFrom("street=home_street")}. On a collection with a table of its own each is a former table, or
     * {@code column=old}; on a {@code @OneToMany} with {@code @JoinColumn} a former join column.
     */
    String[] value();

    /** How a renamed column keeps its former name while old versions run; renamed tables always leave a view. */
    RenameStrategy strategy() default RenameStrategy.DUAL_WRITE;
}
