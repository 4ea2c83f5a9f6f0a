package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.ChangeColumnType;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Changes every type to every other on the server and compares locks, files, scans and the server's messages with the facts.
 */
@PostgresTest
class TypeMatrixProbeTest {

    /** {@code -Dprobe.all=true}, as the profile {@code probe} says it, asks for all pairs. */
    private static final boolean ALL = Boolean.getBoolean("probe.all");

    private static final int NEAR = 4;
    private static final int PART = 4;

    /** SQLSTATE of "cannot be cast automatically to type". */
    private static final String NO_CAST = "42804";

    /** SQLSTATE of "data type has no default operator class for access method". */
    private static final String NO_INDEX = "42704";

    private static final String OBSERVE = """
            SELECT pg_relation_filenode(t.oid), coalesce(pg_relation_filenode(to_regclass(t.relname || '_c'))::text, ''),
                coalesce(pg_stat_get_xact_tuples_returned(t.oid), 0),
                coalesce((SELECT string_agg(mode, ' ') FROM pg_locks
                    WHERE pid = pg_backend_pid() AND relation = t.oid), '')
            FROM pg_class t WHERE t.oid = to_regclass('%s')""";

    /** The first version with multiranges. */
    private static final int MULTIRANGE_VERSION = 14;

    private static final List<String> TYPES = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "numeric(10,2)",
            "numeric(12,2)",
            "numeric(10,4)",
            "real",
            "double precision",
            "money",
            "boolean",
            "varchar",
            "varchar(10)",
            "varchar(20)",
            "char(10)",
            "char(20)",
            "bpchar",
            "text",
            "name",
            "uuid",
            "date",
            "timestamp",
            "timestamp(3)",
            "timestamp(6)",
            "timestamptz",
            "timestamptz(3)",
            "time",
            "time(3)",
            "timetz",
            "timetz(3)",
            "interval",
            "interval(3)",
            "interval day to second",
            "interval year to month",
            "bit(8)",
            "bit(16)",
            "bit varying",
            "bit varying(8)",
            "bit varying(16)",
            "inet",
            "cidr",
            "macaddr",
            "macaddr8",
            "json",
            "jsonb",
            "xml",
            "oid",
            "regclass",
            "bytea",
            "integer[]",
            "bigint[]",
            "varchar(10)[]",
            "varchar(20)[]",
            "text[]",
            "int4range",
            "int4multirange",
            "tsvector",
            "point");

    @Test
    void everyPairOfTypesDoesOnTheServerWhatTheFactsSay(TestDatabase database) throws SQLException {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (boolean utc : List.of(true, false)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET timezone = '" + (utc ? "Etc/UTC" : "Europe/Berlin") + "'");
                connection.setAutoCommit(false);
                List<String> types = known(database.serverVersion());
                for (String from : types) {
                    boolean indexed = create(statement, from);
                    for (String to : utc ? types : List.of("timestamp", "timestamptz", "timestamptz(3)", "date")) {
                        if (isAsked(TYPES.indexOf(from), TYPES.indexOf(to))) {
                            probe(new Pair(from, to, utc, indexed, database.serverVersion()), statement, wrong);
                            judged++;
                        }
                    }
                }
            }
        }
        assertTrue(judged > (ALL ? 3000 : 1000));
        assertEquals(List.of(), wrong);
    }

    /** Types of a kind stand together; of the other pairs a part will do from build to build. */
    private static boolean isAsked(int from, int to) {
        return ALL || Math.abs(from - to) <= NEAR || (from + to) % PART == 0;
    }

    /** A column of one type, with an index where there may be one, that gets another. */
    private record Pair(String from, String to, boolean utc, boolean indexed, int version) {

        TypeTransition transition() {
            return TypeTransition.between(SqlType.parse(from), SqlType.parse(to), utc);
        }

        Facts facts(boolean withIndex) {
            QualifiedName name = QualifiedName.inPublic(withIndex ? "p" : "q");
            Table table = Table.of(name, List.of(Column.of("c", SqlType.parse(from), true)), Optional.empty())
                    .withIndexes(withIndex ? List.of(Index.of("p_c", false, List.of("c"))) : List.of());
            Schema schema = new Schema(List.of(table), List.of());
            ClassificationContext context =
                    new ClassificationContext(schema, schema, Declarations.NONE, version, utc, Map.of(), Set.of());
            return ChangeFacts.of(new ChangeColumnType(name, "c", SqlType.parse(from), SqlType.parse(to)), context);
        }

        @Override
        public String toString() {
            return from + " to " + to + (utc ? "" : " in a zone with clock changes");
        }
    }

    private static List<String> known(int serverVersion) {
        return serverVersion >= MULTIRANGE_VERSION
                ? TYPES
                : TYPES.stream().filter(t -> !t.contains("multirange")).toList();
    }

    /** Makes a table with an index and one without, each with a row; returns whether the type can have an index. */
    private static boolean create(Statement statement, String type) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS p, q");
        statement.execute("CREATE TABLE p (c " + type + ")");
        statement.execute("CREATE TABLE q (c " + type + ")");
        statement.execute("INSERT INTO p VALUES (NULL)");
        statement.execute("INSERT INTO q VALUES (NULL)");
        statement.execute("SAVEPOINT before_index");
        boolean indexed = true;
        try {
            statement.execute("CREATE INDEX p_c ON p (c)");
        } catch (SQLException e) {
            statement.execute("ROLLBACK TO before_index");
            indexed = false;
        }
        statement.getConnection().commit();
        return indexed;
    }

    private static void probe(Pair pair, Statement statement, List<String> wrong) throws SQLException {
        String refused = pair.indexed() ? alter(pair, true, statement, wrong) : NO_INDEX;
        if (refused.equals(NO_INDEX)) {
            refused = alter(pair, false, statement, wrong);
        }
        boolean needsConversion = pair.transition().needsConversion();
        if (refused.isEmpty() ? needsConversion : refused.equals(NO_CAST) != needsConversion) {
            wrong.add(pair + ": SQLSTATE '" + refused + "', said " + pair.transition());
        }
    }

    /** Changes the type and compares what was done with the facts; returns the SQLSTATE where it was refused. */
    private static String alter(Pair pair, boolean withIndex, Statement statement, List<String> wrong)
            throws SQLException {
        String table = withIndex ? "p" : "q";
        try {
            Observed before = observe(statement, table, "");
            statement.execute("SET LOCAL client_min_messages = debug1");
            statement.execute("ALTER TABLE " + table + " ALTER COLUMN c TYPE " + pair.to());
            Observed after = observe(statement, table, messages(statement));
            Facts facts = pair.facts(withIndex);
            if (!after.isAsSaid(before, facts)) {
                wrong.add(pair + ": from " + before + " to " + after + ", said " + facts);
            }
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        } finally {
            statement.getConnection().rollback();
        }
    }

    /** What is seen of a table: its file, that of its index, the rows read, its locks, and what the server said. */
    private record Observed(String file, String indexFile, long rowsRead, String locks, String messages) {

        boolean isAsSaid(Observed before, Facts facts) {
            boolean rewritten = !file.equals(before.file);
            boolean rebuilt = !indexFile.equals(before.indexFile);
            boolean scanned = rowsRead > before.rowsRead || messages.contains("verifying table \"");
            return facts.lock() == LockMode.ACCESS_EXCLUSIVE
                    && locks.contains("AccessExclusiveLock")
                    && rewritten == facts.rewrites()
                    && rewritten == messages.contains("rewriting table \"")
                    && rebuilt == facts.rebuiltIndexes().contains("p_c")
                    && (rebuilt || scanned == facts.scans());
        }
    }

    private static Observed observe(Statement statement, String table, String messages) throws SQLException {
        try (ResultSet result = statement.executeQuery(OBSERVE.formatted(table))) {
            assertTrue(result.next());
            return new Observed(
                    result.getString(1), result.getString(2), result.getLong(3), result.getString(4), messages);
        }
    }

    private static String messages(Statement statement) throws SQLException {
        List<String> messages = new ArrayList<>();
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            messages.add(warning.getMessage());
        }
        return String.join("\n", messages);
    }
}
