package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.Map;

/** Writes the blocks that give a new column or view what only the catalog knows of the old one. */
public final class CarryOverSql {
    private static final String ATTRIBUTES = """

            DECLARE
                source record;
                target record;
                entry record;
            BEGIN
                SELECT * INTO STRICT source FROM pg_catalog.pg_attribute
                WHERE attrelid = {regclass} AND attname = {fromText} AND NOT attisdropped;
                SELECT * INTO STRICT target FROM pg_catalog.pg_attribute
                WHERE attrelid = {regclass} AND attname = {toText} AND NOT attisdropped;
                IF source.attstorage <> target.attstorage
                    AND source.attstorage <> (SELECT typstorage FROM pg_catalog.pg_type WHERE oid = source.atttypid)
                    AND (SELECT typlen FROM pg_catalog.pg_type WHERE oid = target.atttypid) = -1 THEN
                    EXECUTE 'ALTER TABLE {table} ALTER COLUMN {to} SET STORAGE '
                        || CASE source.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'
                               WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END;
                END IF;
                IF coalesce(source.attstattarget, -1) <> coalesce(target.attstattarget, -1) THEN
                    EXECUTE 'ALTER TABLE {table} ALTER COLUMN {to} SET STATISTICS '
                        || coalesce(source.attstattarget, -1);
                END IF;
                IF to_jsonb(source) ->> 'attcompression' <> ''
                    AND (SELECT typstorage FROM pg_catalog.pg_type WHERE oid = target.atttypid) <> 'p' THEN
                    EXECUTE 'ALTER TABLE {table} ALTER COLUMN {to} SET COMPRESSION '
                        || CASE to_jsonb(source) ->> 'attcompression' WHEN 'l' THEN 'lz4' ELSE 'pglz' END;
                END IF;
                IF source.attoptions IS NOT NULL THEN
                    EXECUTE 'ALTER TABLE {table} ALTER COLUMN {to} SET ('
                        || array_to_string(source.attoptions, ', ') || ')';
                END IF;
                IF col_description({regclass}, source.attnum) IS NOT NULL AND col_description({regclass}, target.attnum) IS NULL THEN
                    EXECUTE 'COMMENT ON COLUMN {table}.{to} IS ' || quote_literal(col_description({regclass}, source.attnum));
                END IF;
                {grants}
            END
            """;

    private static final String VIEW = """

            DECLARE
                entry record;
            BEGIN
                IF EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = {target} AND relrowsecurity) THEN
                    RAISE EXCEPTION USING ERRCODE = 'feature_not_supported', MESSAGE = {rowSecurity};
                END IF;
                IF {viewExists} THEN
                    RETURN;
                END IF;
                EXECUTE {createView};
                EXECUTE format('ALTER VIEW {view} OWNER TO %I',
                    (SELECT pg_get_userbyid(relowner) FROM pg_catalog.pg_class WHERE oid = {target}));
                {grants}
            END
            """;

    private static final String DEPENDENTS = """

            DECLARE
                dependents text;
            BEGIN
                SELECT string_agg(DISTINCT dependent, ', ' ORDER BY dependent) INTO dependents FROM (
                    SELECT CASE d.classid
                            WHEN 'pg_rewrite'::regclass THEN
                                (SELECT 'view ' || ev_class::regclass FROM pg_catalog.pg_rewrite WHERE oid = d.objid)
                            ELSE pg_describe_object(d.classid, d.objid, d.objsubid)
                        END AS dependent
                    FROM pg_catalog.pg_depend AS d
                    WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = {regclass} AND {part}
                      AND (d.classid IN ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_proc'::regclass,
                              'pg_publication_rel'::regclass, 'pg_statistic_ext'::regclass)
                          OR d.classid = 'pg_class'::regclass AND d.objid = d.refobjid AND d.objsubid > 0
                          OR d.classid = 'pg_trigger'::regclass AND d.deptype = 'n'
                          OR d.classid = 'pg_attrdef'::regclass AND EXISTS (
                              SELECT FROM pg_catalog.pg_attrdef AS e JOIN pg_catalog.pg_attribute AS a
                                  ON a.attrelid = e.adrelid AND a.attnum = e.adnum
                              WHERE e.oid = d.objid AND e.adnum <> d.refobjsubid AND a.attgenerated <> ''))
                ) AS found
                WHERE dependent NOT IN ({allowed}) AND dependent NOT LIKE 'trigger ~migratable%'
                    AND dependent NOT LIKE 'trigger "~migratable%';
                IF dependents IS NOT NULL THEN
                    RAISE EXCEPTION USING ERRCODE = 'dependent_objects_still_exist', MESSAGE = {message} || dependents;
                END IF;
            END
            """;

    private static final String FILLED = """

            BEGIN
                IF {columnExists} THEN
                    IF EXISTS (SELECT FROM {table} WHERE {column} IS NOT NULL) THEN
                        RAISE EXCEPTION USING ERRCODE = 'duplicate_column', MESSAGE = {message};
                    END IF;
                END IF;
            END
            """;

    private CarryOverSql() {}

    /** Gives a column the storage, statistics target, options, comment and privileges of another column of its table. */
    public static String attributes(QualifiedName table, String from, String to) {
        return quote(SqlTemplate.fill(
                ATTRIBUTES,
                Map.of(
                        "regclass", Sql.regclass(table),
                        "table", inLiteral(Sql.name(table)),
                        "to", inLiteral(Sql.identifier(to)),
                        "fromText", Sql.literal(from),
                        "toText", Sql.literal(to),
                        "grants", GrantSql.likeColumn(table, inLiteral(Sql.identifier(to))))));
    }

    /** Fails where a column is there already and holds values: as a twin, it would lose them to the backfill. */
    public static String refuseFilled(QualifiedName table, String column) {
        return quote(SqlTemplate.fill(
                FILLED,
                Map.of(
                        "columnExists",
                        CatalogTest.column(table, column),
                        "table",
                        Sql.name(table),
                        "column",
                        Sql.identifier(column),
                        "message",
                        Sql.literal("column " + table.display() + "." + column
                                + " is there already and holds values, which the migration would overwrite; rename or"
                                + " empty that column first"))));
    }

    /** Creates a view over a table under its former name, with the owner and the privileges of the table. */
    public static String compatibilityView(QualifiedName table, QualifiedName view, Iterable<String> columns) {
        StringBuilder list = new StringBuilder();
        columns.forEach(c -> list.append(list.length() == 0 ? "" : ", ").append(Sql.identifier(c)));
        String create = "CREATE VIEW " + Sql.name(view) + " AS SELECT " + list + " FROM " + Sql.name(table);
        return quote(SqlTemplate.fill(
                VIEW,
                Map.of(
                        "target", Sql.regclass(table),
                        "viewExists", CatalogTest.view(view),
                        "createView", Sql.literal(create),
                        "view", Sql.inFormat(Sql.name(view)),
                        "grants", GrantSql.likeTable(table, view),
                        "rowSecurity",
                                Sql.literal("table " + table.display() + " has row level security, which a view under "
                                        + "its former name would bypass; rename it by hand while nobody uses it"))));
    }

    /** Grants on a table what was granted since on the view under its former name, which is about to go. */
    public static String carryGrantsBack(QualifiedName view, QualifiedName table) {
        return GrantSql.carryBack(view, table, "attname");
    }

    /** Drops a view if it is there. */
    public static String dropView(QualifiedName view) {
        return Sql.blockIf(CatalogTest.view(view), "DROP VIEW " + Sql.name(view));
    }

    /**
     * Fails, naming them, where views, rules, policies, functions, publications, statistics, triggers or generated
     * columns depend on a column that is to go.
     *
     * @param allowedView the view under the table's former name, which goes before the column does
     */
    public static String refuseDependents(QualifiedName table, String column, QualifiedName allowedView) {
        String part = "d.refobjsubid = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = "
                + Sql.regclass(table) + " AND attname = " + Sql.literal(column) + " AND NOT attisdropped)";
        return refuse(table, part, "column " + table.display() + "." + column, allowedView);
    }

    /**
     * Does the same, but nothing where a condition holds.
     *
     * @param done SQL condition over the catalog
     */
    public static String refuseDependentsUnless(
            String done, QualifiedName table, String column, QualifiedName allowedView) {
        String part =
                "NOT " + done + " AND d.refobjsubid = (SELECT attnum FROM pg_catalog.pg_attribute WHERE attrelid = "
                        + Sql.regclass(table) + " AND attname = " + Sql.literal(column) + " AND NOT attisdropped)";
        return refuse(table, part, "column " + table.display() + "." + column, allowedView);
    }

    /** Fails, naming them, where views or rules of others depend on a table that is to go. */
    public static String refuseDependents(QualifiedName table) {
        return refuse(table, "d.classid = 'pg_rewrite'::regclass", "table " + table.display(), table);
    }

    private static String refuse(QualifiedName table, String part, String what, QualifiedName allowedView) {
        String view = "view " + Sql.identifier(allowedView.name());
        String qualified = "view " + Sql.name(allowedView);
        String message = what + " cannot go while these depend on it; change or drop them first: ";
        return quote(SqlTemplate.fill(
                DEPENDENTS,
                Map.of(
                        "regclass",
                        Sql.regclass(table),
                        "part",
                        part,
                        "allowed",
                        Sql.literal(view) + ", " + Sql.literal(qualified),
                        "message",
                        Sql.literal(message))));
    }

    private static String inLiteral(String sql) {
        return sql.replace("'", "''");
    }

    private static String quote(String body) {
        return "DO " + Sql.dollarQuote(body, "migratable");
    }
}
