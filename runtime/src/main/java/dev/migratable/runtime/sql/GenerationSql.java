package dev.migratable.runtime.sql;

import dev.migratable.schema.Column;
import dev.migratable.schema.Generated;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the statements that change how a column is generated; each can be run again. */
public final class GenerationSql {
    /** As many as a table has columns in its life. */
    private static final String MOST_DIGITS = "9999";

    /** A migration may be rolled back, rolled out and rolled back again; the values of each time are kept. */
    private static final String MAKE_ROOM = """
            DECLARE
                n integer := 2;
            BEGIN
                IF {there} THEN
                    WHILE EXISTS (SELECT FROM pg_catalog.pg_attribute
                        WHERE attrelid = {regclass} AND attname = {head} || n || {tail} AND NOT attisdropped) LOOP
                        n := n + 1;
                    END LOOP;
                    EXECUTE format('ALTER TABLE {table} RENAME COLUMN {parked} TO %I', {head} || n || {tail});
                END IF;
            END""";

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

    /**
     * Parks an ordinary column, unless it is generated, and adds it anew as it was. What an earlier rollback parked gets a
     * name with a number.
     *
     * @param number the migration's
     */
    public static List<String> generateAgain(QualifiedName table, Column former, String number) {
        String name = former.name();
        String parked = Identifiers.parked(name, number);
        String old = Sql.identifier(parked);
        List<String> statements = new ArrayList<>();
        statements.add(Sql.blockIf(
                "NOT " + CatalogTest.generated(table, name),
                makeRoom(table, name, number),
                alter(table) + "RENAME COLUMN " + Sql.identifier(name) + " TO " + old,
                alter(table) + "ALTER COLUMN " + old + " DROP NOT NULL",
                alter(table) + "ALTER COLUMN " + old + " DROP DEFAULT",
                alter(table) + "ADD COLUMN " + ColumnSql.definition(former)));
        statements.add(CarryOverSql.attributes(table, parked, name));
        statements.add(ColumnSql.comment(table, name, former.comment()));
        return statements;
    }

    private static String makeRoom(QualifiedName table, String column, String number) {
        String tail = Identifiers.parked("", number);
        String widest = Identifiers.fit(column, "__" + MOST_DIGITS + tail);
        String head = widest.substring(0, widest.length() - MOST_DIGITS.length() - tail.length());
        String parked = Identifiers.parked(column, number);
        return SqlTemplate.fill(
                MAKE_ROOM,
                Map.of(
                        "there", CatalogTest.column(table, parked),
                        "regclass", Sql.regclass(table),
                        "head", Sql.literal(head),
                        "tail", Sql.literal(tail),
                        "table", Sql.inFormat(Sql.name(table)),
                        "parked", Sql.inFormat(Sql.identifier(parked))));
    }

    private static String alter(QualifiedName table) {
        return "ALTER TABLE " + Sql.name(table) + " ";
    }
}
