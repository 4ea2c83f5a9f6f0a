package dev.migratable.change;

/** Applies changes to composite types. Confined to one thread. */
final class CompositeTypeApplier implements CompositeTypeChange.Visitor<SchemaEditor> {

    private final SchemaEditor editor;

    CompositeTypeApplier(SchemaEditor editor) {
        this.editor = editor;
    }

    @Override
    public SchemaEditor visit(CreateCompositeType change) {
        editor.add(change.type());
        return editor;
    }

    @Override
    public SchemaEditor visit(DropCompositeType change) {
        editor.removeCompositeType(change.table());
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeCompositeType change) {
        editor.removeCompositeType(change.table());
        editor.add(change.to());
        return editor;
    }
}
