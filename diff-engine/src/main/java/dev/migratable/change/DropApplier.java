package dev.migratable.change;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Drops tables and columns with what PostgreSQL drops along without a word (measured on 15 and 18): sequences owned,
 * and for a column every constraint of the table and every index that contains or mentions it. What another table's
 * foreign key needs is refused, as the server does without CASCADE.
 */
final class DropApplier {

    private final SchemaEditor editor;

    DropApplier(SchemaEditor editor) {
        this.editor = editor;
    }

    void dropTable(QualifiedName name) {
        editor.table(name);
        rejectReferences(name, (other, f) -> !other.name().equals(name));
        editor.remove(name);
        dropSequences(c -> c.table().equals(name));
    }

    void dropColumn(QualifiedName name, String column) {
        Table table = editor.table(name);
        if (table.column(column).isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        rejectReferences(
                name,
                (other, f) -> f.referencedColumns().contains(column)
                        && !(other.name().equals(name) && f.columns().contains(column)));
        ColumnDependents dependents = ColumnDependents.of(table, column);
        editor.edit(
                name,
                t -> t.withColumns(t.columns().stream()
                                .filter(c -> !c.name().equals(column))
                                .toList())
                        .withPrimaryKey(t.primaryKey()
                                .filter(k -> dependents.primaryKey().isEmpty()))
                        .withUniqueConstraints(minus(t.uniqueConstraints(), dependents.uniqueConstraints()))
                        .withForeignKeys(minus(t.foreignKeys(), dependents.foreignKeys()))
                        .withCheckConstraints(minus(t.checkConstraints(), dependents.checkConstraints()))
                        .withIndexes(minus(t.indexes(), dependents.indexes())));
        ColumnName dropped = new ColumnName(name, column);
        dropSequences(dropped::equals);
    }

    private void dropSequences(Predicate<ColumnName> owner) {
        for (Sequence sequence : editor.sequences()) {
            if (sequence.ownedBy().filter(owner).isPresent()) {
                editor.removeSequence(sequence.name());
            }
        }
    }

    private void rejectReferences(QualifiedName name, BiPredicate<Table, ForeignKey> needs) {
        for (Table other : editor.tables()) {
            for (ForeignKey key : other.foreignKeys()) {
                if (key.referencedTable().equals(name) && needs.test(other, key)) {
                    throw new IllegalArgumentException("foreign key " + key.name() + " of " + other.name()
                            + " references what is to be dropped from " + name);
                }
            }
        }
    }

    private static <T> List<T> minus(List<T> items, List<T> gone) {
        return items.stream().filter(i -> !gone.contains(i)).toList();
    }
}
