package dev.migratable.cli;

import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.diff.ColumnStatistics;
import dev.migratable.diff.OwnedScope;
import dev.migratable.diff.Statistics;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks live databases about the columns that may be renamed ones: of tables in which some went and some came. */
final class RenameStatistics {

    private RenameStatistics() {}

    static Statistics of(OwnedScope.Result differences, Side from, Side to) {
        List<ColumnName> come = differences.changes().stream()
                .filter(AddColumn.class::isInstance)
                .map(c -> new ColumnName(c.table(), ((AddColumn) c).column().name()))
                .toList();
        Set<QualifiedName> tables = come.stream().map(ColumnName::table).collect(Collectors.toSet());
        List<ColumnName> gone = Stream.concat(differences.changes().stream(), differences.leftovers().stream())
                .filter(c -> c instanceof DropColumn && tables.contains(c.table()))
                .map(c -> new ColumnName(c.table(), ((DropColumn) c).column().name()))
                .toList();
        if (gone.isEmpty()) {
            return Statistics.NONE;
        }
        Set<QualifiedName> both = gone.stream().map(ColumnName::table).collect(Collectors.toSet());
        return new Statistics(
                current(gone, differences.changes(), from),
                to.statistics()
                        .apply(come.stream()
                                .filter(c -> both.contains(c.table()))
                                .toList()));
    }

    /** The database knows a renamed table by its former name. */
    private static Map<ColumnName, ColumnStatistics> current(List<ColumnName> gone, List<Change> changes, Side from) {
        Map<QualifiedName, QualifiedName> former = new HashMap<>();
        changes.stream()
                .filter(RenameTable.class::isInstance)
                .forEach(c -> former.put(((RenameTable) c).newName(), c.table()));
        Map<ColumnName, ColumnName> asked = new HashMap<>();
        gone.forEach(c -> asked.put(new ColumnName(former.getOrDefault(c.table(), c.table()), c.column()), c));
        Map<ColumnName, ColumnStatistics> found = new HashMap<>();
        from.statistics()
                .apply(List.copyOf(asked.keySet()))
                .forEach((column, statistics) -> found.put(asked.getOrDefault(column, column), statistics));
        return found;
    }
}
