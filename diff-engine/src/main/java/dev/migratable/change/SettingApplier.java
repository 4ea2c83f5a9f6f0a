package dev.migratable.change;

import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Applies changes of settings; a table of which nothing was known has settings afterwards. */
final class SettingApplier implements SettingChange.Visitor<SchemaEditor> {

    private final SchemaEditor editor;

    SettingApplier(SchemaEditor editor) {
        this.editor = editor;
    }

    @Override
    public SchemaEditor visit(ChangePersistence change) {
        editor.edit(change.table(), t -> t.withOptions(t.options().withUnlogged(change.unlogged())));
        editor.editSequences(s ->
                s.ownedBy().filter(c -> c.table().equals(change.table())).isPresent()
                        ? s.withUnlogged(s.unlogged().map(u -> change.unlogged()))
                        : s);
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeSequencePersistence change) {
        Optional<Boolean> unlogged = Optional.of(change.unlogged());
        editor.editSequences(s -> s.name().equals(change.table()) ? s.withUnlogged(unlogged) : s);
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeStorage change) {
        return column(change.table(), change.column(), s -> s.withStorage(change.to()));
    }

    @Override
    public SchemaEditor visit(ChangeCompression change) {
        return column(change.table(), change.column(), s -> s.withCompression(change.to()));
    }

    @Override
    public SchemaEditor visit(ChangeStatisticsTarget change) {
        return column(change.table(), change.column(), s -> s.withStatisticsTarget(change.to()));
    }

    @Override
    public SchemaEditor visit(ChangeColumnOptions change) {
        return column(change.table(), change.column(), s -> s.withOptions(change.to()));
    }

    @Override
    public SchemaEditor visit(ChangeStorageParameters change) {
        return table(change.table(), s -> s.withParameters(change.to()));
    }

    @Override
    public SchemaEditor visit(ChangeIndexParameters change) {
        Table table = editor.table(change.table());
        boolean plain = table.indexes().stream().anyMatch(i -> i.name().equals(change.index()));
        if (!plain) {
            return table(change.table(), s -> s.withKeyParameters(change.index(), change.to()));
        }
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.replaceAll(i -> i.name().equals(change.index()) ? i.withParameters(change.to()) : i);
        editor.edit(change.table(), t -> t.withIndexes(indexes));
        return editor;
    }

    @Override
    public SchemaEditor visit(ChangeObjectComment change) {
        return switch (change.kind()) {
            case INDEX -> table(change.table(), s -> s.withIndexComments(commented(s.indexComments(), change)));
            case CONSTRAINT ->
                table(change.table(), s -> s.withConstraintComments(commented(s.constraintComments(), change)));
            case SEQUENCE -> {
                UnaryOperator<Sequence> comment =
                        s -> s.withComment(Optional.of(change.to().orElse("")));
                editor.editSequences(s -> s.name().equals(change.table()) ? comment.apply(s) : s);
                yield editor;
            }
        };
    }

    private static Map<String, String> commented(Map<String, String> comments, ChangeObjectComment change) {
        Map<String, String> result = new TreeMap<>(comments);
        change.to().ifPresentOrElse(text -> result.put(change.name(), text), () -> result.remove(change.name()));
        return result;
    }

    private SchemaEditor column(QualifiedName table, String column, UnaryOperator<ColumnSettings> edit) {
        editor.editColumn(table, column, c -> c.withSettings(edit.apply(c.settings())));
        return editor;
    }

    private SchemaEditor table(QualifiedName table, UnaryOperator<TableSettings> edit) {
        editor.edit(
                table, t -> t.withSettings(Optional.of(edit.apply(t.settings().orElse(TableSettings.NONE)))));
        return editor;
    }
}
