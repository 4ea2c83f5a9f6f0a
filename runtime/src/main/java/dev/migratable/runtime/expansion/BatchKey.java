package dev.migratable.runtime.expansion;

import dev.migratable.change.RenameColumn;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.schema.Column;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses by which columns a table's rows are written in batches: its primary key; where it has none, a unique constraint
 * or index whose columns are never NULL and that the migration leaves as they are; at last by none, block by block.
 */
final class BatchKey {

    private BatchKey() {}

    /**
     * Returns the columns, none for block by block; empty where that cannot be either: each partition has blocks of its own.
     */
    static Optional<List<KeyColumn>> of(PlanContext context, QualifiedName name) {
        Table table = context.before(name);
        if (table.primaryKey().isPresent()) {
            return Optional.of(typed(table, table.primaryKey().get().columns()));
        }
        Optional<List<KeyColumn>> unique = unique(context, table);
        return unique.isPresent() || table.options().partitionBy().isPresent() ? unique : Optional.of(List.of());
    }

    private static Optional<List<KeyColumn>> unique(PlanContext context, Table table) {
        return context.after(table.name())
                .flatMap(wanted -> uniqueKeys(table)
                        // The fewest columns, and of several such keys always the same one, whatever their order.
                        .sorted(Comparator.<List<String>>comparingInt(List::size)
                                .thenComparing(List::toString))
                        .filter(columns -> uniqueKeys(wanted).anyMatch(columns::equals))
                        .filter(columns ->
                                columns.stream().allMatch(column -> isSteady(context, table, wanted, column)))
                        .map(columns -> typed(table, columns))
                        .findFirst());
    }

    /** Returns whether a column is there before and after, never NULL, of one type and not by way of another name. */
    private static boolean isSteady(PlanContext context, Table before, Table after, String name) {
        Optional<Column> from = before.column(name).filter(column -> !column.nullable());
        Optional<Column> to = after.column(name).filter(column -> !column.nullable());
        boolean renamed = context.has(
                RenameColumn.class,
                before.name(),
                rename -> rename.from().equals(name) || rename.to().equals(name));
        return from.isPresent()
                && to.isPresent()
                && !renamed
                && from.get().type().equals(to.get().type());
    }

    private static Stream<List<String>> uniqueKeys(Table table) {
        return Stream.concat(
                table.uniqueConstraints().stream().map(UniqueConstraint::columns),
                table.indexes().stream()
                        .filter(BatchKey::ordersEveryRow)
                        .map(index -> index.keys().stream().map(IndexKey::text).toList()));
    }

    /** Returns whether an index has every row, in the order in which the batches ask for them. */
    private static boolean ordersEveryRow(Index index) {
        return index.unique()
                && index.valid()
                && index.predicate().isEmpty()
                && index.method().equals(Index.DEFAULT_METHOD)
                && index.keys().stream().allMatch(key -> key.equals(IndexKey.column(key.text())));
    }

    private static List<KeyColumn> typed(Table table, List<String> columns) {
        return columns.stream()
                .map(column ->
                        new KeyColumn(column, table.column(column).orElseThrow().type()))
                .toList();
    }
}
