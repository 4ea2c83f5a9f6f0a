package dev.migratable.classify.rule;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.change.DropColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import java.util.List;

/** Says whether an acceptance stands at the place of a change; it never covers more than its place. */
public final class Acceptances {

    private Acceptances() {}

    /**
     * Returns whether the acceptance stands at the column the change is about, or, for a change of the table, of a
     * constraint or index, or of a column that has no attribute any more, at the table.
     */
    public static boolean isAt(Declarations.AcceptedRisk acceptance, Change change) {
        QualifiedName table = change instanceof RenameTable rename ? rename.newName() : change.table();
        if (!acceptance.table().equals(table)) {
            return false;
        }
        List<String> columns = ChangeColumns.of(change);
        return acceptance
                .column()
                .map(columns::contains)
                .orElse(!isOfOneColumn(change, columns) || change instanceof DropColumn);
    }

    private static boolean isOfOneColumn(Change change, List<String> columns) {
        return columns.size() == 1 && change.accept(new ColumnChangeVisitor());
    }
}
