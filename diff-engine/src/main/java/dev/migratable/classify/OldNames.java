package dev.migratable.classify;

import dev.migratable.catalog.Dependent;
import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows how tables and columns are called in the database while changes speak of them under their new names. */
final class OldNames {

    private final Map<QualifiedName, QualifiedName> tables = new HashMap<>();
    private final Map<ColumnName, String> columns = new HashMap<>();

    OldNames(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof RenameTable rename) {
                tables.put(rename.newName(), rename.table());
            } else if (change instanceof RenameColumn rename) {
                columns.put(new ColumnName(rename.table(), rename.to()), rename.from());
            }
        }
    }

    QualifiedName table(QualifiedName name) {
        return tables.getOrDefault(name, name);
    }

    String column(QualifiedName table, String column) {
        return columns.getOrDefault(new ColumnName(table, column), column);
    }

    /** Returns what hangs on tables under the names that the changes use. */
    List<Dependent> rename(List<Dependent> dependents) {
        Map<QualifiedName, QualifiedName> newNames = new HashMap<>();
        tables.forEach((present, old) -> newNames.put(old, present));
        return dependents.stream()
                .map(d -> rename(d, newNames.getOrDefault(d.table(), d.table())))
                .toList();
    }

    private Dependent rename(Dependent dependent, QualifiedName table) {
        return new Dependent(
                dependent.kind(),
                dependent.name(),
                table,
                dependent.column().map(column -> newColumn(table, column)),
                dependent.detail());
    }

    /** Returns how changes call a column that the database calls otherwise. */
    String newColumn(QualifiedName table, String oldColumn) {
        return columns.entrySet().stream()
                .filter(e -> e.getKey().table().equals(table) && e.getValue().equals(oldColumn))
                .map(e -> e.getKey().column())
                .findFirst()
                .orElse(oldColumn);
    }
}
