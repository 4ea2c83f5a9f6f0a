package dev.migratable.classify;

import dev.migratable.diff.TypeFamily;
import dev.migratable.normalize.TypeNormalizer;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.Optional;
import java.util.Set;

/** Says in SQL which values a new type refuses, and of which it keeps a part only. */
final class TypeConditions {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> SIZED_STRINGS = Set.of("character varying", "character");
    private static final Set<String> DATED = Set.of("date", "timestamp without time zone", "timestamp with time zone");

    private TypeConditions() {}

    /** Returns what is true of a value that the new type refuses; empty where no condition is known. */
    static Optional<String> failing(String column, SqlType from, SqlType to) {
        SqlType old = TypeNormalizer.normalize(from);
        SqlType young = TypeNormalizer.normalize(to);
        if (old.isArray() || young.isArray()) {
            return Optional.empty();
        }
        if (SIZED_STRINGS.contains(young.name()) && young.modifier(0).isPresent()) {
            int length = young.modifier(0).getAsInt(); // blanks at the end are cut without an error
            return Optional.of("rtrim(substr(" + column + "::text, " + (length + 1) + "), ' ') <> ''");
        }
        if (!NUMBERS.contains(old.name())) {
            return Optional.empty();
        }
        if (INTEGERS.contains(young.name())) {
            SequenceOptions range = SequenceOptions.defaults(young);
            String value = INTEGERS.contains(old.name()) ? column : "round(" + column + "::numeric)";
            return Optional.of(value + " NOT BETWEEN " + (-range.maximum() - 1) + " AND " + range.maximum());
        }
        if (young.name().equals("numeric") && young.modifier(0).isPresent()) {
            int scale = young.modifier(1).orElse(0);
            int whole = young.modifier(0).getAsInt() - scale;
            return Optional.of("abs(round(" + column + "::numeric, " + scale + ")) >= 1e" + whole + "::numeric AND "
                    + column + "::numeric <> 'NaN'");
        }
        return Optional.empty();
    }

    /** Returns what is true of a value that the new type keeps a part of; empty where no condition is known. */
    static Optional<String> losing(String column, SqlType from, SqlType to) {
        SqlType old = TypeNormalizer.normalize(from);
        SqlType young = TypeNormalizer.normalize(to);
        if (old.isArray() || young.isArray()) {
            return Optional.empty();
        }
        boolean fractions = NUMBERS.contains(old.name()) && !INTEGERS.contains(old.name());
        if (fractions && INTEGERS.contains(young.name())) {
            return Optional.of("round(" + column + "::numeric) <> " + column + "::numeric");
        }
        if (fractions && young.name().equals("numeric") && young.modifier(0).isPresent()) {
            return Optional.of(
                    "round(" + column + "::numeric, " + young.modifier(1).orElse(0) + ") <> " + column + "::numeric");
        }
        boolean sameTime = TypeFamily.of(old) == TypeFamily.TIME && old.name().equals(young.name());
        if (sameTime || DATED.contains(old.name()) && DATED.contains(young.name())) {
            return Optional.of(column + "::" + young + "::" + old + " <> " + column);
        }
        return Optional.empty();
    }
}
