package dev.migratable.runtime.sql;

/** Holds the queries that look for statements of clients in {@code pg_stat_statements}. */
public final class StatementStatisticsSql {

    /** How many statements are listed; more would be no list. */
    private static final int MOST = 10;

    /** Finds the schema of the extension, as an identifier; no row where it is not installed. */
    public static final String INSTALLED = """
            SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname = 'pg_stat_statements'""";

    /**
     * Finds statements of clients that read or write under a name and were not written for a new one. Where another
     * user's are hidden, their number is told. Parameters: patterns of the table, of the old name, of the new names.
     */
    private static final String MENTIONS = """
            SELECT calls || ' times' || {since} || ': ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 120)
            FROM {schema}.pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND query ~* '^[\\s(]*(select|insert|update|delete|merge|with|copy|declare)\\M'
                AND query ~* ? AND query ~* ? AND query !~* ?
            ORDER BY calls DESC, query LIMIT {most}""";

    private static final String HIDDEN = """
            SELECT count(*) FROM {schema}.pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                AND query = '<insufficient privilege>'""";

    /** Since this version each statement says since when it is counted. */
    private static final int SINCE_OF_STATEMENTS = 17;

    private static final String SINCE =
            "' since ' || to_char(stats_since AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC'";

    private StatementStatisticsSql() {}

    /** Returns the query for the statements that mention an old name. */
    public static String mentions(String schema, int serverVersion) {
        return MENTIONS.replace("{schema}", schema)
                .replace("{since}", serverVersion >= SINCE_OF_STATEMENTS ? SINCE : "''")
                .replace("{most}", Integer.toString(MOST));
    }

    /** Returns the query for the number of statements whose text this user may not see. */
    public static String hidden(String schema) {
        return HIDDEN.replace("{schema}", schema);
    }
}
