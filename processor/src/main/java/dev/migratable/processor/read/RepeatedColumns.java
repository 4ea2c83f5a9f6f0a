package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Unites what several attributes of an entity say of one column: {@code Long customerId} beside {@code Customer customer}.
 * At most one of them may write it; more than that Hibernate refuses, too.
 */
final class RepeatedColumns {

    private RepeatedColumns() {}

    /**
     * Keeps one of the columns that have one name, that of the attribute that is no association, and one of the foreign
     * keys that say the same, as Hibernate does.
     */
    static void unite(ReadContext context, TypeElement entity, MappedParts parts) {
        uniteColumns(context, entity, parts);
        Map<List<Object>, MappedReference> kept = new HashMap<>();
        parts.references().removeIf(reference -> {
            List<Object> content = List.of(reference.columns(), reference.table(), reference.referenced());
            MappedReference same = kept.putIfAbsent(content, reference);
            if (same != null && !same.options().equals(reference.options())) {
                // Hibernate takes those that it meets first
                String fact = "two attributes share a foreign key on " + String.join(", ", reference.columns())
                        + ", and its 'options' are not the same on both";
                context.error(entity, Problem.ASSOCIATION, fact, "Write the same @ForeignKey on both");
                parts.fail();
            }
            return same != null;
        });
    }

    private static void uniteColumns(ReadContext context, TypeElement entity, MappedParts parts) {
        Set<String> names = new HashSet<>();
        parts.columns().forEach(c -> names.add(c.name()));
        if (names.size() == parts.columns().size()) {
            return;
        }
        boolean isBelow =
                !Inheritance.isRoot(entity) && Inheritance.strategy(entity) == Inheritance.Strategy.SINGLE_TABLE;
        List<MappedColumn> columns = parts.columns();
        Map<String, List<MappedColumn>> byName = new LinkedHashMap<>();
        columns.forEach(
                c -> byName.computeIfAbsent(c.name(), name -> new ArrayList<>()).add(c));
        List<MappedColumn> united = new ArrayList<>();
        for (MappedColumn column : columns) {
            List<MappedColumn> all = Objects.requireNonNull(byName.get(column.name()));
            if (all.stream().filter(RepeatedColumns::isWritten).count() > 1 || column.equals(kept(all))) {
                united.add(column);
            } else if (column.attribute().has(Jpa.ONE_TO_ONE) && kept(all).isId()) {
                // whether Hibernate makes a foreign key of it depends on more than its annotations
                String fact = "its column '" + column.name() + "' is the identifier's";
                context.error(column.attribute().element(), Problem.ASSOCIATION, fact, "Say so with @MapsId");
                parts.fail();
            } else if (isBelow
                    && !column.column().nullable()
                    && kept(all).column().nullable()) {
                // Hibernate makes a check of it, because other classes have no value in the column
                String fact = "its column '" + column.name() + "' is required here and not where it is repeated";
                context.error(
                        column.attribute().element(), Problem.ASSOCIATION, fact, "Say nullable = false there, too");
                parts.fail();
            }
        }
        columns.clear();
        columns.addAll(united);
    }

    private static MappedColumn kept(List<MappedColumn> all) {
        return all.stream()
                .filter(c -> !AssociationReader.isAssociation(c.attribute()))
                .findFirst()
                .orElse(all.get(0));
    }

    private static boolean isWritten(MappedColumn column) {
        Attribute attribute = column.attribute();
        if (!AssociationReader.isAssociation(attribute)) {
            return attribute
                    .annotation(Jpa.COLUMN)
                    .map(RepeatedColumns::isWritten)
                    .orElse(true);
        }
        return attribute.joinColumns().stream()
                .filter(join ->
                        join.text("name").map(column.logicalName()::equals).orElse(true))
                .findFirst()
                .map(RepeatedColumns::isWritten)
                .orElse(true);
    }

    private static boolean isWritten(AnnotationValues column) {
        return column.flag("insertable", true) || column.flag("updatable", true);
    }
}
