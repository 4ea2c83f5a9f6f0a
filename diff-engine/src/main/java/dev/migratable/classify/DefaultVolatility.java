package dev.migratable.classify;

import dev.migratable.change.SqlTokens;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a default has one value for all rows, so that {@code ADD COLUMN} stores it once in the catalog (since
 * PostgreSQL 11), or one for each row, so that it rewrites the table.
 */
public enum DefaultVolatility {
    /** Constants and functions that are stable or immutable, {@code now()} among them. */
    ONCE,
    /** It calls a function whose volatility is not known here; the server decides. */
    UNKNOWN,
    /** It calls a function that is volatile. */
    PER_ROW;

    private static final Set<String> VOLATILE = Set.of(
            "clock_timestamp",
            "timeofday",
            "random",
            "random_normal",
            "setseed",
            "gen_random_uuid",
            "gen_random_bytes",
            "gen_salt",
            "uuidv4",
            "uuidv7",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "nextval",
            "setval",
            "currval",
            "lastval",
            "pg_sleep",
            "set_config",
            "lo_creat",
            "lo_create",
            "pg_notify");

    /** Built-in functions, stable or immutable in {@code pg_proc}, that stand in defaults; and words that look so. */
    private static final Set<String> NOT_VOLATILE = Set.of(
            "now",
            "statement_timestamp",
            "transaction_timestamp",
            "current_setting",
            "current_schema",
            "current_database",
            "current_user",
            "session_user",
            "getpgusername",
            "pg_backend_pid",
            "timezone",
            "date_trunc",
            "date_part",
            "date_bin",
            "make_date",
            "make_time",
            "make_timestamp",
            "make_timestamptz",
            "make_interval",
            "to_timestamp",
            "to_date",
            "to_char",
            "to_number",
            "age",
            "extract",
            "lower",
            "upper",
            "initcap",
            "concat",
            "concat_ws",
            "left",
            "right",
            "substr",
            "substring",
            "trim",
            "btrim",
            "ltrim",
            "rtrim",
            "replace",
            "translate",
            "repeat",
            "reverse",
            "lpad",
            "rpad",
            "length",
            "char_length",
            "octet_length",
            "split_part",
            "format",
            "chr",
            "ascii",
            "md5",
            "sha224",
            "sha256",
            "sha384",
            "sha512",
            "encode",
            "decode",
            "convert_to",
            "convert_from",
            "quote_ident",
            "quote_literal",
            "abs",
            "round",
            "floor",
            "ceil",
            "ceiling",
            "trunc",
            "sign",
            "mod",
            "power",
            "sqrt",
            "exp",
            "ln",
            "log",
            "pi",
            "div",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "to_json",
            "to_jsonb",
            "json_build_object",
            "json_build_array",
            "jsonb_build_object",
            "jsonb_build_array",
            "array_append",
            "array_fill",
            "array_length",
            "string_to_array",
            "array_to_string",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "point",
            "box",
            "circle",
            "to_tsvector",
            "inet",
            "host",
            "network",
            "uuid_nil",
            "uuid_ns_dns",
            "uuid_ns_url",
            "uuid_ns_oid",
            "row",
            "values",
            "numeric",
            "text",
            "date",
            "int4",
            "int8",
            "int2",
            "float4",
            "float8",
            "bool",
            "varchar",
            "bpchar",
            "interval",
            "timestamp",
            "timestamptz",
            "time",
            "localtime",
            "inet_client_addr",
            "inet_server_addr",
            "pg_conf_load_time",
            "pg_postmaster_start_time",
            "version",
            "txid_current",
            "pg_current_xact_id");

    /** Returns the volatility of a default; names count without their schema. */
    public static DefaultVolatility of(String expression) {
        DefaultVolatility worst = ONCE;
        for (SqlTokens.Token token : SqlTokens.of(expression)) {
            if (token.kind() == SqlTokens.Kind.FUNCTION) {
                DefaultVolatility one = ofFunction(token.name());
                worst = one.compareTo(worst) > 0 ? one : worst;
            }
        }
        return worst;
    }

    /** Returns the name of the first function that is called and not known, for messages. */
    public static Optional<String> unknownFunction(String expression) {
        return SqlTokens.of(expression).stream()
                .filter(t -> t.kind() == SqlTokens.Kind.FUNCTION && ofFunction(t.name()) == UNKNOWN)
                .map(SqlTokens.Token::name)
                .findFirst();
    }

    static Set<String> knownVolatile() {
        return VOLATILE;
    }

    static Set<String> knownNotVolatile() {
        return NOT_VOLATILE;
    }

    private static DefaultVolatility ofFunction(String name) {
        if (VOLATILE.contains(name)) {
            return PER_ROW;
        }
        return NOT_VOLATILE.contains(name) ? ONCE : UNKNOWN;
    }
}
