package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/** Writes the statements that change how a column is generated; each can be run again. */
public final class GenerationSql {
    private GenerationSql() {}

    /** Computes the values of a generated column by another expression; PostgreSQL 17 and later. */
    public static String setExpression(QualifiedName table, String column, Generated generated) {
        return alter(table) + "ALTER COLUMN " + Sql.identifier(column) + " SET EXPRESSION AS (" + generated.expression()
                + ")";
    }

    /** Makes a stored generated column an ordinary one that keeps its values. */
    public static String dropExpression(QualifiedName table, String column) {
        return alter(table) + "ALTER COLUMN " + Sql.identifier(column) + " DROP EXPRESSION IF EXISTS";
    }

    /** Parks an ordinary column under another name, unless it is generated, and adds it anew as it was. */
    public static List<String> generateAgain(QualifiedName table, Column former, String parked) {
        String name = former.name();
        String old = Sql.identifier(parked);
        List<String> statements = new ArrayList<>();
        statements.add(Sql.blockIf(
                "NOT " + CatalogTest.generated(table, name),
                alter(table) + "RENAME COLUMN " + Sql.identifier(name) + " TO " + old,
                alter(table) + "ALTER COLUMN " + old + " DROP NOT NULL",
                alter(table) + "ALTER COLUMN " + old + " DROP DEFAULT",
                alter(table) + "ADD COLUMN " + ColumnSql.definition(former)));
        statements.add(CarryOverSql.attributes(table, parked, name));
        statements.add(ColumnSql.comment(table, name, former.comment()));
        return statements;
    }

    private static String alter(QualifiedName table) {
        return "ALTER TABLE " + Sql.name(table) + " ";
    }
}
