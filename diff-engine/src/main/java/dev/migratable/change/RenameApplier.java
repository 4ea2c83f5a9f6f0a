package dev.migratable.change;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.UniqueConstraint;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Renames tables and columns together with everything that refers to them, as PostgreSQL does by storing attribute
 * numbers instead of names. Names of constraints, indexes and sequences stay as they are.
 */
final class RenameApplier {

    private final SchemaEditor editor;

    RenameApplier(SchemaEditor editor) {
        this.editor = editor;
    }

    void renameTable(QualifiedName from, QualifiedName to) {
        Table table = editor.table(from);
        editor.remove(from);
        editor.add(table.withName(to));
        editor.editAll(t -> withForeignKeys(t, f -> f.referencedTable().equals(from) ? referencing(f, to) : f));
        editor.editSequences(s -> owned(s, c -> c.table().equals(from) ? new ColumnName(to, c.column()) : c));
    }

    void renameColumn(QualifiedName name, String from, String to) {
        Table table = editor.table(name);
        if (table.column(from).isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has no column " + from);
        }
        UnaryOperator<String> rename = column -> column.equals(from) ? to : column;
        UnaryOperator<String> inside = expression -> SqlTokens.renameColumn(expression, from, to);
        editor.edit(name, t -> renamed(t, rename, inside));
        editor.editAll(t -> withForeignKeys(t, f -> renamed(f, t.name().equals(name), name, rename)));
        ColumnName old = new ColumnName(name, from);
        editor.editSequences(s -> owned(s, c -> c.equals(old) ? new ColumnName(name, to) : c));
    }

    private static Table renamed(Table table, UnaryOperator<String> rename, UnaryOperator<String> inside) {
        return table.withColumns(map(table.columns(), c -> renamed(c, rename, inside)))
                .withPrimaryKey(table.primaryKey()
                        .map(k -> new PrimaryKey(
                                k.name(), map(k.columns(), rename), map(k.include(), rename), k.deferrability())))
                .withUniqueConstraints(map(
                        table.uniqueConstraints(),
                        u -> new UniqueConstraint(
                                u.name(),
                                map(u.columns(), rename),
                                map(u.include(), rename),
                                u.nullsNotDistinct(),
                                u.deferrability())))
                .withCheckConstraints(map(
                        table.checkConstraints(),
                        c -> new CheckConstraint(c.name(), inside.apply(c.expression()), c.validated())))
                .withIndexes(map(table.indexes(), i -> renamed(i, rename, inside)));
    }

    private static Column renamed(Column column, UnaryOperator<String> rename, UnaryOperator<String> inside) {
        return column.withName(rename.apply(column.name()))
                .withGenerated(column.generated().map(g -> new Generated(inside.apply(g.expression()), g.stored())));
    }

    private static Index renamed(Index index, UnaryOperator<String> rename, UnaryOperator<String> inside) {
        return new Index(
                index.name(),
                index.unique(),
                index.method(),
                map(index.keys(), k -> renamed(k, rename, inside)),
                map(index.include(), rename),
                index.predicate().map(inside),
                index.nullsNotDistinct(),
                index.valid(),
                index.parameters());
    }

    private static IndexKey renamed(IndexKey key, UnaryOperator<String> rename, UnaryOperator<String> inside) {
        return key.withText(key.expression() ? inside.apply(key.text()) : rename.apply(key.text()));
    }

    private static ForeignKey renamed(
            ForeignKey key, boolean ofTheTable, QualifiedName table, UnaryOperator<String> rename) {
        boolean toTheTable = key.referencedTable().equals(table);
        return new ForeignKey(
                key.name(),
                ofTheTable ? map(key.columns(), rename) : key.columns(),
                key.referencedTable(),
                toTheTable ? map(key.referencedColumns(), rename) : key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.matchFull(),
                key.deferrability(),
                key.validated());
    }

    private static ForeignKey referencing(ForeignKey key, QualifiedName table) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                table,
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.matchFull(),
                key.deferrability(),
                key.validated());
    }

    private static Table withForeignKeys(Table table, UnaryOperator<ForeignKey> edit) {
        return table.foreignKeys().isEmpty() ? table : table.withForeignKeys(map(table.foreignKeys(), edit));
    }

    private static Sequence owned(Sequence sequence, UnaryOperator<ColumnName> edit) {
        return sequence.withOwner(sequence.ownedBy().map(edit));
    }

    private static <T> List<T> map(List<T> items, Function<T, T> edit) {
        return items.stream().map(edit).toList();
    }
}
