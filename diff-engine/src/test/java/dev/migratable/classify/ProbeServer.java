package dev.migratable.classify;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeIndexParameters;
import dev.migratable.change.ChangeObjectComment;
import dev.migratable.change.ChangeSequence;
import dev.migratable.change.ChangeSequencePersistence;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Runs statements in transactions that are rolled back, and tells what the server did. */
final class ProbeServer {

    /** Tables, and the sequence that is changed itself; those of identity columns have no name in a model. */
    private static final String RELATIONS =
            "SELECT relname, oid, coalesce(pg_relation_filenode(oid)::text, '') AS file,"
                    + " coalesce(pg_stat_get_xact_tuples_returned(oid), 0) AS rows_read FROM pg_class"
                    + " WHERE relnamespace = 'public'::regnamespace AND (relkind IN ('r', 'p') OR relname = '%s')";

    /** The files of a partitioned index are those of its partitions. */
    private static final String INDEXES = "SELECT relname, coalesce(pg_relation_filenode(indexrelid)::text,"
            + " (SELECT string_agg(pg_relation_filenode(inhrelid)::text, ',' ORDER BY inhrelid::regclass::text)"
            + " FROM pg_inherits WHERE inhparent = indexrelid)) AS files FROM pg_index"
            + " JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = to_regclass('%s')";

    private static final String LOCKS = "SELECT relation, mode FROM pg_locks WHERE pid = pg_backend_pid()";

    /**
     * What the server did.
     *
     * @param lock the strongest lock on the changed relation
     * @param others the strongest lock on each other table
     * @param rewrites whether it, or a partition of it, has another file
     * @param rebuilt its indexes that have another file
     * @param scans whether rows of it, or of a partition, were read
     */
    record Observed(
            LockMode lock, Map<String, LockMode> others, boolean rewrites, List<String> rebuilt, boolean scans) {}

    private record Relation(String oid, String file, long rowsRead) {}

    private final Connection connection;

    ProbeServer(Connection connection) {
        this.connection = connection;
    }

    /** Runs the statement and takes it back. */
    Observed observe(ProbeCase probe, Set<QualifiedName> partitions) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL client_min_messages = debug1");
            Change change = probe.change();
            String name = change.table().name();
            Set<String> own =
                    new TreeSet<>(partitions.stream().map(QualifiedName::name).toList());
            own.add(name);
            Map<String, Relation> before = relations(statement, name);
            Map<String, String> indexes = indexes(statement, change);
            String messages = run(statement, probe.sql());
            Map<String, Relation> after = relations(statement, name);
            Map<String, LockMode> locks = locks(statement, before);
            LockMode lock = locks.getOrDefault(name, LockMode.NONE);
            if (change instanceof ChangeIndexParameters of) {
                lock = index(statement, of.index());
            } else if (change instanceof ChangeObjectComment of && of.kind() == ChangeObjectComment.Kind.INDEX) {
                lock = index(statement, of.name());
            }
            locks.remove(name);
            boolean file = own.stream().anyMatch(n -> hasOtherFile(before.get(n), after.get(n)));
            boolean rewrites =
                    file && !(change instanceof ChangeSequence || change instanceof ChangeSequencePersistence);
            if (rewrites != messages.contains("rewriting table \"")) {
                throw new SQLException("files and messages contradict each other: " + probe.sql() + ": " + messages);
            }
            boolean scans = rewrites // of a table without rows, too
                    || own.stream().anyMatch(n -> wasRead(before.get(n), after.get(n)))
                    || messages.contains("verifying table \"");
            return new Observed(lock, locks, rewrites, rebuilt(indexes, indexes(statement, change)), scans);
        } finally {
            connection.rollback();
        }
    }

    /** Returns the SQLSTATE with which the statement fails behind the violation; empty where it does not. */
    String failure(ProbeCase probe) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(probe.violation().orElseThrow());
            try {
                statement.execute(probe.sql());
                return "";
            } catch (SQLException e) {
                return e.getSQLState();
            }
        } finally {
            connection.rollback();
        }
    }

    private static String run(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " in " + sql, e);
        }
        List<String> messages = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            messages.add(warning.getMessage());
        }
        return String.join("\n", messages);
    }

    private static boolean hasOtherFile(Relation before, Relation after) {
        return before != null && after != null && !before.file().equals(after.file());
    }

    /** The numbers go on over the transactions of a session until the server collects them. */
    private static boolean wasRead(Relation before, Relation after) {
        return before != null && after != null && before.rowsRead() != after.rowsRead();
    }

    private static List<String> rebuilt(Map<String, String> before, Map<String, String> after) {
        List<String> rebuilt = new ArrayList<>();
        before.forEach((name, file) -> {
            if (!after.getOrDefault(name, file).equals(file)) {
                rebuilt.add(name);
            }
        });
        return rebuilt;
    }

    private static Map<String, Relation> relations(Statement statement, String changed) throws SQLException {
        Map<String, Relation> relations = new TreeMap<>();
        try (ResultSet result = statement.executeQuery(String.format(RELATIONS, changed))) {
            while (result.next()) {
                relations.put(
                        result.getString("relname"),
                        new Relation(result.getString("oid"), result.getString("file"), result.getLong("rows_read")));
            }
        }
        return relations;
    }

    private static Map<String, String> indexes(Statement statement, Change change) throws SQLException {
        Map<String, String> files = new TreeMap<>();
        try (ResultSet result = statement.executeQuery(String.format(INDEXES, change.table()))) {
            while (result.next()) {
                files.put(result.getString(1), String.valueOf(result.getString(2)));
            }
        }
        return files;
    }

    /** A query locks every index of its tables, so that the lock on one of them is as one on the table. */
    private static LockMode index(Statement statement, String name) throws SQLException {
        String number;
        try (ResultSet result = statement.executeQuery("SELECT to_regclass('" + name + "')::oid")) {
            result.next();
            number = result.getString(1);
        }
        return locks(statement, Map.of(name, new Relation(number, "", 0))).getOrDefault(name, LockMode.NONE);
    }

    /** Returns the strongest lock on each table. */
    static Map<String, LockMode> locks(Statement statement) throws SQLException {
        return locks(statement, relations(statement, ""));
    }

    /** Locks go by number, for a name may be another one, or gone, by now. */
    private static Map<String, LockMode> locks(Statement statement, Map<String, Relation> relations)
            throws SQLException {
        Map<String, LockMode> byNumber = new TreeMap<>();
        try (ResultSet result = statement.executeQuery(LOCKS)) {
            while (result.next()) {
                String words = result.getString(2).replace("Lock", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
                LockMode mode = LockMode.valueOf(words.toUpperCase(Locale.ROOT));
                String number = String.valueOf(result.getString(1));
                byNumber.merge(number, mode, (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        Map<String, LockMode> locks = new TreeMap<>();
        relations.forEach((name, relation) -> {
            if (byNumber.containsKey(relation.oid())) {
                locks.put(name, byNumber.get(relation.oid()));
            }
        });
        return locks;
    }
}
