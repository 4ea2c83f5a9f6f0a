package dev.migratable.classify.rule;

import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.classify.StaleDeclaration;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells of an {@code @RenamedFrom} that renames nothing. */
public final class StaleRename {

    /** Its id. */
    public static final RuleId ID = new RuleId("MIG505");

    private StaleRename() {}

    /**
     * Returns a finding for each declared rename that is not to be done. Of several old names of one column or table
     * that is there already, each is stale; while one of them is to be renamed, the others are kept for older databases.
     *
     * @param current the schema before any rename
     * @param tablesRenamed the same after the declared renames of tables
     * @param declarations the declarations
     */
    public static List<StaleDeclaration> check(Schema current, Schema tablesRenamed, Declarations declarations) {
        List<StaleDeclaration> stale = new ArrayList<>();
        for (Declarations.TableRename rename : declarations.tableRenames()) {
            boolean due = declarations.tableRenames().stream()
                    .anyMatch(r -> r.to().equals(rename.to()) && has(current, r.from()) && !has(current, r.to()));
            if (!due) {
                boolean from = has(current, rename.from());
                boolean to = has(current, rename.to());
                Finding finding =
                        finding(Elements.of(rename.to()), rename.from().display(), from, to);
                stale.add(new StaleDeclaration(rename.to(), Optional.empty(), finding));
            }
        }
        for (Declarations.ColumnRename rename : declarations.columnRenames()) {
            Optional<Table> table = tablesRenamed.table(rename.table());
            boolean due = declarations.columnRenames().stream()
                    .filter(r -> r.table().equals(rename.table()) && r.to().equals(rename.to()))
                    .anyMatch(r -> has(table, r.from()) && !has(table, r.to()));
            if (table.isPresent() && !due) {
                String element = Elements.of(rename.table(), rename.to());
                Finding finding = finding(element, rename.from(), has(table, rename.from()), has(table, rename.to()));
                stale.add(new StaleDeclaration(rename.table(), Optional.of(rename.to()), finding));
            }
        }
        return stale;
    }

    private static boolean has(Schema schema, QualifiedName table) {
        return schema.table(table).isPresent();
    }

    private static boolean has(Optional<Table> table, String column) {
        return table.flatMap(t -> t.column(column)).isPresent();
    }

    private static Finding finding(String element, String from, boolean hasFrom, boolean hasTo) {
        if (hasTo && !hasFrom) {
            return new Finding(
                    ID,
                    Risk.CAUTION,
                    element,
                    "is renamed from " + from + " already",
                    "Remove @RenamedFrom(\"" + from + "\") when every database is past contract");
        }
        String fact = hasTo
                ? "is declared to be " + from + " renamed, but both are there; nothing is renamed"
                : "is declared to be " + from + " renamed, which is not there; it comes empty";
        return new Finding(ID, Risk.UNSAFE, element, fact, "Correct or remove @RenamedFrom(\"" + from + "\")");
    }
}
