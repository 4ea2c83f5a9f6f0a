package dev.migratable.classify;

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

    /** Returns how changes call a column that the database calls otherwise. */
    String newColumn(QualifiedName table, String oldColumn) {
        return columns.entrySet().stream()
                .filter(e -> e.getKey().table().equals(table) && e.getValue().equals(oldColumn))
                .map(e -> e.getKey().column())
                .findFirst()
                .orElse(oldColumn);
    }
}
