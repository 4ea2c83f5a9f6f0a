package dev.migratable.runtime.expansion;

import dev.migratable.change.SqlTokens;
import dev.migratable.change.SqlTokens.Kind;
import java.util.Set;

/** Knows which defaults give every statement of a transaction the same value. */
final class Defaults {
    /** Functions of pg_catalog that are not volatile and common in defaults; any other is taken to be volatile. */
    private static final Set<String> STABLE = Set.of(
            "now", "transaction_timestamp", "statement_timestamp", "coalesce", "nullif", "lower", "upper", "length",
            "concat", "make_interval", "make_date", "date_trunc", "jsonb_build_object", "jsonb_build_array",
            "json_build_object", "json_build_array", "to_timestamp", "to_char", "to_date", "current_setting", "abs",
            "round", "floor", "ceil", "array_fill", "string_to_array", "decode", "encode", "md5", "left", "right",
            "timezone", "date", "extract", "date_part", "cast", "row", "repeat", "replace", "trim", "btrim");

    private Defaults() {}

    /** Returns whether a default is surely not volatile; one that calls a function unknown here is not. */
    static boolean isStable(String expression) {
        return SqlTokens.of(expression).stream()
                .filter(t -> t.kind() == Kind.FUNCTION)
                .allMatch(t -> STABLE.contains(t.name()));
    }
}
