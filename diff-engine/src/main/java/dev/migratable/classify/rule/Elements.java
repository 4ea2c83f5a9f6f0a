package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.QualifiedName;
import java.util.List;

/** Names the place of a finding for people. */
final class Elements {

    private Elements() {}

    static String of(QualifiedName table) {
        return table.display();
    }

    static String of(QualifiedName table, String column) {
        return new ColumnName(table, column).display();
    }

    /** Names the column where the change is about one, else the table. */
    static String of(Change change) {
        List<String> columns = ChangeColumns.of(change);
        return columns.size() == 1 ? of(change.table(), columns.get(0)) : of(change.table());
    }
}
