package dev.migratable.runtime.sql;

import java.util.List;
import java.util.stream.Collectors;

/** Holds the questions that are asked before a migration is undone. */
public final class RollbackSql {

    /**
     * Finds the sessions that may need what an undo takes away: those of a model that is not among the known ones that
     * stay, and those that do not say which model they have. Parameters: fingerprints of newer models, fingerprints of
     * models that may go on, application names that do not count. Gives for each application and address a rank (1 newer,
     * 2 of a model that is not known, 3 without a model), its name, address, how many, and their process ids.
     */
    public static final String CLIENTS_IN_THE_WAY = """
            WITH client AS (
                SELECT s.pid, coalesce(host(s.client_addr), 'local') AS address,
                    coalesce(nullif(s.application_name, ''), '(no name)') AS shown,
                    substring(s.application_name FROM '/migratable:([0-9a-f]{16})$') AS fingerprint
                FROM pg_stat_activity AS s
                WHERE s.datname = current_database() AND s.usesysid IS NOT NULL
                    AND coalesce(s.backend_type, 'client backend') = 'client backend'
                    AND s.pid <> pg_backend_pid() AND s.application_name NOT LIKE 'migratable-runner%'
            ), ranked AS (
                SELECT c.*, CASE WHEN c.fingerprint = ANY (?) THEN 1 WHEN c.fingerprint IS NULL THEN 3 ELSE 2 END AS rank
                FROM client AS c WHERE c.fingerprint IS NULL OR NOT c.fingerprint = ANY (?)
            )
            SELECT r.rank, r.shown, r.address, count(*), string_agg(r.pid::text, ', ' ORDER BY r.pid)
            FROM ranked AS r
            WHERE NOT r.shown = ANY (?)
            GROUP BY r.rank, r.shown, r.address ORDER BY r.rank, r.shown, r.address""";

    /** Reads which clients a migration was told not to count; the parameter is its id. */
    public static final String IGNORED_CLIENTS = "SELECT ignored_clients FROM migratable.migration WHERE id = ?";

    /** Reads type and default of a column; parameters: the quoted name of its table, its raw name. */
    public static final String COLUMN = """
            SELECT format_type(a.atttypid, a.atttypmod), pg_get_expr(d.adbin, d.adrelid)
            FROM pg_catalog.pg_attribute AS a
            LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = to_regclass(?) AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attgenerated = ''""";

    /** Says whether a table exists; the parameter is its quoted name. */
    public static final String TABLE_EXISTS = "SELECT to_regclass(?) IS NOT NULL";

    private RollbackSql() {}

    /**
     * Returns the query that says whether a table has a row.
     *
     * @param table its quoted name
     */
    public static String hasRow(String table) {
        return "SELECT EXISTS (SELECT FROM " + table + ")";
    }

    /**
     * Returns the query that says whether a column has a value that it was not given by its default or the migration.
     *
     * @param table the quoted name of its table
     * @param column its quoted name
     * @param type its type
     * @param given the default and the expression that the migration filled it by, as far as there are such
     */
    public static String hasOwnValue(String table, String column, String type, List<String> given) {
        String own = given.stream()
                .map(e -> " AND CAST(" + column + " AS text) IS DISTINCT FROM CAST(CAST((" + e + ") AS " + type
                        + ") AS text)")
                .collect(Collectors.joining());
        return "SELECT EXISTS (SELECT FROM " + table + " WHERE " + column + " IS NOT NULL" + own + ")";
    }
}
