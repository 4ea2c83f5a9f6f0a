package dev.migratable.classify;

import dev.migratable.normalize.TypeNormalizer;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Set;

/**
 * What a type change does to table and indexes on disk. Measured on PostgreSQL 15.18 and 18.6; a pair that is not
 * known to be free rewrites.
 */
enum StorageEffect {
    /** The catalog changes and nothing else. */
    NONE,
    /** The table stays; indexes whose key is the column are built anew, because their operator class changes. */
    REBUILD_INDEXES,
    /** Every row is written again, and every index. */
    REWRITE;

    private static final String VARCHAR = "character varying";
    private static final String TIMESTAMP = "timestamp without time zone";
    private static final String TIMESTAMPTZ = "timestamp with time zone";
    private static final Set<String> STRINGS = Set.of(VARCHAR, "text");
    private static final Set<String> PRECISE =
            Set.of(TIMESTAMP, TIMESTAMPTZ, "time without time zone", "time with time zone");
    private static final Set<String> OID_ALIASES = Set.of(
            "regclass",
            "regproc",
            "regprocedure",
            "regoper",
            "regoperator",
            "regtype",
            "regrole",
            "regnamespace",
            "regconfig",
            "regdictionary",
            "regcollation");
    /** Microseconds: no modifier means as many. */
    private static final int FULL_PRECISION = 6;
    /** The fields of an interval, finest first; the last one named says how fine it is. */
    private static final List<String> FIELDS = List.of("second", "minute", "hour", "day", "month", "year");

    static StorageEffect of(SqlType from, SqlType to, boolean fixedUtc) {
        SqlType old = TypeNormalizer.normalize(from);
        SqlType young = TypeNormalizer.normalize(to);
        if (old.equals(young)) {
            return NONE;
        }
        if (old.isArray() || young.isArray()) {
            return REWRITE; // even varchar(10)[] to varchar(20)[]: elements are coerced one by one
        }
        return ofScalars(old, young, fixedUtc);
    }

    private static StorageEffect ofScalars(SqlType from, SqlType to, boolean fixedUtc) {
        String old = from.name();
        String young = to.name();
        if (isCitext(old) || isCitext(young)) {
            return ofCitext(from, to);
        }
        if (old.equals(young)) {
            return widensWithin(from, to) ? NONE : REWRITE;
        }
        if (old.equals(TIMESTAMP) && young.equals(TIMESTAMPTZ) || old.equals(TIMESTAMPTZ) && young.equals(TIMESTAMP)) {
            return fixedUtc && precision(to) == FULL_PRECISION ? REBUILD_INDEXES : REWRITE;
        }
        if (STRINGS.contains(young) && to.modifiers().isEmpty()) {
            return STRINGS.contains(old) || old.equals("xml") ? NONE : REWRITE;
        }
        if (young.equals("bpchar") && to.modifiers().isEmpty()) {
            return old.equals("character") || old.equals("xml")
                    ? NONE
                    : STRINGS.contains(old) ? REBUILD_INDEXES : REWRITE;
        }
        return ofOtherScalars(from, to);
    }

    private static StorageEffect ofOtherScalars(SqlType from, SqlType to) {
        String old = from.name();
        String young = to.name();
        if (old.equals("integer") && isOid(young) || isOid(old) && young.equals("integer")) {
            return REBUILD_INDEXES;
        }
        if (old.equals("oid") && OID_ALIASES.contains(young) || OID_ALIASES.contains(old) && young.equals("oid")) {
            return NONE;
        }
        if (old.equals("bit") && young.equals("bit varying")) {
            return to.modifiers().isEmpty() ? REBUILD_INDEXES : REWRITE;
        }
        if (old.equals("cidr") && young.equals("inet")) {
            return NONE;
        }
        if (isInterval(old) && isInterval(young)) {
            return coversInterval(from, to) ? NONE : REWRITE;
        }
        return REWRITE;
    }

    private static boolean isOid(String name) {
        return name.equals("oid") || OID_ALIASES.contains(name);
    }

    private static StorageEffect ofCitext(SqlType from, SqlType to) {
        boolean strings = (STRINGS.contains(from.name()) || isCitext(from.name()))
                && (STRINGS.contains(to.name()) || isCitext(to.name()));
        return strings && to.modifiers().isEmpty() ? REBUILD_INDEXES : REWRITE;
    }

    private static boolean widensWithin(SqlType from, SqlType to) {
        if (PRECISE.contains(from.name())) {
            return precision(to) >= precision(from);
        }
        return switch (from.name()) {
            case VARCHAR, "bit varying" -> to.modifiers().isEmpty() || !isShorter(from, to);
            case "numeric" -> to.modifiers().isEmpty() || widensNumeric(from, to);
            default -> isInterval(from.name()) && coversInterval(from, to);
        };
    }

    /** Returns whether the limit of the new type is below that of the old one, which may have none. */
    private static boolean isShorter(SqlType from, SqlType to) {
        return to.modifier(0).orElse(Integer.MAX_VALUE) < from.modifier(0).orElse(Integer.MAX_VALUE);
    }

    private static boolean widensNumeric(SqlType from, SqlType to) {
        return !from.modifiers().isEmpty()
                && to.modifier(0).orElse(0) >= from.modifier(0).orElse(Integer.MAX_VALUE)
                && to.modifier(1).orElse(0) == from.modifier(1).orElse(0);
    }

    private static int precision(SqlType type) {
        return type.modifier(0).orElse(FULL_PRECISION);
    }

    static boolean isInterval(String name) {
        return name.equals("interval") || name.startsWith("interval ");
    }

    static boolean isCitext(String name) {
        return name.equals("citext") || name.endsWith(".citext");
    }

    /** After {@code interval_support} in the server: a type that is as fine in fields and digits holds every value. */
    static boolean coversInterval(SqlType from, SqlType to) {
        boolean hasSeconds = finestField(from) == 0;
        return finestField(to) <= finestField(from) && (!hasSeconds || precision(to) >= precision(from));
    }

    private static int finestField(SqlType type) {
        String last = type.name().substring(type.name().lastIndexOf(' ') + 1);
        return Math.max(0, FIELDS.indexOf(last));
    }
}
