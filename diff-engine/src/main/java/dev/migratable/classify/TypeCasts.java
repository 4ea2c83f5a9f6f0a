package dev.migratable.classify;

import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Set;

/** Knows between which types PostgreSQL converts in an assignment; after {@code pg_cast} of PostgreSQL 13 to 18. */
final class TypeCasts {

    private static final Set<String> STRINGS =
            Set.of("character varying", "text", "character", "bpchar", "name", "\"char\"");

    /** Within each group every type is assigned to every other. */
    private static final List<Set<String>> GROUPS = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"),
            Set.of("time without time zone", "time with time zone"),
            Set.of("json", "jsonb"),
            Set.of("bit", "bit varying"),
            Set.of("inet", "cidr"),
            Set.of("macaddr", "macaddr8"),
            Set.of("integer", "bigint", "oid", "regclass", "regtype", "regproc", "regrole"));

    private static final Set<List<String>> PAIRS = Set.of(
            List.of("smallint", "oid"),
            List.of("smallint", "regclass"),
            List.of("character varying", "regclass"),
            List.of("text", "regclass"),
            List.of("integer", "money"),
            List.of("bigint", "money"),
            List.of("numeric", "money"),
            List.of("money", "numeric"),
            List.of("timestamp without time zone", "time without time zone"),
            List.of("timestamp with time zone", "time without time zone"),
            List.of("timestamp with time zone", "time with time zone"),
            List.of("time without time zone", "interval"),
            List.of("interval", "time without time zone"));

    private TypeCasts() {}

    static boolean isAssignable(SqlType from, SqlType to) {
        String old = withoutFields(from.name());
        String young = withoutFields(to.name());
        boolean toString = STRINGS.contains(young) || StorageEffect.isCitext(young);
        if (toString && (from.isArray() || !to.isArray())) {
            return true; // any type is written into a string by its output function
        }
        if (from.isArray() != to.isArray()) {
            return false;
        }
        return old.equals(young)
                || GROUPS.stream().anyMatch(g -> g.contains(old) && g.contains(young))
                || PAIRS.contains(List.of(old, young));
    }

    private static String withoutFields(String name) {
        return StorageEffect.isInterval(name) ? "interval" : name;
    }
}
