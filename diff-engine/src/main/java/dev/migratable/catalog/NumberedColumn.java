package dev.migratable.catalog;

import java.util.regex.Pattern;

/**
 * A column as the catalog's other tables speak of it, namely by its number.
 *
 * @param name its name
 * @param baseType the oid of its type, or of the type its domain is based on
 * @param collation the oid of its collation, 0 where it has none
 * @param parked whether a contract renamed it out of the way
 */
record NumberedColumn(String name, long baseType, long collation, boolean parked) {

    private static final String PARKED = "__parked_";
    private static final Pattern PARKED_NAME = Pattern.compile(PARKED + "[0-9]{4,}$");

    NumberedColumn(String name, long baseType, long collation) {
        this(name, baseType, collation, isParked(name));
    }

    static boolean isParked(String name) {
        return name.contains(PARKED) && PARKED_NAME.matcher(name).find();
    }
}
