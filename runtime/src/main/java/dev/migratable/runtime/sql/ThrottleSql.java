package dev.migratable.runtime.sql;

/** Holds the queries by which a backfill sees what it does to others. */
public final class ThrottleSql {

    /** A query that needs a turn on the processor and nothing else. */
    public static final String SIMPLEST_PROBE = "SELECT 1";

    /**
     * Finds the standbys that stream from this server: name, state, bytes written here, bytes replayed there. Subscribers
     * of logical replication are none. Where the user may not see them, all but the name is NULL.
     */
    public static final String STANDBYS = """
            SELECT coalesce(nullif(r.application_name, ''), '(no name)') || coalesce(' at ' || host(r.client_addr), ''),
                   r.state, pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint,
                   pg_wal_lsn_diff(r.replay_lsn, '0/0')::bigint
            FROM pg_stat_replication r
            WHERE (r.state IS NULL OR r.state = 'streaming' AND r.replay_lsn IS NOT NULL)
              AND NOT EXISTS (
                SELECT FROM pg_replication_slots s WHERE s.active_pid = r.pid AND s.slot_type = 'logical')
            ORDER BY r.replay_lsn""";

    /**
     * Finds how many clients wait for a lock that a session of the runner has, and for how many milliseconds the longest
     * one has. Since 14 pg_locks says since when; before, the statement's start is the earliest it may be.
     */
    public static final String CLIENT_WAITS = """
            SELECT count(*), (extract(epoch FROM clock_timestamp() - min(coalesce(w.since, a.query_start))) * 1000)::bigint
            FROM (SELECT l.pid, (to_jsonb(l) ->> 'waitstart')::timestamptz AS since
                  FROM pg_locks l WHERE NOT l.granted) w
            JOIN pg_stat_activity a ON a.pid = w.pid
            WHERE a.application_name IS DISTINCT FROM 'migratable-runner' AND EXISTS (
                SELECT FROM unnest(pg_blocking_pids(w.pid)) AS b(pid) JOIN pg_stat_activity r ON r.pid = b.pid
                WHERE r.application_name = 'migratable-runner' AND r.datname = current_database())""";

    /** Reads how many bytes of WAL this server has ever written. */
    public static final String WAL_POSITION = "SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";

    private ThrottleSql() {}
}
