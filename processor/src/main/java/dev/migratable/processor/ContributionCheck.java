package dev.migratable.processor;

import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Checks that what some entities add to the tables of others can be put there. */
final class ContributionCheck {

    private final Elements elements;
    private final Diagnostics diagnostics;

    ContributionCheck(Elements elements, Diagnostics diagnostics) {
        this.elements = elements;
        this.diagnostics = diagnostics;
    }

    /** Reports what does not fit; false where there is something. */
    boolean fits(SortedMap<String, Model> byClass, SortedMap<String, EntityMapping> mappings) {
        Map<QualifiedName, Table> tables = new HashMap<>();
        Map<ColumnName, Column> columns = new HashMap<>();
        Map<QualifiedName, List<ForeignKey>> keys = new HashMap<>();
        byClass.values().stream()
                .map(model -> model.schema().tables())
                .flatMap(Collection::stream)
                .forEach(table -> {
                    tables.put(table.name(), table);
                    keys.put(table.name(), new ArrayList<>(table.foreignKeys()));
                    table.columns().forEach(c -> columns.put(new ColumnName(table.name(), c.name()), c));
                });
        boolean fits = true;
        for (Map.Entry<String, Model> entry : byClass.entrySet()) {
            for (Table contribution : entry.getValue().contributions().tables()) {
                Optional<String> problem = problem(contribution, tables, columns)
                        .or(() ->
                                rival(contribution, keys.computeIfAbsent(contribution.name(), n -> new ArrayList<>())));
                problem.ifPresent(fact -> report(entry.getKey(), mappings, fact));
                fits &= problem.isEmpty();
            }
        }
        return fits;
    }

    private static Optional<String> problem(
            Table contribution, Map<QualifiedName, Table> tables, Map<ColumnName, Column> columns) {
        QualifiedName name = contribution.name();
        if (!tables.containsKey(name)) {
            return Optional.of("it adds columns to the table '" + name.display() + "', which is not in this module");
        }
        for (Column column : contribution.columns()) {
            Column other = columns.putIfAbsent(new ColumnName(name, column.name()), column);
            if (other != null && !other.type().equals(column.type())) {
                return Optional.of("it adds the column '" + column.name() + "' of type "
                        + column.type().sql() + " to the table '" + name.display() + "', where it is "
                        + other.type().sql());
            }
        }
        return Optional.empty();
    }

    /** Which of two foreign keys of the same columns Hibernate makes depends on the order in which it meets them. */
    private static Optional<String> rival(Table contribution, List<ForeignKey> keys) {
        for (ForeignKey key : contribution.foreignKeys()) {
            for (ForeignKey other : keys) {
                if (other.columns().equals(key.columns())
                        && !other.referencedTable().equals(key.referencedTable())) {
                    return Optional.of("its foreign key of '" + String.join(", ", key.columns())
                            + "' references another table than that of "
                            + other.referencedTable().display());
                }
            }
        }
        contribution.foreignKeys().forEach(keys::add);
        return Optional.empty();
    }

    private void report(String binaryName, SortedMap<String, EntityMapping> mappings, String fact) {
        TypeElement type = elements.getTypeElement(binaryName.replace('$', '.'));
        String fix = "Add mappedBy and a @ManyToOne on the other side, use a @JoinTable, or map the column there, too";
        if (type != null && mappings.containsKey(binaryName)) {
            diagnostics.error(type, Problem.ASSOCIATION, fact, fix);
        } else {
            diagnostics.error(Problem.ASSOCIATION, binaryName + ": " + fact, fix);
        }
    }
}
