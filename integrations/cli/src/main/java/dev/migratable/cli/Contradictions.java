package dev.migratable.cli;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations.ColumnRename;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Declarations.TableRename;
import dev.migratable.schema.MigratableException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds declarations of a command line that cannot all be true. */
final class Contradictions {

    private Contradictions() {}

    /**
     * Rejects what is renamed twice, what is renamed and retired, and two things that get one name.
     *
     * @throws MigratableException that names the first of them
     */
    static void check(List<TableRename> tables, List<ColumnRename> columns, List<Retirement> retirements) {
        Set<String> gone = new HashSet<>();
        Set<String> come = new HashSet<>();
        for (TableRename rename : new HashSet<>(tables)) {
            once(gone, "table " + rename.from().display(), "renamed twice");
            once(come, "table " + rename.to().display(), "the new name of two tables");
        }
        for (ColumnRename rename : columns) {
            once(gone, "column " + new ColumnName(rename.table(), rename.from()).display(), "renamed twice");
            once(
                    come,
                    "column " + new ColumnName(rename.table(), rename.to()).display(),
                    "the new name of two columns");
        }
        for (Retirement retirement : new HashSet<>(retirements)) {
            String what = retirement
                    .column()
                    .map(column -> "column " + new ColumnName(retirement.table(), column).display())
                    .orElse("table " + retirement.table().display());
            once(gone, what, "both renamed and retired");
        }
    }

    private static void once(Set<String> seen, String what, String fact) {
        if (!seen.add(what)) {
            throw CliError.DECLARATION.at(what, "is " + fact, "Keep one of the two options");
        }
    }
}
