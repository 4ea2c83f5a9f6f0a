package dev.migratable.processor.read;

import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
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
 * @param reference the foreign key from it
 */
record MappedColumn(
        Attribute attribute,
        String logicalName,
        Column column,
        boolean unique,
        List<Check> checks,
        Optional<Reference> reference) {

    /**
     * A check with the name it was given, if any.
     *
     * @param name its raw name
     * @param expression its condition
     */
    record Check(Optional<String> name, String expression) {}

    /**
     * A foreign key with the name it was given, if any.
     *
     * @param name its raw name
     * @param table the table referenced
     * @param column the column referenced
     * @param onDelete what happens when the referenced row goes
     */
    record Reference(Optional<String> name, QualifiedName table, String column, ReferentialAction onDelete) {}

    boolean isId() {
        return attribute.has(Jpa.ID);
    }

    MappedColumn withColumn(Column newColumn) {
        return new MappedColumn(attribute, logicalName, newColumn, unique, checks, reference);
    }
}
