package dev.migratable.cli;

import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.RenameStrategy;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Has a view show a renamed column under both names where its table has too many rows for a second column. */
final class RenamePolicy {

    private RenamePolicy() {}

    /**
     * Returns the declarations with the strategies that this chooses.
     *
     * @param from the current schema
     * @param rows estimated rows by table of that schema; a table of which nothing is known is missing
     * @param beyond a table with more rows than these gets a view
     * @param notes is told what was chosen, and where nothing is known
     */
    static Declarations apply(
            Declarations declared, Schema from, Map<QualifiedName, Long> rows, long beyond, Consumer<String> notes) {
        List<ColumnRename> renames = new ArrayList<>();
        for (ColumnRename rename : declared.columnRenames()) {
            QualifiedName table = before(declared, from, rename.table());
            boolean due = rename.strategy() == RenameStrategy.DUAL_WRITE
                    && from.table(table).flatMap(t -> t.column(rename.from())).isPresent();
            Long known = rows.get(table);
            String what = rename.from() + " is renamed to " + rename.to();
            if (due && known == null) {
                notes.accept("how many rows " + table.display() + " has is not known: " + what
                        + " by dual write; ANALYZE it");
            }
            boolean large = due && known != null && known > beyond;
            if (large) {
                notes.accept(String.format(
                        Locale.ROOT, "%s has about %,d rows: %s by a view", table.display(), known, what));
            }
            renames.add(
                    large
                            ? new ColumnRename(rename.table(), rename.from(), rename.to(), RenameStrategy.ALIAS_VIEW)
                            : rename);
        }
        return new Declarations(
                renames,
                declared.tableRenames(),
                declared.retirements(),
                declared.backfills(),
                declared.acceptedRisks());
    }

    private static QualifiedName before(Declarations declared, Schema from, QualifiedName table) {
        return declared.tableRenames().stream()
                .filter(rename -> rename.to().equals(table))
                .map(TableRename::from)
                .filter(name -> from.table(name).isPresent())
                .findFirst()
                .orElse(table);
    }
}
