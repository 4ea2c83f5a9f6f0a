package dev.migratable.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Puts what one model contributes to the tables of others into these: columns behind the tables' own, in an order that does
 * not depend on that of the models. What a table has already is not put there twice.
 */
final class Contributions {

    private Contributions() {}

    static List<Table> merge(Collection<Table> tables, Collection<Table> contributions) {
        Map<QualifiedName, Table> byName = new LinkedHashMap<>();
        for (Table table : tables) {
            if (byName.put(table.name(), table) != null) {
                throw new IllegalArgumentException("two tables are named " + table.name());
            }
        }
        contributions.stream()
                .sorted(Comparator.comparing(Table::toString))
                .forEach(contribution -> byName.put(contribution.name(), merge(byName, contribution)));
        return List.copyOf(byName.values());
    }

    private static Table merge(Map<QualifiedName, Table> byName, Table contribution) {
        Table table = byName.get(contribution.name());
        if (table == null) {
            throw new IllegalArgumentException("no model has the table " + contribution.name());
        }
        return table.withColumns(columns(table, contribution))
                .withUniqueConstraints(
                        merge(table.uniqueConstraints(), contribution.uniqueConstraints(), UniqueConstraint::columns))
                .withForeignKeys(merge(
                        table.foreignKeys(),
                        contribution.foreignKeys(),
                        key -> List.of(key.columns(), key.referencedTable(), key.referencedColumns())))
                .withCheckConstraints(
                        merge(table.checkConstraints(), contribution.checkConstraints(), CheckConstraint::expression))
                .withIndexes(merge(table.indexes(), contribution.indexes(), Index::name));
    }

    /** A column that the table has itself stays as it is there. */
    private static List<Column> columns(Table table, Table contribution) {
        List<Column> result = new ArrayList<>(table.columns());
        contribution.columns().stream()
                .filter(c -> table.column(c.name()).isEmpty())
                .forEach(result::add);
        return result;
    }

    private static <T> List<T> merge(List<T> own, List<T> contributed, Function<T, Object> content) {
        List<T> result = new ArrayList<>(own);
        contributed.stream()
                .filter(c -> own.stream().noneMatch(o -> content.apply(o).equals(content.apply(c))))
                .forEach(result::add);
        return result;
    }
}
