package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;

/** Looks for what migrations parked, asks what hangs on it, and drops it. */
public final class PurgeSql {

    /** The schema of parked tables, sequences and types, and what marks a parked name. */
    private static final String PARKED_NAMES = "%\\_\\_parked\\_%";

    /** Finds a relation by schema and name, also for a role that may not use the schema. */
    private static final String RELATION = """
            (SELECT r.oid FROM pg_catalog.pg_class AS r JOIN pg_catalog.pg_namespace AS s ON s.oid = r.relnamespace
             WHERE s.nspname = ? AND r.relname = ?)""";

    /** Finds everything that is named as if it were parked: kind, schema, table or empty, name. */
    public static final String NAMED_PARKED = """
            SELECT 'column', n.nspname, c.relname, a.attname
            FROM pg_catalog.pg_attribute AS a JOIN pg_catalog.pg_class AS c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE a.attname LIKE '{names}' AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p')
                AND NOT c.relispartition
            UNION ALL
            SELECT CASE c.relkind WHEN 'S' THEN 'sequence' ELSE 'table' END, n.nspname, '', c.relname
            FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            WHERE n.nspname = 'migratable_parked' AND c.relname LIKE '{names}' AND c.relkind IN ('r', 'p', 'S')
                AND NOT c.relispartition
            UNION ALL
            SELECT 'type', n.nspname, '', t.typname
            FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
            LEFT JOIN pg_catalog.pg_class AS c ON c.oid = t.typrelid
            WHERE n.nspname = 'migratable_parked' AND t.typname LIKE '{names}' AND (t.typtype = 'e' OR c.relkind = 'c')
            ORDER BY 1, 2, 3, 4""".replace("{names}", PARKED_NAMES);

    /**
     * Finds what depends on a column: whether it forbids the drop, and what it is. Parameters: schema and name of its
     * table, its name.
     */
    public static final String COLUMN_DEPENDENTS = """
            SELECT DISTINCT d.deptype = 'n', CASE d.classid WHEN 'pg_rewrite'::regclass
                THEN (SELECT 'view ' || ev_class::regclass FROM pg_catalog.pg_rewrite WHERE oid = d.objid)
                ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END
            FROM pg_catalog.pg_depend AS d
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.refclassid = 'pg_class'::regclass AND a.attrelid = {relation} AND a.attname = ?
                AND NOT a.attisdropped
            ORDER BY 1, 2""".replace("{relation}", RELATION);

    /**
     * Finds what depends on a table or sequence: whether it forbids the drop, and what it is. Parameters: its
     * schema and name.
     */
    public static final String RELATION_DEPENDENTS = """
            SELECT DISTINCT d.deptype = 'n', CASE d.classid WHEN 'pg_rewrite'::regclass
                THEN (SELECT 'view ' || ev_class::regclass FROM pg_catalog.pg_rewrite WHERE oid = d.objid)
                ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END
            FROM pg_catalog.pg_depend AS d
            LEFT JOIN pg_catalog.pg_class AS c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
            LEFT JOIN pg_catalog.pg_constraint AS k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
            WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = {relation}
                AND coalesce(k.conrelid, 0) <> CASE WHEN d.deptype = 'n' THEN d.refobjid ELSE 0 END
                AND coalesce(c.relkind, 'i') <> 't' AND d.classid <> 'pg_type'::regclass
                AND NOT (d.classid = 'pg_class'::regclass AND d.objid = d.refobjid)
            ORDER BY 1, 2""".replace("{relation}", RELATION);

    /**
     * Finds functions whose text, which the server does not track, mentions something parked. Parameters: its name as a
     * word of a regular expression; schema and name of its relation; the relation's name as such a word.
     */
    public static final String MENTIONING_FUNCTIONS = """
            SELECT f.oid::regprocedure::text FROM pg_catalog.pg_proc AS f
            JOIN pg_catalog.pg_namespace AS n ON n.oid = f.pronamespace
            WHERE\s""" + FunctionSql.mentioning("?", RELATION, "?") + " ORDER BY 1";

    /**
     * Says who owns a relation or a type, who asks, whether that one may drop it, and whether it may use its schema.
     * Parameters: whether the owner of the schema may, too, as with all but columns; schema and name.
     */
    public static final String PRIVILEGES = """
            SELECT pg_get_userbyid(o.owner), current_user,
                pg_has_role(o.owner, 'USAGE') OR ? AND pg_has_role(n.nspowner, 'USAGE'),
                has_schema_privilege(n.oid, 'USAGE')
            FROM (
                SELECT relnamespace AS namespace, relname AS name, relowner AS owner FROM pg_catalog.pg_class
                UNION ALL
                SELECT typnamespace, typname, typowner FROM pg_catalog.pg_type WHERE typtype = 'e'
            ) AS o JOIN pg_catalog.pg_namespace AS n ON n.oid = o.namespace
            WHERE n.nspname = ? AND o.name = ?""";

    /** Finds what the role lacks to note what was purged, as the statements that grant it to {@code current_user}. */
    public static final String LACKING = """
            SELECT needed.privilege || ' ON ' || needed.object || ' TO ' || quote_ident(current_user) FROM (
                SELECT 'CREATE' AS privilege, 'SCHEMA migratable' AS object,
                    to_regclass('migratable.purge') IS NULL AND NOT has_schema_privilege('migratable', 'CREATE') AS lacking
                UNION ALL
                SELECT 'TRIGGER', 'migratable.migration', to_regclass('migratable.purge') IS NULL
                    AND NOT has_table_privilege('migratable.migration', 'TRIGGER')
                UNION ALL
                SELECT p.privilege, c.oid::regclass::text, NOT has_table_privilege(c.oid, p.privilege)
                FROM pg_catalog.pg_class AS c CROSS JOIN unnest('{SELECT,INSERT,UPDATE}'::text[]) AS p (privilege)
                WHERE c.relnamespace = 'migratable'::regnamespace AND c.relkind = 'r'
            ) AS needed
            WHERE needed.lacking ORDER BY needed.object, needed.privilege""";

    /**
     * Finds what depends on a type, on arrays of it, or on an attribute of it: whether it forbids the drop, and what it
     * is. Parameters: its schema and name.
     */
    public static final String TYPE_DEPENDENTS = """
            SELECT DISTINCT true, pg_describe_object(d.classid, d.objid, d.objsubid)
            FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
            JOIN pg_catalog.pg_depend AS d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (t.oid, t.typarray)
                OR d.refclassid = 'pg_class'::regclass AND d.refobjid = t.typrelid
            WHERE n.nspname = ? AND t.typname = ? AND d.deptype <> 'i'
            ORDER BY 1, 2""";

    /**
     * Reads when a change set ran, as Liquibase noted it, and whether that is long enough ago. Liquibase notes the local time
     * of who ran it, without saying which; so the latest moment that may be meant counts. Parameters: seconds, file, id.
     */
    public static final String RAN = """
            SELECT to_char(max(dateexecuted), 'YYYY-MM-DD HH24:MI'),
                coalesce(max(dateexecuted) AT TIME ZONE 'UTC' + interval '12 hours' + make_interval(secs => ?)
                    <= clock_timestamp(), false)
            FROM databasechangelog WHERE filename = ? AND id = ? AND author = 'migratable'""";

    /** How long the statement waits for its locks. */
    public static final String WAIT_SHORTLY = "SET LOCAL lock_timeout = '" + Sql.LOCK_TIMEOUT + "'";

    private PurgeSql() {}

    /** Returns a name as a word of a regular expression of the server. */
    public static String word(String name) {
        return FunctionSql.word(name);
    }

    /** Drops a column, and refuses where something else depends on it. */
    public static String dropColumn(QualifiedName table, String column) {
        return "ALTER TABLE " + Sql.name(table) + " DROP COLUMN " + Sql.identifier(column) + " RESTRICT";
    }

    /** Drops a table, and refuses where something else depends on it. */
    public static String dropTable(QualifiedName table) {
        return "DROP TABLE " + Sql.name(table) + " RESTRICT";
    }

    /** Drops a sequence, and refuses where something else depends on it. */
    public static String dropSequence(QualifiedName sequence) {
        return "DROP SEQUENCE " + Sql.name(sequence) + " RESTRICT";
    }

    /** Drops a type, and refuses where something else depends on it. */
    public static String dropType(QualifiedName type) {
        return "DROP TYPE " + Sql.name(type) + " RESTRICT";
    }
}
