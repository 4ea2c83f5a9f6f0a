package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.Map;

/** Writes what functions of others need that work on a table whose columns change. */
public final class FunctionSql {

    /**
     * Tells which functions {@code f}, of schemas {@code n}, work on a column as far as their text says. What belongs to
     * an extension was written without knowing of the table, and its text has the words by chance; not so where it is a
     * trigger of the table.
     */
    private static final String MENTIONING = """
            n.nspname NOT IN ('pg_catalog', 'information_schema', {ours})
                      AND n.nspname NOT LIKE 'pg\\_temp%' AND f.prosrc ~* {column}
                      AND (EXISTS (SELECT FROM pg_catalog.pg_trigger AS g WHERE g.tgfoid = f.oid AND g.tgrelid = {regclass})
                          OR f.prosrc ~* {tableWord} AND NOT EXISTS (
                              SELECT FROM pg_catalog.pg_depend AS d
                              WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = f.oid AND d.deptype = 'e'))""";

    /**
     * A session keeps the plans of a PL/pgSQL function's expressions, with the types that a record's fields had then, for
     * as long as the function's row in the catalog is the same: from a change of type on, every call would fail with
     * "type of parameter does not match that when preparing the plan", until the session ends. Setting an attribute to
     * what it is writes the row anew.
     */
    private static final String PLAN_ANEW = """

            DECLARE
                entry record;
            BEGIN
                FOR entry IN
                    SELECT f.oid::regprocedure AS function, f.prosecdef, pg_get_userbyid(f.proowner) AS owner,
                        pg_has_role(f.proowner, 'USAGE') AS mine
                    FROM pg_catalog.pg_proc AS f
                        JOIN pg_catalog.pg_namespace AS n ON n.oid = f.pronamespace
                        JOIN pg_catalog.pg_language AS l ON l.oid = f.prolang
                    WHERE l.lanname = 'plpgsql' AND {mentioning}
                    ORDER BY mine, f.oid::regprocedure::text
                LOOP
                    IF NOT entry.mine THEN
                        RAISE EXCEPTION USING ERRCODE = 'dependent_objects_still_exist', MESSAGE = {message}
                            || entry.function || ', which mentions it, belongs to ' || entry.owner;
                    END IF;
                    EXECUTE format('ALTER ROUTINE %s SECURITY %s', entry.function,
                        CASE WHEN entry.prosecdef THEN 'DEFINER' ELSE 'INVOKER' END);
                END LOOP;
            END
            """;

    private FunctionSql() {}

    /**
     * Makes open sessions plan anew what PL/pgSQL functions do with a column that has got another type: triggers of the
     * table, and functions that mention the table, whose text mentions the column. Fails where one of them belongs to a
     * role that the runner's is no member of.
     */
    public static String planAnew(QualifiedName table, String column) {
        return "DO "
                + Sql.dollarQuote(
                        SqlTemplate.fill(
                                PLAN_ANEW,
                                Map.of(
                                        "mentioning",
                                                mentioning(
                                                        Sql.literal(word(column)),
                                                        Sql.regclass(table),
                                                        Sql.literal(word(table.name()))),
                                        "message",
                                                Sql.literal("column " + table.display() + "." + column
                                                        + " cannot get another type while only another role can make"
                                                        + " sessions plan this function anew: "))),
                        "migratable");
    }

    /**
     * Returns a condition on {@code pg_proc AS f} and {@code pg_namespace AS n}: whether the function's text mentions a
     * column, and its table unless it is the table's trigger.
     *
     * @param column SQL of the column as a word of a regular expression
     * @param table SQL of the table's oid
     * @param tableWord SQL of the table as such a word
     */
    static String mentioning(String column, String table, String tableWord) {
        return SqlTemplate.fill(
                MENTIONING,
                Map.of(
                        "ours", Sql.literal(BookkeepingSql.SCHEMA),
                        "column", column,
                        "regclass", table,
                        "tableWord", tableWord));
    }

    /** Returns a name as a word of a regular expression of the server. */
    static String word(String name) {
        return "\\m" + name.replaceAll("([^A-Za-z0-9_])", "\\\\$1") + "\\M";
    }
}
