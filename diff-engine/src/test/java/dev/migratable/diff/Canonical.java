package dev.migratable.diff;

import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Deferrability;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.IndexKey;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes down what two schemas have to share for the differ to call them the same, by means of its own. */
public final class Canonical {

    private Canonical() {}

    /** Returns a line for each thing, in an order of its own; names of constraints and indexes are left out. */
    public static List<String> of(Schema schema) {
        List<String> lines = new ArrayList<>();
        for (Table table : schema.tables()) {
            String name = table.name() + " ";
            lines.add(name + table.comment() + table.options());
            table.columns().stream()
                    .sorted(Comparator.comparing(Column::name))
                    .forEach(c -> lines.add(name + unnamed(c)));
            table.settings().ifPresent(s -> lines.add(name + "parameters " + s.parameters()));
            table.primaryKey()
                    .ifPresent(k -> lines.add(name + "key " + k.columns() + k.include()
                            + table.settings().map(s -> ofKey(s, k.name()))));
            List<String> parts = new ArrayList<>();
            table.uniqueConstraints()
                    .forEach(u -> parts.add(name
                            + unique(u.columns(), u.include(), u.nullsNotDistinct())
                            + (u.deferrability() == Deferrability.NOT_DEFERRABLE ? "" : u.deferrability())));
            table.indexes().forEach(i -> parts.add(name + index(i)));
            // A unique constraint, or an index in its place, that says what the key says is nobody's difference.
            table.primaryKey().ifPresent(k -> parts.removeAll(Set.of(name + unique(k.columns(), k.include(), false))));
            table.checkConstraints().stream().map(CheckConstraint::expression).forEach(e -> parts.add(name + e));
            table.foreignKeys().forEach(f -> parts.add(name + foreignKey(f)));
            parts.sort(Comparator.naturalOrder());
            lines.addAll(parts);
        }
        schema.sequences().stream().map(Sequence::toString).forEach(lines::add);
        schema.enumTypes().stream().map(EnumType::toString).forEach(lines::add);
        schema.compositeTypes().stream()
                .map(type -> "type " + type.name() + ": " + type.describe())
                .forEach(lines::add);
        return lines;
    }

    private static Column unnamed(Column column) {
        boolean valid = column.settings().unproven().isEmpty();
        return valid ? column.withSettings(column.settings().withNotNull(Optional.empty())) : column;
    }

    private static String unique(List<String> columns, List<String> include, boolean nullsNotDistinct) {
        return "unique " + columns + include + nullsNotDistinct;
    }

    private static String index(Index index) {
        boolean plain = index.unique()
                && index.predicate().isEmpty()
                && index.keys().stream().allMatch(k -> k.equals(IndexKey.column(k.text())));
        return plain
                ? unique(index.keys().stream().map(IndexKey::text).toList(), index.include(), index.nullsNotDistinct())
                : "index " + index.unique() + index.method() + index.keys() + index.include() + index.predicate()
                        + index.parameters();
    }

    private static String ofKey(TableSettings settings, String name) {
        return settings.keyParameters().get(name)
                + settings.indexComments().get(name)
                + settings.constraintComments().get(name);
    }

    private static String foreignKey(ForeignKey key) {
        return "foreign key " + key.columns() + key.referencedTable() + key.referencedColumns() + key.onDelete()
                + key.onUpdate() + key.matchFull() + key.deferrability();
    }
}
