package dev.migratable.change;

import dev.migratable.schema.EnumType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Applies changes to enum types. Confined to one thread. */
final class EnumTypeApplier implements EnumTypeChange.Visitor<SchemaEditor> {

    private final SchemaEditor editor;

    EnumTypeApplier(SchemaEditor editor) {
        this.editor = editor;
    }

    @Override
    public SchemaEditor visit(CreateEnumType change) {
        editor.add(change.type());
        return editor;
    }

    @Override
    public SchemaEditor visit(DropEnumType change) {
        editor.removeEnumType(change.table());
        return editor;
    }

    @Override
    public SchemaEditor visit(AddEnumValue change) {
        editor.editEnumType(change.table(), type -> {
            List<String> labels = new ArrayList<>(type.labels());
            int place = change.before().map(label -> place(type, label)).orElse(labels.size());
            labels.add(place, change.label());
            return type.withLabels(labels);
        });
        return editor;
    }

    @Override
    public SchemaEditor visit(DropEnumValue change) {
        editor.editEnumType(change.table(), type -> {
            List<String> labels = new ArrayList<>(type.labels());
            labels.remove(place(type, change.label()));
            return type.withLabels(labels);
        });
        return editor;
    }

    @Override
    public SchemaEditor visit(ReorderEnumType change) {
        editor.editEnumType(change.table(), type -> {
            if (!Set.copyOf(type.labels()).equals(Set.copyOf(change.to()))) {
                throw new IllegalArgumentException("the type " + type.name() + " has other values than those to order");
            }
            return type.withLabels(change.to());
        });
        return editor;
    }

    private static int place(EnumType type, String label) {
        int place = type.labels().indexOf(label);
        if (place < 0) {
            throw new IllegalArgumentException("the type " + type.name() + " has no value " + label);
        }
        return place;
    }
}
