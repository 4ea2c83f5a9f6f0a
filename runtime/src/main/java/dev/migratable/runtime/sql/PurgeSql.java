package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;

/** Looks for what migrations parked, asks what hangs on it, and drops it. */
public final class PurgeSql {

    /** The schema of parked tables, sequences and types, and what marks a parked name. */
    private static final String PARKED_NAMES = "%\\_\\_parked\\_%";

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
            WHERE n.nspname = 'migratable_parked' AND t.typname LIKE '{names}' AND t.typtype = 'e'
            ORDER BY 1, 2, 3, 4""".replace("{names}", PARKED_NAMES);

    /**
     * Finds what depends on a column: whether it forbids the drop, and what it is. Parameters: the quoted name of its
     * table, its raw name.
     */
    public static final String COLUMN_DEPENDENTS = """
            SELECT DISTINCT d.deptype = 'n', CASE d.classid WHEN 'pg_rewrite'::regclass
                THEN (SELECT 'view ' || ev_class::regclass FROM pg_catalog.pg_rewrite WHERE oid = d.objid)
                ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END
            FROM pg_catalog.pg_depend AS d
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.refclassid = 'pg_class'::regclass AND a.attrelid = to_regclass(?) AND a.attname = ?
                AND NOT a.attisdropped
            ORDER BY 1, 2""";

    /**
     * Finds what depends on a table or sequence: whether it forbids the drop, and what it is. Parameter: its quoted name,
     * twice.
     */
    public static final String RELATION_DEPENDENTS = """
            SELECT DISTINCT d.deptype = 'n', CASE d.classid WHEN 'pg_rewrite'::regclass
                THEN (SELECT 'view ' || ev_class::regclass FROM pg_catalog.pg_rewrite WHERE oid = d.objid)
                ELSE pg_describe_object(d.classid, d.objid, d.objsubid) END
            FROM pg_catalog.pg_depend AS d
            LEFT JOIN pg_catalog.pg_class AS c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
            LEFT JOIN pg_catalog.pg_constraint AS k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
            WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid = to_regclass(?)
                AND coalesce(k.conrelid, 0) <> CASE WHEN d.deptype = 'n' THEN to_regclass(?)::oid ELSE 0 END
                AND coalesce(c.relkind, 'i') <> 't' AND d.classid <> 'pg_type'::regclass
                AND NOT (d.classid = 'pg_class'::regclass AND d.objid = d.refobjid)
            ORDER BY 1, 2""";

    /**
     * Finds what depends on a type or on arrays of it: whether it forbids the drop, and what it is. Parameter: its quoted
     * name, twice.
     */
    public static final String TYPE_DEPENDENTS = """
            SELECT DISTINCT true, pg_describe_object(d.classid, d.objid, d.objsubid)
            FROM pg_catalog.pg_depend AS d JOIN pg_catalog.pg_type AS t ON d.refobjid IN (t.oid, t.typarray)
            WHERE d.refclassid = 'pg_type'::regclass AND t.oid IN (to_regtype(?), to_regtype(?)) AND d.deptype <> 'i'
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
