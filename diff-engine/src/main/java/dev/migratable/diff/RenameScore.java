package dev.migratable.diff;

import dev.migratable.change.ColumnDependents;
import dev.migratable.schema.Column;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Says how likely a column that came is one that went: by name, type, place among the columns that stayed, and what else
 * is said of both (NULL, default, keys, indexes, the table that is referred to).
 *
 * @param current the table that the column went from
 * @param desired the table that the column came to
 */
record RenameScore(Table current, Table desired) {

    private static final double NAME_WEIGHT = 0.4;
    private static final double TYPE_WEIGHT = 0.25;
    private static final double ROLE_WEIGHT = 0.15;
    private static final double PLACE_WEIGHT = 0.1;
    private static final double FACET_WEIGHT = 0.1;

    /** Returns a number from 0 to 1, the greater the likelier. */
    double of(Column gone, Column come) {
        boolean sameFacets = gone.nullable() == come.nullable()
                && gone.defaultValue().isPresent() == come.defaultValue().isPresent();
        return NAME_WEIGHT * similarity(gone.name(), come.name())
                + (Equivalence.sameType(gone.type(), come.type()) ? TYPE_WEIGHT : 0)
                + (roles(current, gone).equals(roles(desired, come)) ? ROLE_WEIGHT : 0)
                + (place(current, gone, desired) == place(desired, come, current) ? PLACE_WEIGHT : 0)
                + (sameFacets ? FACET_WEIGHT : 0);
    }

    /** Returns how many of the columns that both tables have stand before a column. */
    private static long place(Table table, Column column, Table other) {
        List<Column> columns = table.columns();
        return columns.subList(0, columns.indexOf(column)).stream()
                .filter(c -> other.column(c.name()).isPresent())
                .count();
    }

    private static SortedSet<String> roles(Table table, Column column) {
        ColumnDependents dependents = ColumnDependents.of(table, column.name());
        SortedSet<String> roles = new TreeSet<>();
        dependents.primaryKey().ifPresent(key -> roles.add("key"));
        dependents.uniqueConstraints().forEach(unique -> roles.add("unique"));
        dependents.foreignKeys().forEach(key -> roles.add("refers to " + key.referencedTable()));
        dependents.checkConstraints().forEach(check -> roles.add("checked"));
        dependents.indexes().forEach(index -> roles.add("indexed"));
        return roles;
    }

    /** Returns 1 for equal names and 0 for names that share nothing; case and underscores do not count. */
    static double similarity(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT).replace("_", "");
        String b = other.toLowerCase(Locale.ROOT).replace("_", "");
        int longest = Math.max(a.length(), b.length());
        return longest == 0 ? 1 : 1 - (double) EditDistance.between(a, b) / longest;
    }
}
