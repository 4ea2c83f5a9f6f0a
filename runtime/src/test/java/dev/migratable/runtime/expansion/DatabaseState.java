package dev.migratable.runtime.expansion;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * All that a migration may leave in a database, one line each: every column, constraint, index, trigger, view, sequence,
 * value of a type and function with its definition and validity, every migration's state, every change set, and every table's rows.
 * Values that are new with each run (times and random ids) count as NULL or not NULL.
 */
final class DatabaseState {
    private static final String CATALOG = """
            WITH relation AS (
                SELECT c.oid, c.relkind, n.nspname || '.' || c.relname AS name FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ('public', 'migratable_parked') AND c.relname NOT LIKE 'databasechangelog%'
            )
            SELECT 'column ' || r.name || ' ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' '
                || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '-') || ' ' || a.attidentity::text
                || ' ' || coalesce(col_description(r.oid, a.attnum), '')
            FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum WHERE r.relkind IN ('r', 'p', 'v')
            UNION ALL
            SELECT 'constraint ' || r.name || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid) || ' '
                || k.convalidated
            FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
            UNION ALL
            SELECT 'index ' || pg_get_indexdef(i.indexrelid) || ' ' || i.indisvalid
            FROM relation r JOIN pg_index i ON i.indrelid = r.oid
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid) FROM relation r JOIN pg_trigger t ON t.tgrelid = r.oid
            WHERE NOT t.tgisinternal
            UNION ALL
            SELECT 'view ' || r.name || ' ' || pg_get_viewdef(r.oid) FROM relation r WHERE r.relkind = 'v'
            UNION ALL
            SELECT 'sequence ' || r.name || ' ' || s.seqincrement || ' ' || s.seqmin || ' ' || s.seqmax
            FROM relation r JOIN pg_sequence s ON s.seqrelid = r.oid
            UNION ALL
            SELECT 'value ' || n.nspname || '.' || t.typname || ' ' || rank() OVER (PARTITION BY t.oid ORDER BY e.enumsortorder)
                || ' ' || e.enumlabel
            FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace LEFT JOIN pg_enum e ON e.enumtypid = t.oid
            WHERE t.typtype = 'e' AND n.nspname IN ('public', 'migratable_parked')
            UNION ALL
            SELECT 'function ' || p.proname FROM pg_proc p WHERE p.pronamespace = to_regnamespace('migratable')
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
            GROUP BY 1 ORDER BY 1""";

    private DatabaseState() {}

    static List<String> of(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> lines = new ArrayList<>();
            rows(statement, CATALOG).forEach(row -> lines.add(row.get(0)));
            for (List<String> table : rows(statement, TABLES)) {
                String values = "SELECT ROW(" + table.get(1) + ")::text FROM " + table.get(0) + " ORDER BY 1";
                rows(statement, values).forEach(row -> lines.add("row of " + table.get(0) + " " + row.get(0)));
            }
            return lines;
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
