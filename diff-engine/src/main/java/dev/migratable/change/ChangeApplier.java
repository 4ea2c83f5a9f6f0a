package dev.migratable.change;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.NotNullConstraint;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Applies changes to a schema the way PostgreSQL applies their plain statements. Confined to one thread. */
final class ChangeApplier implements Change.Visitor<SchemaEditor> {

    private final SchemaEditor editor;
    private final RenameApplier renames;
    private final DropApplier drops;
    private final SettingApplier settings;

    private ChangeApplier(Schema schema) {
        this.editor = new SchemaEditor(schema);
        this.renames = new RenameApplier(editor);
        this.drops = new DropApplier(editor);
        this.settings = new SettingApplier(editor);
    }

    /**
     * Returns the schema after all changes, applied in order.
     *
     * @throws IllegalArgumentException where the schema has not what a change is about, or has it already
     * @throws UnsupportedOperationException for an {@link UnsupportedChange}
     */
    static Schema applyAll(Schema schema, List<Change> changes) {
        ChangeApplier applier = new ChangeApplier(schema);
        changes.forEach(change -> change.accept(applier));
        return applier.editor.schema();
    }

    @Override
    public SchemaEditor visit(CreateTable change) {
        editor.add(change.definition());
        return editor;
    }

    @Override
    public SchemaEditor visit(DropTable change) {
        drops.dropTable(change.table());
        return editor;
    }

    @Override
    public SchemaEditor visit(RenameTable change) {
        renames.renameTable(change.table(), change.newName());
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeTableComment change) {
        editor.edit(change.table(), t -> t.withComment(change.to()));
        return editor;
    }

    @Override
    public SchemaEditor visit(AddColumn change) {
        editor.edit(change.table(), t -> t.withColumns(plus(t.columns(), change.column())));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropColumn change) {
        drops.dropColumn(change.table(), change.column().name());
        return editor;
    }

    @Override
    public SchemaEditor visit(RenameColumn change) {
        renames.renameColumn(change.table(), change.from(), change.to());
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeColumnType change) {
        editor.editColumn(change.table(), change.column(), c -> retyped(c, change.from(), change.to()));
        return editor;
    }

    @Override
    public SchemaEditor visit(SetNotNull change) {
        editor.editColumn(change.table(), change.column(), c -> c.withNullable(false));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropNotNull change) {
        editor.editColumn(change.table(), change.column(), c -> c.withNullable(true));
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeDefault change) {
        editor.editColumn(change.table(), change.column(), c -> c.withDefault(change.to()));
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeIdentity change) {
        editor.editColumn(change.table(), change.column(), c -> c.withIdentity(change.to()));
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeGenerated change) {
        editor.editColumn(change.table(), change.column(), c -> c.withGenerated(change.to()));
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeCollation change) {
        editor.editColumn(
                change.table(),
                change.column(),
                c -> c.withCollation(change.to()).withSettings(c.settings().afterTypeChange()));
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeColumnComment change) {
        editor.editColumn(change.table(), change.column(), c -> c.withComment(change.to()));
        return editor;
    }

    @Override
    public SchemaEditor visit(AddPrimaryKey change) {
        editor.edit(change.table(), t -> withKey(t, change.primaryKey()));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropPrimaryKey change) {
        if (editor.table(change.table()).primaryKey().isEmpty()) {
            throw new IllegalArgumentException("table " + change.table() + " has no primary key");
        }
        editor.edit(change.table(), t -> t.withPrimaryKey(Optional.empty()));
        return editor;
    }

    @Override
    public SchemaEditor visit(AddUnique change) {
        editor.edit(change.table(), t -> t.withUniqueConstraints(plus(t.uniqueConstraints(), change.constraint())));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropUnique change) {
        String name = change.constraint().name();
        editor.edit(change.table(), t -> t.withUniqueConstraints(without(t.uniqueConstraints(), u -> u.name(), name)));
        return editor;
    }

    @Override
    public SchemaEditor visit(AddForeignKey change) {
        editor.table(change.foreignKey().referencedTable());
        editor.edit(change.table(), t -> t.withForeignKeys(plus(t.foreignKeys(), change.foreignKey())));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropForeignKey change) {
        String name = change.foreignKey().name();
        editor.edit(change.table(), t -> t.withForeignKeys(without(t.foreignKeys(), f -> f.name(), name)));
        return editor;
    }

    @Override
    public SchemaEditor visit(AddCheck change) {
        editor.edit(change.table(), t -> t.withCheckConstraints(plus(t.checkConstraints(), change.constraint())));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropCheck change) {
        String name = change.constraint().name();
        editor.edit(change.table(), t -> t.withCheckConstraints(without(t.checkConstraints(), c -> c.name(), name)));
        return editor;
    }

    @Override
    public SchemaEditor visit(ValidateConstraint change) {
        editor.edit(change.table(), t -> validated(t, change.constraint()));
        return editor;
    }

    @Override
    public SchemaEditor visit(CreateIndex change) {
        editor.edit(change.table(), t -> t.withIndexes(plus(t.indexes(), change.index())));
        return editor;
    }

    @Override
    public SchemaEditor visit(DropIndex change) {
        String name = change.index().name();
        editor.edit(change.table(), t -> t.withIndexes(without(t.indexes(), i -> i.name(), name)));
        return editor;
    }

    @Override
    public SchemaEditor visit(CreateSequence change) {
        editor.add(change.sequence());
        return editor;
    }

    @Override
    public SchemaEditor visit(DropSequence change) {
        editor.removeSequence(change.table());
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeSequence change) {
        editor.editSequences(s -> s.name().equals(change.table()) ? change.to().withUnlogged(s.unlogged()) : s);
        return editor;
    }

    @Override
    public SchemaEditor visit(EnumTypeChange change) {
        return change.accept(new EnumTypeApplier(editor));
    }

    @Override
    public SchemaEditor visit(CompositeTypeChange change) {
        return change.accept(new CompositeTypeApplier(editor));
    }

    @Override
    public SchemaEditor visit(SettingChange change) {
        return change.accept(settings);
    }

    @Override
    public SchemaEditor visit(UnsupportedChange change) {
        throw new UnsupportedOperationException(change.table() + ": " + change.difference());
    }

    private static Column retyped(Column column, SqlType from, SqlType to) {
        return column.withType(to)
                .withIdentity(column.identity().map(i -> i.followingType(from, to)))
                .withSettings(column.settings().afterTypeChange());
    }

    private static <T> List<T> plus(List<T> items, T item) {
        List<T> result = new ArrayList<>(items);
        result.add(item);
        return result;
    }

    private static <T> List<T> without(List<T> items, Function<T, String> nameOf, String name) {
        List<T> rest = items.stream().filter(i -> !nameOf.apply(i).equals(name)).toList();
        if (rest.size() == items.size()) {
            throw new IllegalArgumentException("there is nothing named " + name);
        }
        return rest;
    }

    private static Table withKey(Table table, PrimaryKey key) {
        if (table.primaryKey().isPresent()) {
            throw new IllegalArgumentException("table " + table.name() + " has a primary key already");
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.replaceAll(c -> key.columns().contains(c.name()) ? c.withNullable(false) : c);
        return table.withColumns(columns).withPrimaryKey(Optional.of(key));
    }

    private static Table validated(Table table, String name) {
        List<CheckConstraint> checks = new ArrayList<>(table.checkConstraints());
        checks.replaceAll(c -> c.name().equals(name) ? new CheckConstraint(name, c.expression(), true) : c);
        List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        keys.replaceAll(f -> f.name().equals(name) ? valid(f) : f);
        List<Column> columns = new ArrayList<>(table.columns());
        Optional<NotNullConstraint> required = Optional.of(new NotNullConstraint(name, true));
        columns.replaceAll(c -> c.settings().unproven().equals(Optional.of(name))
                ? c.withNullable(false).withSettings(c.settings().withNotNull(required))
                : c);
        return table.withCheckConstraints(checks).withForeignKeys(keys).withColumns(columns);
    }

    private static ForeignKey valid(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.matchFull(),
                key.deferrability(),
                true);
    }
}
