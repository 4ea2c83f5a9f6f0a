package dev.migratable.classify;

import dev.migratable.schema.SqlType;
import java.util.Set;

/** Tells types that may be domains from those that are none. */
public final class UserTypes {

    /** Types of pg_catalog that columns have, and base types of well-known extensions: none is a domain. */
    private static final Set<String> BASE_TYPES = Set.of(
            "smallint", "integer", "bigint", "numeric", "real", "double precision", "money", "boolean",
            "character varying", "character", "text", "bpchar", "name", "\"char\"", "bytea", "uuid", "json", "jsonb",
            "jsonpath", "xml", "date", "timestamp without time zone", "timestamp with time zone",
            "time without time zone", "time with time zone", "bit", "bit varying", "inet", "cidr", "macaddr",
            "macaddr8", "point", "line", "lseg", "box", "path", "polygon", "circle", "tsvector", "tsquery", "oid",
            "regclass", "regproc", "regprocedure", "regoper", "regoperator", "regtype", "regrole", "regnamespace",
            "regconfig", "regdictionary", "regcollation", "xid", "xid8", "cid", "tid", "pg_lsn", "pg_snapshot",
            "txid_snapshot", "int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange",
            "int4multirange", "int8multirange", "nummultirange", "tsmultirange", "tstzmultirange", "datemultirange",
            "serial", "bigserial", "smallserial", "citext", "hstore", "ltree", "lquery", "ltxtquery", "geometry",
            "geography", "box2d", "box3d", "raster", "vector", "halfvec", "sparsevec", "cube", "seg", "isbn", "isbn13",
            "issn", "ean13");

    private UserTypes() {}

    /** Returns whether the type is not known to be a base type, so that it may be a domain with a constraint. */
    public static boolean mayBeDomain(SqlType type) {
        String bare = type.name().substring(type.name().lastIndexOf('.') + 1);
        return !type.isArray() && !BASE_TYPES.contains(bare) && !StorageEffect.isInterval(type.name());
    }
}
