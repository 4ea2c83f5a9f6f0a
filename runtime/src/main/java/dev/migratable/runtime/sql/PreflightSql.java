package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;

/** Holds the questions that are asked before the first statement of a migration; none of them writes. */
public final class PreflightSql {

    /** Begins a transaction that cannot write. */
    public static final String BEGIN = "SET TRANSACTION READ ONLY";

    /** Finds which of some tables are there; the parameter is their quoted names. */
    public static final String EXISTING = """
            SELECT name FROM unnest(?) AS t (name) JOIN pg_class c ON c.oid = to_regclass(name) WHERE c.relkind IN ('r', 'p')""";

    /** Reads of tables, by quoted names: owner, whether the role may act for it, and other privileges. */
    public static final String TABLE_PRIVILEGES = """
            SELECT name, pg_get_userbyid(c.relowner), pg_has_role(c.relowner, 'USAGE'),
                   has_table_privilege(c.oid, 'SELECT'), has_table_privilege(c.oid, 'UPDATE'),
                   has_table_privilege(c.oid, 'TRIGGER'), has_table_privilege(c.oid, 'REFERENCES'), current_user
            FROM unnest(?) AS t (name) JOIN pg_class c ON c.oid = to_regclass(name) ORDER BY name""";

    /** Reads of schemas, by quoted names: whether it is there, and whether the role may create in it. */
    public static final String SCHEMA_PRIVILEGES = """
            SELECT name, to_regnamespace(name) IS NOT NULL,
                   coalesce(has_schema_privilege(to_regnamespace(name)::oid, 'CREATE'), false),
                   coalesce(has_schema_privilege(to_regnamespace(name)::oid, 'USAGE'), false), current_user
            FROM unnest(?) AS s (name) ORDER BY name""";

    /** Says whether the role may create schemas. */
    public static final String MAY_CREATE_SCHEMAS = "SELECT has_database_privilege(current_database(), 'CREATE')";

    /** Finds those of our own tables, and of Liquibase's, which the role may not write. */
    public static final String OWN_TABLES = """
            SELECT c.oid::regclass::text FROM pg_class c
            WHERE (c.relnamespace = to_regnamespace('migratable')::oid AND c.relkind = 'r'
                   OR c.oid = to_regclass('databasechangelog'))
              AND NOT (has_table_privilege(c.oid, 'SELECT') AND has_table_privilege(c.oid, 'INSERT')
                       AND has_table_privilege(c.oid, 'UPDATE'))
            ORDER BY 1""";

    /** Says whether Liquibase's table is missing and the role may not create it. */
    public static final String NO_CHANGELOG_TABLE = """
            SELECT to_regclass('databasechangelog') IS NULL
                   AND (current_schema() IS NULL OR NOT has_schema_privilege(current_schema(), 'CREATE'))""";

    /** Finds tables whose policies hide rows from the role; and whether they hold for the owner, too. */
    public static final String ROW_SECURITY = """
            SELECT name, c.relforcerowsecurity, current_user
            FROM unnest(?) AS t (name) JOIN pg_class c ON c.oid = to_regclass(name)
            WHERE row_security_active(c.oid) ORDER BY name""";

    /**
     * Finds sessions with a transaction open for at least so many seconds that hold a lock on one of some tables, or,
     * where indexes are built, a snapshot. Parameters: quoted names, seconds, whether indexes are built.
     */
    public static final String LONG_TRANSACTIONS = """
            SELECT a.pid, coalesce(nullif(a.application_name, ''), '(no name)'), coalesce(a.state, 'state not known'),
                   extract(epoch FROM clock_timestamp() - a.xact_start)::bigint,
                   coalesce(l.relations, ''), coalesce(l.modes, ''),
                   left(regexp_replace(coalesce(a.query, ''), '\\s+', ' ', 'g'), 80)
            FROM pg_stat_activity a LEFT JOIN (
                SELECT pid, string_agg(DISTINCT relation::regclass::text, ', ' ORDER BY relation::regclass::text) AS relations,
                       string_agg(DISTINCT mode, ', ' ORDER BY mode) AS modes
                FROM pg_locks
                WHERE locktype = 'relation' AND granted
                  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                  AND relation IN (SELECT to_regclass(name) FROM unnest(?) AS t (name))
                GROUP BY pid
            ) l ON l.pid = a.pid
            WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
              AND a.application_name NOT LIKE 'migratable-runner%'
              AND (a.backend_type = 'client backend' OR a.query LIKE '%to prevent wraparound%')
              AND clock_timestamp() - a.xact_start >= make_interval(secs => ?)
              AND (l.pid IS NOT NULL OR ? AND a.backend_xmin IS NOT NULL)
            ORDER BY a.xact_start, a.pid""";

    /** Finds prepared transactions of this database, with those of some tables that they lock. */
    public static final String PREPARED_TRANSACTIONS = """
            SELECT p.gid, p.owner::text, extract(epoch FROM clock_timestamp() - p.prepared)::bigint,
                   coalesce((SELECT string_agg(DISTINCT l.relation::regclass::text, ', ' ORDER BY l.relation::regclass::text)
                             FROM pg_locks l
                             WHERE l.virtualtransaction = '-1/' || p.transaction AND l.locktype = 'relation'
                               AND l.relation IN (SELECT to_regclass(name) FROM unnest(?) AS t (name))), '')
            FROM pg_prepared_xacts p WHERE p.database = current_database() ORDER BY p.prepared, p.gid""";

    /** Says whether the server takes no writes. */
    public static final String IN_RECOVERY = "SELECT pg_is_in_recovery()";

    /** Finds how far standbys are behind: name, bytes, seconds; both NULL where the role may not know. */
    public static final String STANDBYS = """
            SELECT coalesce(nullif(application_name, ''), 'pid ' || pid),
                   pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint, extract(epoch FROM replay_lag)::bigint
            FROM pg_stat_replication ORDER BY 1, pid""";

    /** Finds replication slots that nobody reads and for which the server keeps all WAL: name, bytes kept. */
    public static final String IDLE_SLOTS = """
            SELECT slot_name::text, pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint
            FROM pg_replication_slots WHERE NOT active AND restart_lsn IS NOT NULL ORDER BY slot_name""";

    /** Finds invalid indexes of tables: table, schema and name of the index. */
    public static final String INVALID_INDEXES = """
            SELECT t.name, n.nspname, c.relname
            FROM unnest(?) AS t (name) JOIN pg_index i ON i.indrelid = to_regclass(t.name)
            JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid ORDER BY 1, 2, 3""";

    /** Finds constraints of tables that are not valid: table, name, the expression of a check. */
    public static final String UNVALIDATED = """
            SELECT t.name, k.conname, CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) END
            FROM unnest(?) AS t (name) JOIN pg_constraint k ON k.conrelid = to_regclass(t.name)
            WHERE NOT k.convalidated AND k.contype IN ('c', 'f') AND k.conparentid = 0 ORDER BY 1, 2""";

    /** Finds triggers of others that fire when rows are updated: table, name, function. */
    public static final String UPDATE_TRIGGERS = """
            SELECT t.name, g.tgname, g.tgfoid::regproc::text
            FROM unnest(?) AS t (name) JOIN pg_trigger g ON g.tgrelid = to_regclass(t.name)
            WHERE NOT g.tgisinternal AND g.tgenabled IN ('O', 'A') AND g.tgtype & 16 > 0
              AND g.tgname NOT LIKE '~migratable%'
            ORDER BY 1, 2""";

    /** Finds publications of tables: table, publication. */
    public static final String PUBLICATIONS = """
            SELECT t.name, p.pubname::text
            FROM unnest(?) AS t (name) JOIN pg_class c ON c.oid = to_regclass(t.name)
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_publication_tables p ON p.schemaname = n.nspname AND p.tablename = c.relname
            ORDER BY 1, 2""";

    /**
     * Finds functions whose text mentions a column, and its table unless they are the table's triggers. Parameters: the
     * column as a word of a regular expression, the table's quoted name, the table as such a word.
     */
    public static final String MENTIONING_FUNCTIONS =
            """
            SELECT f.oid::regprocedure::text
            FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace JOIN pg_language l ON l.oid = f.prolang
            WHERE l.lanname NOT IN ('c', 'internal') AND\s""" + FunctionSql.mentioning("?", "to_regclass(?)", "?") + " ORDER BY 1";

    /** Finds the columns of a table in order; the parameter is its quoted name. */
    public static final String COLUMNS = """
            SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped
            ORDER BY attnum""";

    /**
     * Finds where the server keeps its files, and by which number it can be told from others; no row where the role may
     * not know.
     */
    public static final String DATA_DIRECTORY = """
            SELECT s.setting, c.system_identifier FROM pg_settings s CROSS JOIN pg_control_system() c
            WHERE s.name = 'data_directory' AND s.setting <> ''""";

    /** Says how many bytes of WAL the server keeps at least before it reuses them. */
    public static final String WAL_KEPT = "SELECT pg_size_bytes(current_setting('max_wal_size'))";

    /** Says whether one of some tables lies in a tablespace of its own; the parameter is their quoted names. */
    public static final String IN_TABLESPACE = """
            SELECT EXISTS (SELECT FROM unnest(?) AS t (name) JOIN pg_class c ON c.oid = to_regclass(name)
                           WHERE c.reltablespace <> 0)""";

    /** Reads how far a migration is; the parameter is its id. */
    public static final String STATE = "SELECT state FROM migratable.migration WHERE id = ?";

    private PreflightSql() {}

    /** Returns what gets rid of an invalid index. */
    public static String dropIndex(QualifiedName index) {
        return "DROP INDEX CONCURRENTLY " + Sql.name(index);
    }

    /** Returns what checks a constraint that is not valid. */
    public static String validate(QualifiedName table, String constraint) {
        return "ALTER TABLE " + Sql.name(table) + " VALIDATE CONSTRAINT " + Sql.identifier(constraint);
    }

    /** Returns what creates a schema for a role; both are identifiers. */
    public static String createSchema(String schema, String role) {
        return "CREATE SCHEMA " + schema + " AUTHORIZATION " + role;
    }

    /** Returns the name of a table as the questions take it. */
    public static String text(QualifiedName name) {
        return Sql.name(name);
    }

    /** Returns the statement that bounds what follows in the transaction; a policy that hides rows is an error. */
    public static String limit(int millis) {
        return "SELECT set_config('statement_timeout', '" + millis + "ms', true), set_config('lock_timeout', '"
                + Sql.LOCK_TIMEOUT + "', true), set_config('row_security', 'off', true)";
    }

    /** Returns a name as a word of a regular expression of the server. */
    public static String word(String name) {
        return FunctionSql.word(name);
    }
}
