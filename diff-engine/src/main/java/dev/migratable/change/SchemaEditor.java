package dev.migratable.change;

import dev.migratable.schema.Column;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Holds a schema while many changes are applied to it, so that each costs what it touches. Confined to one thread. */
final class SchemaEditor {

    private final Map<QualifiedName, Table> tables = new TreeMap<>();
    private final Map<QualifiedName, Sequence> sequences = new TreeMap<>();
    private final Map<QualifiedName, EnumType> enumTypes = new TreeMap<>();
    private final Map<QualifiedName, CompositeType> compositeTypes = new TreeMap<>();

    SchemaEditor(Schema schema) {
        schema.tables().forEach(t -> tables.put(t.name(), t));
        schema.sequences().forEach(s -> sequences.put(s.name(), s));
        schema.enumTypes().forEach(t -> enumTypes.put(t.name(), t));
        schema.compositeTypes().forEach(t -> compositeTypes.put(t.name(), t));
    }

    Schema schema() {
        return new Schema(
                List.copyOf(tables.values()),
                List.copyOf(sequences.values()),
                List.copyOf(enumTypes.values()),
                List.copyOf(compositeTypes.values()));
    }

    Table table(QualifiedName name) {
        Table table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table;
    }

    List<Table> tables() {
        return List.copyOf(tables.values());
    }

    void add(Table table) {
        rejectTaken(table.name());
        tables.put(table.name(), table);
    }

    void remove(QualifiedName name) {
        tables.remove(table(name).name());
    }

    void edit(QualifiedName name, UnaryOperator<Table> edit) {
        Table edited = edit.apply(table(name));
        tables.put(edited.name(), edited);
    }

    void editAll(UnaryOperator<Table> edit) {
        tables.replaceAll((name, table) -> edit.apply(table));
    }

    void editColumn(QualifiedName name, String column, UnaryOperator<Column> edit) {
        Table table = table(name);
        if (table.column(column).isEmpty()) {
            throw new IllegalArgumentException("table " + name + " has no column " + column);
        }
        List<Column> columns = new ArrayList<>(table.columns());
        columns.replaceAll(c -> c.name().equals(column) ? edit.apply(c) : c);
        tables.put(name, table.withColumns(columns));
    }

    void add(Sequence sequence) {
        rejectTaken(sequence.name());
        sequences.put(sequence.name(), sequence);
    }

    void removeSequence(QualifiedName name) {
        if (sequences.remove(name) == null) {
            throw new IllegalArgumentException("there is no sequence " + name);
        }
    }

    void editSequences(UnaryOperator<Sequence> edit) {
        sequences.replaceAll((name, sequence) -> edit.apply(sequence));
    }

    List<Sequence> sequences() {
        return List.copyOf(sequences.values());
    }

    void add(EnumType type) {
        if (isType(type.name())) {
            throw new IllegalArgumentException("there is a type " + type.name() + " already");
        }
        enumTypes.put(type.name(), type);
    }

    void add(CompositeType type) {
        if (isType(type.name()) || sequences.containsKey(type.name())) {
            throw new IllegalArgumentException("there is a type or relation " + type.name() + " already");
        }
        compositeTypes.put(type.name(), type);
    }

    private boolean isType(QualifiedName name) {
        return enumTypes.containsKey(name) || compositeTypes.containsKey(name) || tables.containsKey(name);
    }

    void removeCompositeType(QualifiedName name) {
        if (compositeTypes.remove(name) == null) {
            throw new IllegalArgumentException("there is no type " + name);
        }
    }

    void removeEnumType(QualifiedName name) {
        if (enumTypes.remove(name) == null) {
            throw new IllegalArgumentException("there is no type " + name);
        }
    }

    void editEnumType(QualifiedName name, UnaryOperator<EnumType> edit) {
        EnumType type = enumTypes.get(name);
        if (type == null) {
            throw new IllegalArgumentException("there is no type " + name);
        }
        enumTypes.put(name, edit.apply(type));
    }

    private void rejectTaken(QualifiedName name) {
        if (tables.containsKey(name) || sequences.containsKey(name) || compositeTypes.containsKey(name)) {
            throw new IllegalArgumentException("there is a relation " + name + " already");
        }
    }
}
