package dev.migratable.classify;

import dev.migratable.schema.SqlType;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code ALTER COLUMN … TYPE} without USING does to one pair of types; measured on PostgreSQL 15 and 18.
 *
 * @param rewrites whether every row is written again
 * @param rebuildsIndexes whether, without a rewrite, the indexes whose key is the column are built anew; those that
 *     mention it in an expression or predicate always are
 * @param needsConversion whether the server refuses it without USING, for want of an assignment cast
 * @param mayFail whether a value of the old type can be refused by the new one
 * @param loss what is lost of a value without an error, in a few words; empty where nothing is
 * @param reading how versions that map the old type get along with the new one
 */
public record TypeTransition(
        boolean rewrites,
        boolean rebuildsIndexes,
        boolean needsConversion,
        boolean mayFail,
        Optional<String> loss,
        Reading reading) {

    /** How application versions that map the old type get along with the new one. */
    public enum Reading {
        /** They read and write as before. */
        UNCHANGED,
        /** They read values that exist already; values that only the new type holds make them fail. */
        WIDENED,
        /** They read as before; what they write may be refused or cut. */
        NARROWED,
        /** They can neither rely on reading nor on writing. */
        BROKEN
    }

    /** Rejects nulls. */
    public TypeTransition {
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(reading, "reading");
    }

    /**
     * Judges a pair of types.
     *
     * @param fixedUtc whether the session's TimeZone has a fixed offset of zero, which spares a rewrite between
     *     {@code timestamp} and {@code timestamptz} of full precision
     */
    public static TypeTransition between(SqlType from, SqlType to, boolean fixedUtc) {
        StorageEffect storage = StorageEffect.of(from, to, fixedUtc);
        boolean convertible = TypeCasts.isAssignable(from, to);
        ValueEffect values = ValueEffect.of(from, to, fixedUtc);
        return new TypeTransition(
                storage == StorageEffect.REWRITE,
                storage == StorageEffect.REBUILD_INDEXES,
                !convertible,
                values.mayFail() || !convertible,
                values.loss(),
                values.reading());
    }

    /** Returns the same into a domain that has a constraint, for which every row is written again. */
    TypeTransition checkingValues() {
        return new TypeTransition(true, rebuildsIndexes, needsConversion, true, loss, reading);
    }
}
