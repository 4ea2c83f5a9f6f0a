package dev.migratable.normalize;

import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives spellings of one and the same type the same record. */
public final class TypeNormalizer {

    /** Types whose greatest precision, 6, is what they have without one. */
    private static final Set<String> MICROSECONDS = Set.of(
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval",
            "interval second",
            "interval day to second",
            "interval hour to second",
            "interval minute to second");

    private static final List<String> FULL_PRECISION = List.of("6");

    /** Names that SQL also knows without schema; {@code public.text} is a type of the user's own. */
    private static final Set<String> BUILT_IN = Set.of(("bigint bit boolean box bytea bpchar char character cidr circle"
                    + " date float inet integer interval json jsonb line lseg macaddr macaddr8 money name numeric oid"
                    + " path point polygon real regclass smallint text time timestamp tsquery tsvector uuid varchar"
                    + " xml")
            .split(" "));

    private static final Map<String, String> SPELLINGS = Map.of(
            "bigserial",
            "bigint",
            "serial8",
            "bigint",
            "serial",
            "integer",
            "serial4",
            "integer",
            "smallserial",
            "smallint",
            "serial2",
            "smallint");

    private TypeNormalizer() {}

    /**
     * Returns the type's canonical form, for comparing only: {@code timestamp(6)} becomes {@code timestamp}, {@code
     * serial} its integer, {@code public.mood} becomes {@code mood} because a model's column definition names it so.
     */
    public static SqlType normalize(SqlType type) {
        String name = SPELLINGS.getOrDefault(type.name(), type.name());
        List<String> modifiers = type.modifiers();
        if (MICROSECONDS.contains(name) && modifiers.equals(FULL_PRECISION)) {
            modifiers = List.of();
        }
        String bare = name.startsWith("public.") ? name.substring("public.".length()) : name;
        if (!BUILT_IN.contains(bare) && bare.indexOf('.') < 0) {
            name = unquoted(bare);
        }
        return new SqlType(name, modifiers, Math.min(type.dimensions(), 1));
    }

    /** {@code "mood"} and {@code mood} are one; the server prints quotes where they are needed. */
    private static String unquoted(String name) {
        return name.matches("\"[a-z_][a-z0-9_]*\"") && !BUILT_IN.contains(name.substring(1, name.length() - 1))
                ? name.substring(1, name.length() - 1)
                : name;
    }
}
