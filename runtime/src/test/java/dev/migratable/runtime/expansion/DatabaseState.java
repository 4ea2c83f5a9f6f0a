package dev.migratable.runtime.expansion;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * All that a migration may leave in a database, one line each: every table, column, constraint, index, trigger, view,
 * sequence, value of a type and function with its definition, settings and validity, every migration's state, every
 * change set, and every table's rows. Values that are new with each run (times and random ids) count as NULL or not NULL.
 */
final class DatabaseState {
    private static final String CATALOG = """
            WITH relation AS (
                SELECT c.*, n.nspname || '.' || c.relname AS name FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'migratable_parked') AND c.relname NOT LIKE 'databasechangelog%'
            )
            SELECT 'relation ' || r.name || ' ' || concat_ws(' ', r.relkind, r.relpersistence, r.reloptions, r.relacl,
                r.relreplident, r.relrowsecurity, obj_description(r.oid, 'pg_class'))
            FROM relation r WHERE r.relkind <> 'i'
            UNION ALL
            SELECT 'column ' || r.name || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-') || ' ' || a.attidentity::text
                || ' ' || coalesce(col_description(r.oid, a.attnum), '') || ' ' || concat_ws(' ', a.attgenerated,
                a.attstattarget, a.attstorage, a.attcollation, a.attoptions, a.attacl, to_jsonb(a) ->> 'attcompression')
            FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum WHERE r.relkind IN ('r', 'p', 'v')
            UNION ALL
            SELECT 'constraint ' || r.name || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || ' '
                || k.convalidated || ' ' || coalesce(obj_description(k.oid, 'pg_constraint'), '')
            FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
            UNION ALL
            SELECT 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid || ' ' || i.indisclustered || ' '
                || coalesce(obj_description(i.indexrelid, 'pg_class'), '')
            FROM relation r JOIN pg_index i ON i.indrelid = r.oid
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
            FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
            UNION ALL
            SELECT 'view ' || r.name || ' ' || pg_get_viewdef(r.oid) FROM relation r WHERE r.relkind = 'v'
            UNION ALL
            SELECT 'sequence ' || r.name || ' ' || concat_ws(' ', format_type(s.seqtypid, NULL), s.seqstart,
                s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, (SELECT d.refobjid::regclass || ' '
                || d.refobjsubid || ' ' || d.deptype::text FROM pg_depend d WHERE d.objid = r.oid
                AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
            FROM relation r JOIN pg_sequence s ON s.seqrelid = r.oid
            UNION ALL
            SELECT 'value ' || n.nspname || '.' || t.typname || ' ' || rank() OVER (PARTITION BY t.oid ORDER BY e.enumsortorder)
                || ' ' || e.enumlabel
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_enum e ON e.enumtypid = t.oid
            WHERE t.typtype = 'e' AND n.nspname IN ('public', 'migratable_parked')
            UNION ALL
            SELECT 'function ' || p.proname || ' ' || md5(p.prosrc) FROM pg_proc p
            WHERE p.pronamespace = to_regnamespace('migratable')
            UNION ALL
            SELECT 'migration ' || id || ' ' || state FROM migratable.migration
            UNION ALL
            SELECT 'change set ' || filename || ' ' || id FROM databasechangelog
            ORDER BY 1""";

    private static final String TABLES = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), string_agg(
                CASE WHEN a.atttypid IN ('uuid'::regtype, 'timestamptz'::regtype)
                    THEN '(' || quote_ident(a.attname) || ' IS NULL)' ELSE quote_ident(a.attname) END, ', '
                ORDER BY a.attname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE n.nspname IN ('public', 'migratable_parked') AND c.relkind = 'r'
                AND c.relname NOT LIKE 'databasechangelog%'
            GROUP BY 1""";

    /** What a run notes for people only, and numbers of objects, count as NULL or not NULL. */
    private static final String BOOKKEEPING = """
            SELECT 'migratable.' || quote_ident(c.relname), string_agg(
                CASE WHEN a.atttypid IN ('timestamptz'::regtype, 'interval'::regtype, 'pg_lsn'::regtype)
                        OR a.attname ~ '^(id|run_id|detail|target|pace|runner_pid)$|^(estimated|wal|lock)_|_millis$'
                    THEN '(' || quote_ident(a.attname) || ' IS NULL)' ELSE quote_ident(a.attname) END, ', '
                ORDER BY a.attname)
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = to_regnamespace('migratable') AND c.relkind = 'r'
            GROUP BY 1""";

    private DatabaseState() {}

    /** Returns everything. */
    static List<String> of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return of(connection);
        }
    }

    /** Returns everything that a connection sees. */
    static List<String> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> lines = new ArrayList<>();
            rows(statement, CATALOG).forEach(row -> lines.add(row.get(0)));
            for (List<String> table : rows(statement, TABLES + " ORDER BY 1")) {
                String values = "SELECT ROW(" + table.get(1) + ")::text FROM " + table.get(0) + " ORDER BY 1";
                rows(statement, values).forEach(row -> lines.add("row of " + table.get(0) + " " + row.get(0)));
            }
            return lines;
        }
    }

    /** Returns a short text that differs where anything does, the runner's bookkeeping of its runs left out. */
    static String digest(Connection connection) throws SQLException {
        return digest(connection, TABLES);
    }

    /** Returns a short text that differs where anything does by which a runner could go on otherwise. */
    static String digestToGoOnFrom(Connection connection) throws SQLException {
        return digest(connection, TABLES + " UNION ALL " + BOOKKEEPING);
    }

    private static String digest(Connection connection, String tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            String lines = "SELECT '' AS t, md5(string_agg(line, E'\\n' ORDER BY line)) AS m FROM (" + CATALOG
                    + ") AS c (line)";
            String all = rows(statement, tables).stream()
                    .map(table -> " UNION ALL SELECT '" + table.get(0) + "', md5(string_agg(v, E'\\n' ORDER BY v)) FROM"
                            + " (SELECT ROW(" + table.get(1) + ")::text FROM " + table.get(0) + ") AS r (v)")
                    .collect(Collectors.joining());
            return rows(statement, lines + all + " ORDER BY 1").toString();
        }
    }

    private static List<List<String>> rows(Statement statement, String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
