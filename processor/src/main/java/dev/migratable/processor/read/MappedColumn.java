package dev.migratable.processor.read;

import dev.migratable.schema.Column;
import java.util.List;
import java.util.Optional;

/**
 * One attribute's column and what comes with it.
 *
 * @param attribute the attribute
 * @param logicalName the column's name as the mapping writes it, quoted where it is quoted there
 * @param column the column
 * @param unique whether it is unique by itself
 * @param checks checks on it
 */
record MappedColumn(Attribute attribute, String logicalName, Column column, boolean unique, List<Check> checks) {

    /** Copies the checks. */
    MappedColumn {
        checks = List.copyOf(checks);
    }

    /**
     * A check with the name it was given, if any.
     *
     * @param name its raw name
     * @param expression its condition
     */
    record Check(Optional<String> name, String expression) {}

    boolean isId() {
        return attribute.identifying();
    }

    String name() {
        return column.name();
    }

    MappedColumn withColumn(Column newColumn) {
        return new MappedColumn(attribute, logicalName, newColumn, unique, checks);
    }
}
