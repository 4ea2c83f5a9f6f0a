package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds columns of one table that have one name. */
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
}
