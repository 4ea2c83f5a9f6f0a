package dev.migratable.diff;

import dev.migratable.schema.SqlType;

/** Groups types whose values can stand for each other, so that a column of one may be a renamed one of another. */
public enum TypeFamily {
    /** Character strings. */
    TEXT,
    /** Numbers of any kind. */
    NUMBER,
    /** Dates and times of day, with or without zone. */
    TIME,
    /** {@code json} and {@code jsonb}. */
    JSON,
    /** Bit strings. */
    BIT,
    /** Network addresses. */
    NETWORK,
    /** Everything else; two such types are compatible only where they have one name. */
    OTHER;

    /** Returns the family of a type; an array's is that of its elements. */
    public static TypeFamily of(SqlType type) {
        return switch (type.name()) {
            case "character varying", "character", "text", "bpchar", "name", "public.citext", "citext" -> TEXT;
            case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "oid" -> NUMBER;
            case "date",
                    "timestamp without time zone",
                    "timestamp with time zone",
                    "time without time zone",
                    "time with time zone" -> TIME;
            case "json", "jsonb" -> JSON;
            case "bit", "bit varying" -> BIT;
            case "inet", "cidr" -> NETWORK;
            default -> OTHER;
        };
    }

    /** Returns whether a column of one type may be a renamed column of the other. */
    public static boolean compatible(SqlType one, SqlType other) {
        TypeFamily family = of(one);
        return one.isArray() == other.isArray()
                && family == of(other)
                && (family != OTHER || one.name().equals(other.name()));
    }
}
