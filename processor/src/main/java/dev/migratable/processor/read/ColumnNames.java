package dev.migratable.processor.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds an entity's columns by the names people write for them. */
final class ColumnNames {

    /**
     * PostgreSQL's key words that are not free to be names everywhere, of version 18; the server quotes them in the
     * expressions that it shows.
     */
    private static final Set<String> RESERVED = Set.of(
            ("all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate"
                            + " collation column concurrently constraint create cross current_catalog current_date"
                            + " current_role current_schema current_time current_timestamp current_user default"
                            + " deferrable desc distinct do else end except false fetch for foreign freeze from full"
                            + " grant group having ilike in initially inner intersect into is isnull join lateral"
                            + " leading left like limit localtime localtimestamp natural not notnull null offset on"
                            + " only or order outer overlaps placing primary references returning right select"
                            + " session_user similar some symmetric system_user table tablesample then to trailing true"
                            + " union unique user using variadic verbose when where window with"
                            + " between bigint bit boolean char character coalesce dec decimal exists extract float"
                            + " greatest grouping inout int integer interval json json_array json_arrayagg json_exists"
                            + " json_object json_objectagg json_query json_scalar json_serialize json_table json_value"
                            + " least merge_action national nchar none normalize nullif numeric out overlay position"
                            + " precision real row setof smallint substring time timestamp treat trim values varchar"
                            + " xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi"
                            + " xmlroot xmlserialize xmltable")
                    .split(" "));

    private final List<MappedColumn> columns;
    private final Naming naming;

    ColumnNames(List<MappedColumn> columns, Naming naming) {
        this.columns = List.copyOf(columns);
        this.naming = naming;
    }

    /** Returns a raw column name as an SQL expression refers to it. */
    static String sql(String column) {
        boolean plain = isUnquoted(column) && !RESERVED.contains(column);
        return plain ? column : '"' + column.replace("\"", "\"\"") + '"';
    }

    private static boolean isUnquoted(String column) {
        for (int i = 0; i < column.length(); i++) {
            char c = column.charAt(i);
            boolean fits = c >= 'a' && c <= 'z' || c == '_' || i > 0 && (c >= '0' && c <= '9' || c == '$');
            if (!fits) {
                return false;
            }
        }
        return !column.isEmpty();
    }

    /** Finds a column by its name in the database or the mapping. */
    Optional<MappedColumn> column(String name) {
        String raw = naming.raw(name);
        for (MappedColumn column : columns) {
            if (column.name().equals(raw) || column.name().equals(name)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** Finds a column by its name or by its attribute's. */
    Optional<MappedColumn> columnOrAttribute(String name) {
        Optional<MappedColumn> byAttribute =
                columns.stream().filter(c -> c.attribute().path().equals(name)).findFirst();
        return byAttribute.or(() -> column(name));
    }

    /** Returns all names that may be written. */
    Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        columns.forEach(c -> names.add(c.column().name()));
        return names;
    }
}
