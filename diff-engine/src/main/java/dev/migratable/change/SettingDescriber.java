package dev.migratable.change;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Says in one line of plain words what a change of a setting does. */
final class SettingDescriber implements SettingChange.Visitor<String> {

    @Override
    public String visit(ChangePersistence change) {
        return "make table " + change.table().display() + (change.unlogged() ? " unlogged" : " logged");
    }

    @Override
    public String visit(ChangeSequencePersistence change) {
        return "make sequence " + change.table().display() + (change.unlogged() ? " unlogged" : " logged");
    }

    @Override
    public String visit(ChangeStorage change) {
        return "change storage of " + column(change.table(), change.column())
                + fromTo(change.from(), change.to(), "the type's own");
    }

    @Override
    public String visit(ChangeCompression change) {
        return "change compression of " + column(change.table(), change.column())
                + fromTo(change.from(), change.to(), "the default");
    }

    @Override
    public String visit(ChangeStatisticsTarget change) {
        return "change statistics target of " + column(change.table(), change.column())
                + fromTo(change.from(), change.to(), "the default");
    }

    @Override
    public String visit(ChangeColumnOptions change) {
        return "change options of " + column(change.table(), change.column()) + ": "
                + fromTo(change.from(), change.to());
    }

    @Override
    public String visit(ChangeStorageParameters change) {
        return "change storage parameters of table " + change.table().display() + ": "
                + fromTo(change.from(), change.to());
    }

    @Override
    public String visit(ChangeIndexParameters change) {
        return "change storage parameters of index " + change.index() + " of "
                + change.table().display() + ": " + fromTo(change.from(), change.to());
    }

    @Override
    public String visit(ChangeObjectComment change) {
        String kind = change.kind().name().toLowerCase(Locale.ROOT);
        String name = change.kind() == ChangeObjectComment.Kind.SEQUENCE
                ? change.table().display()
                : change.name() + " of " + change.table().display();
        return "change comment of " + kind + " " + name + fromTo(change.from(), change.to(), "none");
    }

    private static String column(QualifiedName table, String column) {
        return new ColumnName(table, column).display();
    }

    private static String fromTo(Optional<?> from, Optional<?> to, String none) {
        return " from " + from.map(Object::toString).orElse(none) + " to "
                + to.map(Object::toString).orElse(none);
    }

    private static String fromTo(Map<String, String> from, Map<String, String> to) {
        List<String> words = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(from.keySet());
        names.addAll(to.keySet());
        for (String name : names) {
            Optional<String> before = Optional.ofNullable(from.get(name));
            Optional<String> after = Optional.ofNullable(to.get(name));
            if (!before.equals(after)) {
                words.add(name + fromTo(before, after, "the default"));
            }
        }
        return String.join(", ", words);
    }
}
