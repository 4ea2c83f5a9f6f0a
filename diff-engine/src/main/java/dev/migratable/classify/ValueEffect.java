package dev.migratable.classify;

import dev.migratable.classify.TypeTransition.Reading;
import dev.migratable.diff.TypeFamily;
import dev.migratable.normalize.TypeNormalizer;
import dev.migratable.schema.SqlType;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a type change does to values.
 *
 * @param mayFail whether a value of the old type can be refused by the new one
 * @param loss what is lost of a value without an error, in a few words
 * @param reading how versions that map the old type get along with the new one
 */
record ValueEffect(boolean mayFail, Optional<String> loss, Reading reading) {

    private static final ValueEffect HARMLESS = new ValueEffect(false, Optional.empty(), Reading.UNCHANGED);

    /** Decimal digits before the point that a value of the type can need; money has two more behind it. */
    private static final Map<String, Integer> INTEGER_DIGITS =
            Map.of("smallint", 5, "integer", 10, "bigint", 19, "oid", 10, "money", 17);

    /** Decimal digits before the point that always fit; an integer and an oid hold each other's bits. */
    private static final Map<String, Integer> INTEGER_CAPACITY =
            Map.of("smallint", 4, "integer", 9, "bigint", 18, "oid", 10, "money", 16);

    /** Decimal digits that each floating type keeps exactly, whatever the value: {@code FLT_DIG}, {@code DBL_DIG}. */
    private static final Map<String, Integer> FLOAT_DIGITS = Map.of("real", 6, "double precision", 15);

    /** The characters that the output of a type can need. */
    private static final Map<String, Integer> OUTPUT_LENGTH =
            Map.of("smallint", 6, "integer", 11, "bigint", 20, "boolean", 5, "uuid", 36);

    private static final int FULL_PRECISION = 6;

    static ValueEffect of(SqlType from, SqlType to, boolean fixedUtc) {
        SqlType old = TypeNormalizer.normalize(from);
        SqlType young = TypeNormalizer.normalize(to);
        if (old.equals(young)) {
            return HARMLESS;
        }
        TypeFamily family = TypeFamily.of(old);
        if (old.isArray() != young.isArray() || family != TypeFamily.of(young)) {
            return across(old, young);
        }
        return switch (family) {
            case TEXT -> text(old, young);
            case NUMBER -> number(old, young);
            case TIME -> time(old, young, fixedUtc);
            case BIT -> bit(old, young);
            case JSON -> new ValueEffect(young.name().equals("jsonb"), Optional.empty(), Reading.BROKEN);
            case NETWORK -> network(young);
            default -> other(old, young);
        };
    }

    private static ValueEffect failing(Reading reading) {
        return new ValueEffect(true, Optional.empty(), reading);
    }

    private static ValueEffect losing(String loss, boolean mayFail, Reading reading) {
        return new ValueEffect(mayFail, Optional.of(loss), reading);
    }

    private static ValueEffect across(SqlType from, SqlType to) {
        if (TypeFamily.of(to) != TypeFamily.TEXT || to.isArray()) {
            return new ValueEffect(true, Optional.empty(), Reading.BROKEN);
        }
        boolean fits = to.modifier(0).isEmpty()
                || !from.isArray()
                        && OUTPUT_LENGTH.getOrDefault(from.name(), Integer.MAX_VALUE)
                                <= to.modifier(0).getAsInt();
        return new ValueEffect(!fits, Optional.empty(), Reading.BROKEN);
    }

    private static ValueEffect text(SqlType from, SqlType to) {
        OptionalInt limit = to.name().equals("name") ? OptionalInt.empty() : to.modifier(0);
        boolean shorter =
                limit.isPresent() && limit.getAsInt() < from.modifier(0).orElse(Integer.MAX_VALUE);
        if (to.name().equals("name")) {
            return losing("what is beyond 63 bytes", false, Reading.NARROWED);
        }
        boolean padded = isPadded(from) != isPadded(to) && !to.name().equals("bpchar");
        boolean caseless = StorageEffect.isCitext(from.name()) != StorageEffect.isCitext(to.name());
        Reading reading = padded || caseless ? Reading.BROKEN : shorter ? Reading.NARROWED : Reading.UNCHANGED;
        return new ValueEffect(shorter, Optional.empty(), reading);
    }

    private static boolean isPadded(SqlType type) {
        return type.name().equals("character");
    }

    private static ValueEffect number(SqlType from, SqlType to) {
        boolean overflow = wholeDigits(to, INTEGER_CAPACITY) < wholeDigits(from, INTEGER_DIGITS)
                || isFloat(from) && !isFloat(to) && !to.equals(SqlType.parse("numeric"));
        if (from.name().equals("double precision") && to.name().equals("real")) {
            return losing("digits beyond the 6th", true, Reading.NARROWED);
        }
        if (isFloat(to) && !isFloat(from)) {
            int kept = FLOAT_DIGITS.getOrDefault(to.name(), 0);
            boolean exact = INTEGER_DIGITS.getOrDefault(from.name(), Integer.MAX_VALUE) <= kept;
            Reading reading = exact ? Reading.WIDENED : Reading.BROKEN;
            return exact
                    ? new ValueEffect(false, Optional.empty(), reading)
                    : losing("digits beyond the " + kept + "th", overflow, reading);
        }
        if (fractionDigits(to) < fractionDigits(from)) {
            return losing("digits behind the decimal point", overflow, Reading.NARROWED);
        }
        if (isFloat(from) && !isFloat(to)) {
            return losing(
                    "digits beyond the " + FLOAT_DIGITS.getOrDefault(from.name(), 0) + "th", overflow, Reading.BROKEN);
        }
        boolean sameName = from.name().equals(to.name());
        return overflow
                ? failing(Reading.NARROWED)
                : new ValueEffect(false, Optional.empty(), sameName ? Reading.UNCHANGED : Reading.WIDENED);
    }

    private static boolean isFloat(SqlType type) {
        return FLOAT_DIGITS.containsKey(type.name());
    }

    private static int wholeDigits(SqlType type, Map<String, Integer> integers) {
        if (type.name().equals("numeric") && !type.modifiers().isEmpty()) {
            return type.modifier(0).orElse(0) - type.modifier(1).orElse(0);
        }
        return integers.getOrDefault(type.name(), Integer.MAX_VALUE);
    }

    private static int fractionDigits(SqlType type) {
        return switch (type.name()) {
            case "numeric" ->
                type.modifiers().isEmpty()
                        ? Integer.MAX_VALUE
                        : type.modifier(1).orElse(0);
            case "money" -> 2;
            case "real", "double precision" -> Integer.MAX_VALUE;
            default -> 0;
        };
    }

    private static ValueEffect time(SqlType from, SqlType to, boolean fixedUtc) {
        boolean hadDate = !from.name().startsWith("time ");
        boolean hasDate = !to.name().startsWith("time ");
        boolean hadTime = !from.name().equals("date");
        boolean hasTime = !to.name().equals("date");
        boolean hadZone = from.name().endsWith(" with time zone");
        boolean hasZone = to.name().endsWith(" with time zone");
        if (hadDate && !hasDate) {
            return losing("the date", false, Reading.BROKEN);
        }
        if (hadTime && !hasTime) {
            return losing("the time of day", false, Reading.BROKEN);
        }
        if (hadTime && precision(to) < precision(from)) {
            return losing("fractions of a second", false, hadZone == hasZone ? Reading.NARROWED : Reading.BROKEN);
        }
        if (hadZone && !hasZone && (!fixedUtc || !hadDate)) {
            return losing("the zone", false, Reading.BROKEN);
        }
        boolean same = from.name().equals(to.name());
        return same ? HARMLESS : new ValueEffect(!hadDate && hasDate, Optional.empty(), Reading.BROKEN);
    }

    private static int precision(SqlType type) {
        return type.modifier(0).orElse(FULL_PRECISION);
    }

    private static ValueEffect bit(SqlType from, SqlType to) {
        boolean shorter =
                to.modifier(0).orElse(Integer.MAX_VALUE) < from.modifier(0).orElse(Integer.MAX_VALUE);
        boolean exact = to.name().equals("bit");
        return shorter || exact ? failing(Reading.NARROWED) : HARMLESS;
    }

    private static ValueEffect network(SqlType to) {
        return to.name().equals("cidr")
                ? losing("the bits of the host", false, Reading.NARROWED)
                : new ValueEffect(false, Optional.empty(), Reading.WIDENED);
    }

    private static ValueEffect other(SqlType from, SqlType to) {
        if (StorageEffect.isInterval(from.name()) && StorageEffect.isInterval(to.name())) {
            return StorageEffect.coversInterval(from, to)
                    ? HARMLESS
                    : losing("the finer fields", false, Reading.NARROWED);
        }
        boolean same = from.name().equals(to.name());
        return new ValueEffect(true, Optional.empty(), same ? Reading.NARROWED : Reading.BROKEN);
    }
}
