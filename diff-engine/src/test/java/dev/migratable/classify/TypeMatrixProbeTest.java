package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes every type to every other on the server and compares with what {@link TypeTransition} says. */
@PostgresTest
class TypeMatrixProbeTest {

    /** SQLSTATE of "cannot be cast automatically to type". */
    private static final String NO_CAST = "42804";

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
    void everyPairOfTypesDoesOnTheServerWhatTheMatrixSays(TestDatabase database) throws SQLException {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        for (boolean utc : List.of(true, false)) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET timezone = '" + (utc ? "Etc/UTC" : "Europe/Berlin") + "'");
                connection.setAutoCommit(false);
                List<String> types = known(database.serverVersion());
                for (String from : types) {
                    for (String to : utc ? types : List.of("timestamp", "timestamptz", "timestamptz(3)", "date")) {
                        probe(statement, from, to, utc, wrong);
                        connection.rollback();
                        judged++;
                    }
                }
            }
        }
        assertTrue(judged > 3000);
        assertEquals(List.of(), wrong);
    }

    private static List<String> known(int serverVersion) {
        return serverVersion >= MULTIRANGE_VERSION
                ? TYPES
                : TYPES.stream().filter(t -> !t.contains("multirange")).toList();
    }

    private static void probe(Statement statement, String from, String to, boolean utc, List<String> wrong)
            throws SQLException {
        statement.execute("CREATE TABLE p (c " + from + ")");
        boolean indexed = index(statement);
        String before = files(statement, "'p'") + "|" + (indexed ? files(statement, "'p_c'") : "");
        TypeTransition expected = TypeTransition.between(SqlType.parse(from), SqlType.parse(to), utc);
        try {
            statement.execute("ALTER TABLE p ALTER COLUMN c TYPE " + to);
        } catch (SQLException e) {
            boolean noCast = NO_CAST.equals(e.getSQLState());
            boolean noIndex = "42704".equals(e.getSQLState());
            if (noCast != expected.needsConversion() && !noIndex) {
                wrong.add(from + " to " + to + ": " + e.getMessage() + ", said " + expected);
            }
            return;
        }
        String[] then = before.split("\\|", -1);
        boolean rewritten = !files(statement, "'p'").equals(then[0]);
        boolean rebuilt = indexed && !rewritten && !files(statement, "'p_c'").equals(then[1]);
        boolean asSaid = rewritten == expected.rewrites()
                && !expected.needsConversion()
                && (!indexed || rebuilt == expected.rebuildsIndexes());
        if (!asSaid) {
            wrong.add(from + " to " + to + ": rewritten " + rewritten + ", index rebuilt " + rebuilt + ", said "
                    + expected);
        }
    }

    /** Some types have no order; an index on them is impossible, and none is to be judged. */
    private static boolean index(Statement statement) throws SQLException {
        statement.execute("SAVEPOINT before_index");
        try {
            statement.execute("CREATE INDEX p_c ON p (c)");
            return true;
        } catch (SQLException e) {
            statement.execute("ROLLBACK TO before_index");
            return false;
        }
    }

    private static String files(Statement statement, String relation) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT pg_relation_filenode(" + relation + "::regclass)")) {
            assertTrue(result.next());
            return result.getString(1);
        }
    }
}
