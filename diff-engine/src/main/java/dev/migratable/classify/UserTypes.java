package dev.migratable.classify;

import dev.migratable.schema.SqlType;
import java.util.Set;

/** Tells types that may be domains from those that are none. */
public final class UserTypes {

    /** Base types of well-known extensions, which are no domains. */
    private static final Set<String> EXTENSION_TYPES = Set.of(
            "citext", "hstore", "ltree", "lquery", "ltxtquery", "geometry", "geography", "box2d", "box3d", "raster",
            "vector", "halfvec", "sparsevec", "cube", "seg", "isbn", "isbn13", "issn", "ean13");

    private UserTypes() {}

    /** Returns whether the type is outside pg_catalog and not known to be a base type. */
    public static boolean mayBeDomain(SqlType type) {
        int dot = type.name().lastIndexOf('.');
        return dot >= 0 && !EXTENSION_TYPES.contains(type.name().substring(dot + 1));
    }
}
