package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.Map;

/** Writes the loops of blocks by which a relation or a column gets privileges that another one has. */
final class GrantSql {

    private static final String USABLE = "a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')";

    private static final String LOOP = """
            FOR entry IN
                    {granted}
                LOOP
                    EXECUTE format('GRANT %s ON {relation} TO %s%s', entry.privilege,
                        CASE entry.grantee WHEN 0 THEN 'PUBLIC' ELSE entry.grantee::regrole::text END,
                        CASE WHEN entry.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
                END LOOP;""";

    private static final String GRANTED = """
            SELECT a.privilege_type || coalesce(' (' || quote_ident(c.attname) || ')', '') AS privilege,
                        a.grantee, a.is_grantable
                    FROM (
                        SELECT relacl AS acl, NULL::name AS attname FROM pg_catalog.pg_class WHERE oid = {relation}
                        UNION ALL
                        SELECT attacl, {attname} FROM pg_catalog.pg_attribute
                        WHERE attrelid = {relation} AND attnum > 0 AND NOT attisdropped{more}
                    ) AS c, aclexplode(c.acl) AS a
                    WHERE {wanted}""";

    private static final String SAME_COLUMN = "\n            UNION ALL\n            SELECT attacl, {other} FROM"
            + " pg_catalog.pg_attribute\n            WHERE attrelid = {relation} AND attname = {column}";

    private static final String CARRY = """

            DECLARE
                entry record;
            BEGIN
                IF NOT {viewExists} THEN
                    RETURN;
                END IF;
                {loop}
            END
            """;

    private GrantSql() {}

    /** Grants on a view what of that which views have is granted on its table. */
    static String likeTable(QualifiedName table, QualifiedName view) {
        return loop(granted(Sql.regclass(table), "attname", "", USABLE), view);
    }

    /**
     * Does the same for a view that has a column of the table under another name, too.
     *
     * @param column its name in the table
     * @param other its other name
     */
    static String likeTable(QualifiedName table, QualifiedName view, String column, String other) {
        String more = SqlTemplate.fill(
                SAME_COLUMN,
                Map.of(
                        "relation", Sql.regclass(table),
                        "column", Sql.literal(column),
                        "other", Sql.literal(other)));
        return loop(granted(Sql.regclass(table), "attname", more, USABLE), view);
    }

    /**
     * Grants on a column what is granted on another one of the table, which the block has in {@code source}.
     *
     * @param column SQL of the column, as it stands in a literal
     */
    static String likeColumn(QualifiedName table, String column) {
        return loop(
                "SELECT privilege_type || ' (" + column + ")' AS privilege, grantee, is_grantable\n"
                        + "        FROM aclexplode(source.attacl)",
                table);
    }

    /**
     * Returns the block that grants on a table what was granted on a view in front of it and is not on the table; nothing
     * where there is no such view. Owners have what they left themselves.
     *
     * @param attname SQL of the column's name in the table by {@code attname}, its name in the view
     */
    static String carryBack(QualifiedName view, QualifiedName table, String attname) {
        String others = "a.grantee <> (SELECT relowner FROM pg_catalog.pg_class WHERE oid = ";
        String since = granted(Sql.regclass(view), attname, "", others + Sql.regclass(view) + ")")
                + "\n        EXCEPT\n        "
                + granted(Sql.regclass(table), "attname", "", "true")
                + "\n        ORDER BY grantee, privilege, is_grantable";
        return "DO "
                + Sql.dollarQuote(
                        SqlTemplate.fill(
                                CARRY, Map.of("viewExists", CatalogTest.view(view), "loop", loop(since, table))),
                        "migratable");
    }

    private static String granted(String relation, String attname, String more, String wanted) {
        return SqlTemplate.fill(
                GRANTED, Map.of("relation", relation, "attname", attname, "more", more, "wanted", wanted));
    }

    private static String loop(String granted, QualifiedName relation) {
        String name = Sql.inFormat(Sql.name(relation));
        return SqlTemplate.fill(LOOP, Map.of("granted", granted, "relation", name));
    }
}
