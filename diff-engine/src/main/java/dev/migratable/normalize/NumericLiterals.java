package dev.migratable.normalize;

import dev.migratable.schema.SqlType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** What is known of numbers and the types that hold them. */
final class NumericLiterals {

    private static final Set<String> TYPES =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    /** Longer exponents would make a text of as many digits; such a number is left as it is. */
    private static final int MAX_EXPONENT = 100;

    private NumericLiterals() {}

    static boolean isNumeric(SqlType type) {
        return TYPES.contains(type.name()) && !type.isArray();
    }

    /** Returns a number in plain digits, with the decimals it was written with; empty where the text is no number. */
    static Optional<String> plain(String text) {
        return parse(text).map(BigDecimal::toPlainString);
    }

    /** Returns a number in plain digits without decimals that say nothing. */
    static Optional<String> shortest(String text) {
        return parse(text)
                .map(number ->
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
    }

    private static Optional<BigDecimal> parse(String text) {
        try {
            BigDecimal number = new BigDecimal(text.strip());
            return Math.abs((long) number.scale()) > MAX_EXPONENT ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException e) {
            return Optional.empty(); // NaN, Infinity, or no number at all
        }
    }
}
