package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Writes the statements by which a column and its twin of another type change names; each can be run again, and all of
 * them are meant for one transaction.
 *
 * @param table the table
 * @param name what versions call the column, before and after
 * @param twin what the twin is called before
 * @param parked what the old column is called after
 * @param defaultValue the default that goes along with the name
 */
public record SwapSql(QualifiedName table, String name, String twin, String parked, Optional<String> defaultValue) {

    /** Returns the statements that swap; triggers follow their columns, a function has to be replaced besides. */
    public List<String> swap(QualifiedName allowedView) {
        return List.of(
                CarryOverSql.refuseDependentsUnless(CatalogTest.column(table, parked), table, name, allowedView),
                move(parked, twin),
                ColumnSql.changeDefault(table, name, defaultValue),
                ColumnSql.changeDefault(table, parked, Optional.empty()),
                FunctionSql.planAnew(table, name));
    }

    /** Returns the statements that swap back. */
    public List<String> swapBack() {
        return List.of(
                move(twin, parked),
                ColumnSql.changeDefault(table, name, defaultValue),
                ColumnSql.changeDefault(table, twin, Optional.empty()),
                FunctionSql.planAnew(table, name));
    }

    /** The name of a NOT NULL constraint is that of the column's name, so it goes along. */
    private String move(String away, String here) {
        return Sql.blockIf(
                CatalogTest.column(table, name) + "\n    AND " + CatalogTest.column(table, here) + "\n    AND NOT "
                        + CatalogTest.column(table, away),
                ColumnSql.renaming(table, name, away),
                ColumnSql.renaming(table, here, name),
                NotNullNameSql.exchange(table, name, away));
    }

    /** Returns the test that the names are swapped. */
    public String swapped() {
        return CatalogTest.all(
                List.of(CatalogTest.column(table, parked), CatalogTest.not(CatalogTest.column(table, twin))));
    }
}
