package dev.migratable.processor.read;

import dev.migratable.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Copies the checks; those without a name become one, as Hibernate writes them. */
    MappedColumn {
        checks = joined(checks);
    }

    /**
     * A check with the name it was given, if any.
     *
     * @param name its raw name
     * @param expression its condition
     */
    record Check(Optional<String> name, String expression) {}

    private static List<Check> joined(List<Check> checks) {
        if (checks.size() < 2) {
            return List.copyOf(checks);
        }
        List<Check> result = new ArrayList<>(
                checks.stream().filter(c -> c.name().isPresent()).toList());
        List<String> anonymous = checks.stream()
                .filter(c -> c.name().isEmpty())
                .map(Check::expression)
                .distinct()
                .toList();
        if (anonymous.size() == 1) {
            result.add(new Check(Optional.empty(), anonymous.get(0)));
        } else if (!anonymous.isEmpty()) {
            String all = anonymous.stream().collect(Collectors.joining(") and (", "(", ")"));
            result.add(new Check(Optional.empty(), all));
        }
        return List.copyOf(result);
    }

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
