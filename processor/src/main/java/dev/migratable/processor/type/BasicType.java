package dev.migratable.processor.type;

import dev.migratable.schema.SqlType;
import java.util.Optional;

/**
 * A basic value as Hibernate maps it: the type's code, and the numbers that come from the Java type where the mapping names
 * none.
 *
 * @param code the type's code, that of the elements where it is an array
 * @param length the default length
 * @param precision the default precision
 * @param scale the default scale
 * @param temporal whether the Java type is a date or time, whose digits {@code secondPrecision} says and nothing else
 * @param array whether it is an array of such values
 */
public record BasicType(SqlTypeCode code, int length, int precision, int scale, boolean temporal, boolean array) {

    static final int DEFAULT_LENGTH = 255;
    static final int DEFAULT_PRECISION = 19;
    static final int DEFAULT_SCALE = 2;

    /** The digits of a {@code Duration} as a number of nanoseconds, by which it is known, and those of its seconds. */
    static final int DURATION_DIGITS = 21;

    private static final int INTERVAL_SCALE = 6;

    /** Hibernate's default length of its long texts. */
    private static final int LONG_LENGTH = 32_600;

    /** The decimal digits that Hibernate assumes of a {@code double} and a {@code float}, and the binary ones. */
    private static final int DOUBLE_DIGITS = 17;

    private static final int DOUBLE_BITS = 53;
    private static final int FLOAT_DIGITS = 8;
    private static final int FLOAT_BITS = 24;

    /** Returns what Hibernate assumes of a Java type it knows nothing about. */
    static BasicType of(SqlTypeCode code) {
        return new BasicType(code, DEFAULT_LENGTH, DEFAULT_PRECISION, DEFAULT_SCALE, false, false);
    }

    static BasicType ofText(int length) {
        return of(SqlTypeCode.VARCHAR).withLength(length);
    }

    static BasicType ofNumber(SqlTypeCode code, int length, int digits, int scale) {
        return new BasicType(code, length, digits, scale, false, false);
    }

    static BasicType ofTime(SqlTypeCode code, int digits) {
        return new BasicType(code, DEFAULT_LENGTH, digits, DEFAULT_SCALE, true, false);
    }

    BasicType withLength(int newLength) {
        return new BasicType(code, newLength, precision, scale, temporal, array);
    }

    BasicType withCode(SqlTypeCode newCode) {
        boolean isInterval = newCode == SqlTypeCode.INTERVAL_SECOND && precision == DURATION_DIGITS;
        return new BasicType(newCode, length, precision, isInterval ? INTERVAL_SCALE : scale, temporal, array);
    }

    /** Returns a copy that heeds the digits of seconds and nothing else, or does not. */
    public BasicType withTemporal(boolean newTemporal) {
        return new BasicType(code, length, precision, scale, newTemporal, array);
    }

    BasicType asArray() {
        return new BasicType(code, length, precision, scale, temporal, true);
    }

    /** Returns the SQL type; empty where Hibernate or PostgreSQL knows none of that size. */
    public Optional<SqlType> sql(Facets facets) {
        if (heeds(facets) && facets.scale() != 0 && (code.isFloating() || code.isTimed())) {
            return Optional.empty(); // "scale has no meaning", Hibernate says, and fails
        }
        return code.sql(size(facets)).map(type -> array ? new SqlType(type.name(), type.modifiers(), 1) : type);
    }

    /** Returns what the mapping makes of it. */
    public Optional<BasicType> with(Facets facets) {
        BasicType large = BasicTypes.large(this, facets);
        return Optional.of(facets.code()
                .filter(c -> !c.isConstructor())
                .map(this::withCode)
                .orElse(large));
    }

    /** A date or time heeds the digits of seconds instead; but Hibernate forgets that of the elements of an array. */
    private boolean heeds(Facets facets) {
        return (!temporal || array) && facets.precision().isPresent();
    }

    private SqlTypeCode.Size size(Facets facets) {
        boolean plain = !temporal || array;
        int standard = code.isLongText() ? LONG_LENGTH : length;
        int newLength = plain ? facets.length().orElse(standard) : standard;
        if (!heeds(facets)) {
            int digits = plain ? precision() : facets.secondPrecision().orElse(precision);
            return new SqlTypeCode.Size(newLength, bits(digits), scale);
        }
        int given = facets.precision().getAsInt();
        // decimal to binary digits as Hibernate converts them
        int digits = code.isFloating() ? (int) Math.ceil(given / Math.log10(2)) : given;
        return new SqlTypeCode.Size(newLength, digits, facets.scale());
    }

    private int bits(int digits) {
        if (!code.isFloating()) {
            return digits;
        }
        return digits == DOUBLE_DIGITS ? DOUBLE_BITS : digits == FLOAT_DIGITS ? FLOAT_BITS : digits;
    }
}
