package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;

/** Finds columns of one table, and tables of one entity, that have one name. */
final class NameClash {

    private NameClash() {}

    /** Returns whether all names are different; those that are not are reported. */
    static boolean namesAreDifferent(ReadContext context, List<MappedColumn> columns) {
        Map<String, MappedColumn> byName = new LinkedHashMap<>();
        boolean different = true;
        for (MappedColumn column : columns) {
            MappedColumn other = byName.putIfAbsent(column.column().name(), column);
            if (other != null) {
                String fact = "the column '" + column.column().name() + "' is also that of the attribute '"
                        + other.attribute().path() + "'";
                context.error(column.attribute().element(), Problem.NAME_TWICE, fact);
                different = false;
            }
        }
        return different;
    }

    /** Returns whether the tables of one entity have different names; those that have not are reported. */
    static boolean tablesAreDifferent(ReadContext context, Element entity, List<Table> tables) {
        Set<QualifiedName> names = new HashSet<>();
        boolean different = true;
        for (Table table : tables) {
            if (!names.add(table.name())) {
                String fact = "two of its tables are named '" + table.name().display() + "'";
                context.error(entity, Problem.NAME_TWICE, fact);
                different = false;
            }
        }
        return different;
    }
}
