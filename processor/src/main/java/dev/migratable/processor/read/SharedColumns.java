package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/**
 * Puts the parts of a table that several entities share together. Where two of them have one column, Hibernate takes the
 * definition that it meets first, and that depends on the order of classes; so they must say the same.
 */
final class SharedColumns {

    private SharedColumns() {}

    static MappedParts merge(ReadContext context, List<EntityParts.Member> members) {
        MappedParts all = new MappedParts();
        Map<String, MappedColumn> columns = new LinkedHashMap<>();
        Map<String, TypeElement> owners = new LinkedHashMap<>();
        for (EntityParts.Member member : members) {
            MappedParts parts = new MappedParts();
            parts.add(member.parts());
            if (members.size() == 1) {
                all.add(parts);
                break;
            }
            parts.columns().removeIf(column -> {
                String name = SecondaryTables.tableOf(column) + "." + column.name();
                MappedColumn other = columns.putIfAbsent(name, column);
                TypeElement owner = owners.putIfAbsent(name, member.entity());
                // two of one entity are found with those of entities that share nothing
                return other != null && !member.entity().equals(owner) && isShared(context, column, other, parts);
            });
            all.add(parts);
        }
        Set<MappedReference> references = new LinkedHashSet<>(all.references());
        all.references().clear();
        all.references().addAll(references);
        Set<List<String>> uniques = new LinkedHashSet<>(all.uniques());
        all.uniques().clear();
        all.uniques().addAll(uniques);
        return all;
    }

    /** Adds what a class below an embeddable has; a column that another one has, too, they share. */
    static void add(ReadContext context, MappedParts parts, MappedParts all) {
        List<MappedColumn> known = List.copyOf(all.columns());
        parts.columns()
                .removeIf(column -> known.stream()
                        .filter(other -> other.name().equals(column.name())
                                && SecondaryTables.tableOf(other).equals(SecondaryTables.tableOf(column)))
                        .findFirst()
                        .filter(other -> isShared(context, column, other, parts))
                        .isPresent());
        parts.references().removeAll(all.references());
        parts.uniques().removeAll(all.uniques());
        all.add(parts);
    }

    private static boolean isShared(ReadContext context, MappedColumn column, MappedColumn other, MappedParts parts) {
        boolean same = column.column().equals(other.column())
                && column.unique() == other.unique()
                && column.checks().equals(other.checks());
        if (!same) {
            String fact = "the column '" + column.name() + "' is also that of the attribute '"
                    + other.attribute().path() + "', which says otherwise what it is";
            context.error(column.attribute().element(), Problem.NAME_TWICE, fact);
            parts.fail();
        }
        return same;
    }
}
