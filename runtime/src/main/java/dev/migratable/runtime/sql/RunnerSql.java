package dev.migratable.runtime.sql;

/** Holds the statements by which the runner looks at and arranges its own sessions. */
public final class RunnerSql {

    /**
     * Takes the lock that only one runner of a database has, if it is free. Two numbers of our own choosing: the letters
     * {@code migr} and the purpose.
     */
    public static final String TRY_RUNNER_LOCK = "SELECT pg_try_advisory_lock(1835624306, 1)";

    /** Gives the lock back; a session that ends gives it back by itself. */
    public static final String RELEASE_RUNNER_LOCK = "SELECT pg_advisory_unlock(1835624306, 1)";

    /** Finds who holds the runner's lock: process id, application name, user, start of the session. */
    public static final String RUNNER_LOCK_HOLDER = """
            SELECT a.pid, a.application_name, a.usename, to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'
            FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.classid = 1835624306 AND l.objid = 1 AND l.objsubid = 2 AND l.granted
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())""";

    /** Reads settings of the session, those that the server knows; the parameter is an array of their names. */
    public static final String SETTINGS = """
            SELECT name, current_setting(name, true) FROM unnest(CAST(? AS text[])) AS name
            WHERE current_setting(name, true) IS NOT NULL""";

    /** Sets settings of the session, all at once; parameters: an array of names and one of values. */
    public static final String SET =
            "SELECT set_config(name, value, false) FROM unnest(CAST(? AS text[]), CAST(? AS text[])) AS s (name, value)";

    /** Finds the session's own process id. */
    public static final String OWN_PID = "SELECT pg_backend_pid()";

    /** Finds who keeps a process from getting its lock: process id, application name, state, seconds, statement. */
    public static final String BLOCKERS = """
            SELECT a.pid, a.application_name, coalesce(a.state, ''),
                   coalesce(extract(epoch FROM clock_timestamp() - a.xact_start), 0)::bigint,
                   left(regexp_replace(coalesce(a.query, ''), '\\s+', ' ', 'g'), 120)
            FROM unnest(pg_blocking_pids(?)) AS b(pid) JOIN pg_stat_activity a ON a.pid = b.pid
            ORDER BY a.pid""";

    /**
     * Finds the table that a process waits for and that another one holds as a vacuum does, as a quoted name; no row where
     * there is none. What clients hold is another lock. The parameter is the process's id.
     */
    public static final String VACUUMED_TABLE = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname)
            FROM pg_locks AS l JOIN pg_class AS c ON c.oid = l.relation JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE l.pid = ? AND NOT l.granted AND l.locktype = 'relation' AND c.relkind IN ('r', 'p')
              AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
              AND EXISTS (
                  SELECT FROM pg_locks AS h
                  WHERE h.locktype = 'relation' AND h.database = l.database AND h.relation = l.relation AND h.granted
                    AND h.mode = 'ShareUpdateExclusiveLock' AND h.pid = ANY (pg_blocking_pids(l.pid)))""";

    /** Lets the transaction's statements wait for locks a little longer than until the server looks for deadlocks. */
    public static final String WAIT_BEYOND_DEADLOCK_TIMEOUT = """
            SELECT set_config('lock_timeout', (
                extract(epoch FROM CAST(current_setting('deadlock_timeout') AS interval)) * 1000 + 500)::int || 'ms', true)""";

    /** Waits for a lock that no client notices. The parameter is a quoted name. */
    public static final String LOCK_BESIDE_CLIENTS = "LOCK TABLE ONLY %s IN SHARE UPDATE EXCLUSIVE MODE";

    /** Finds who holds Liquibase's own lock row, where its table exists under this name. */
    public static final String LIQUIBASE_LOCK_HOLDER =
            "SELECT lockedby, lockgranted::text FROM databasechangeloglock WHERE id = 1 AND locked";

    /** Says whether Liquibase's table of what ran exists on the search path. */
    public static final String CHANGELOG_TABLE_EXISTS = "SELECT to_regclass('databasechangelog') IS NOT NULL";

    /** Counts the change sets of a migration that ran; a stock Liquibase may have named its files from further up. */
    public static final String STEPS_DONE = "SELECT count(*) FROM databasechangelog WHERE author = 'migratable'"
            + " AND (filename LIKE ? || '/%' OR filename LIKE '%/' || ? || '/%')";

    /** Says whether Liquibase's lock table exists on the search path. */
    public static final String LIQUIBASE_LOCK_EXISTS = "SELECT to_regclass('databasechangeloglock') IS NOT NULL";

    /** Reads the reasons why a migration's gate is closed; the parameter is its id. */
    public static final String GATE_BLOCKERS = "SELECT * FROM migratable.gate_blockers(?)";

    /** Says whether the bookkeeping of migrations exists. */
    public static final String BOOKKEEPING_EXISTS = "SELECT to_regclass('migratable.migration') IS NOT NULL";

    /** Reads the state of every migration in order. */
    public static final String MIGRATION_STATES =
            "SELECT id, state, from_fingerprint, to_fingerprint, coalesce(approved_by, '') FROM migratable.migration ORDER BY id";

    /** Notes who approved a contract and which clients do not count. Parameters: who, names, id. */
    public static final String APPROVE = """
            UPDATE migratable.migration SET approved_by = coalesce(?, approved_by),
                   ignored_clients = ARRAY(SELECT DISTINCT c FROM unnest(ignored_clients || ?) AS c ORDER BY c)
            WHERE id = ?""";

    /** Says how long a migration is to stay expanded before its contract. Parameters: milliseconds, id, milliseconds. */
    public static final String SOAK = """
            UPDATE migratable.migration SET soak = ? * interval '1 ms'
            WHERE id = ? AND soak <> ? * interval '1 ms'""";

    /** Estimates a table's rows from its present size, its partitions included; the parameter is its quoted name, twice. */
    public static final String ESTIMATED_ROWS = """
            SELECT coalesce(sum(CASE WHEN c.relpages > 0 AND c.reltuples >= 0 THEN c.reltuples / c.relpages ELSE 50 END
                   * (pg_relation_size(c.oid) / current_setting('block_size')::int)), 0)::bigint
            FROM pg_class c
            WHERE c.oid IN (SELECT CAST(? AS regclass)::oid UNION SELECT relid FROM pg_partition_tree(CAST(? AS regclass)))
              AND c.relkind IN ('r', 'm')""";

    private RunnerSql() {}

    /** Returns the query that says whether a condition over the catalog holds. */
    public static String isTrue(String condition) {
        return "SELECT coalesce((" + condition + "), false)";
    }
}
