package dev.migratable.runtime.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs the blocks that a Liquibase without any class of ours executes. */
@PostgresTest
class BackfillSqlTest {

    private static final QualifiedName TABLE = new QualifiedName("public", "odd \"name{key}");

    private static final BackfillSpec COMPOSITE = new BackfillSpec(
            TABLE,
            List.of(
                    new KeyColumn("region", SqlType.parse("varchar(5)")),
                    new KeyColumn("at", SqlType.parse("timestamptz"))),
            List.of(
                    new Assignment("twin", "\"old\"", Mode.FOLLOW),
                    new Assignment("filled", "'a$migratable$b' || \"old\"", Mode.FILL)));

    private final TestDatabase database;

    BackfillSqlTest(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute(
                "CREATE TABLE \"odd \"\"name{key}\" (region varchar(5) COLLATE \"C\", at timestamptz, old text, twin text, "
                        + "filled text, PRIMARY KEY (region, at))",
                "INSERT INTO \"odd \"\"name{key}\" SELECT 'r' || n % 7, timestamptz '2026-01-01' + n * interval '1 s', "
                        + "CASE WHEN n % 10 = 0 THEN NULL ELSE 'v' || n END, CASE WHEN n % 3 = 0 THEN 'stale' END, "
                        + "CASE WHEN n % 4 = 0 THEN 'kept' END FROM generate_series(1, 10500) n");
    }

    @Test
    void blockFillsEveryRowAndKeepsWhatIsThere() throws SQLException {
        database.execute(BackfillSql.block(COMPOSITE));

        assertEquals(
                List.of(List.of("0", "0", "0")),
                database.query("SELECT count(*) FILTER (WHERE twin IS DISTINCT FROM old), "
                        + "count(*) FILTER (WHERE filled IS NULL AND old IS NOT NULL), "
                        + "count(*) FILTER (WHERE filled <> 'kept' AND extract(epoch FROM at)::int % 4 = 0 "
                        + "AND region = 'none') FROM \"odd \"\"name{key}\""));
        assertEquals(
                List.of(List.of("2625")),
                database.query("SELECT count(*) FROM \"odd \"\"name{key}\" WHERE filled = 'kept'"));
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT count(*) FROM \"odd \"\"name{key}\" WHERE " + BackfillSql.mismatch(COMPOSITE)));
    }

    @Test
    void blockRunAgainWritesNothing() throws SQLException {
        database.execute(BackfillSql.block(COMPOSITE));
        List<?> before = database.query("SELECT xmin, ctid FROM \"odd \"\"name{key}\" ORDER BY region, at");
        database.execute(BackfillSql.block(COMPOSITE));
        assertEquals(before, database.query("SELECT xmin, ctid FROM \"odd \"\"name{key}\" ORDER BY region, at"));
    }

    @Test
    void blockCommitsItsBatches() throws SQLException {
        database.execute(BackfillSql.block(COMPOSITE));
        List<List<String>> transactions = database.query(
                "SELECT count(DISTINCT xmin::text) > 2 FROM \"odd \"\"name{key}\" WHERE twin IS NOT NULL");
        assertEquals(List.of(List.of("t")), transactions);
    }

    @Test
    void blockOfAnEmptyTableDoesNothing() throws SQLException {
        database.execute("TRUNCATE \"odd \"\"name{key}\"");
        database.execute(BackfillSql.block(COMPOSITE));
        assertEquals(List.of(List.of("0")), database.query("SELECT count(*) FROM \"odd \"\"name{key}\""));
    }

    @Test
    void blockTakesAKeyColumnWithTheNameOfAVariable() throws SQLException {
        database.execute(
                "CREATE TABLE t (attempt uuid PRIMARY KEY DEFAULT gen_random_uuid(), batch int, c int)",
                "INSERT INTO t (batch) SELECT n FROM generate_series(1, 5000) n");
        database.execute(BackfillSql.block(new BackfillSpec(
                QualifiedName.inPublic("t"),
                List.of(new KeyColumn("attempt", SqlType.parse("uuid"))),
                List.of(new Assignment("c", "batch + 1", Mode.FILL)))));
        assertEquals(List.of(List.of("5000")), database.query("SELECT count(*) FROM t WHERE c = batch + 1"));
    }

    @Test
    void verifyBlockNamesEveryViolation() throws SQLException {
        String block = BackfillSql.verifyBlock(List.of(
                new Verification(TABLE, "twin IS DISTINCT FROM old", "twin differs from 'old'"),
                new Verification(TABLE, "region IS NULL", "region is missing"),
                new Verification(TABLE, "filled LIKE '%kept%'", "filled is kept")));
        SQLException failure = assertThrows(SQLException.class, () -> database.execute(block));
        assertEquals("23514", failure.getSQLState());
        assertTrue(
                failure.getMessage()
                        .contains("verification failed: 9800 rows of odd \"name{key}: twin differs from 'old'; "
                                + "2625 rows of odd \"name{key}: filled is kept"),
                failure.getMessage());
    }

    @Test
    void verifyBlockPassesWhereNothingIsWrong() throws SQLException {
        database.execute(
                BackfillSql.verifyBlock(List.of(new Verification(TABLE, "region IS NULL", "region is missing"))));
    }

    @Test
    void isVerifiedWhereEveryAssignmentIsLookedAt() {
        QualifiedName t = QualifiedName.inPublic("t");
        List<KeyColumn> key = List.of(new KeyColumn("id", SqlType.parse("bigint")));
        BackfillSpec spec = new BackfillSpec(
                t,
                key,
                List.of(
                        new Assignment("a", "x + 1", Mode.FOLLOW),
                        new Assignment("b", "x + 2", Mode.FOLLOW),
                        new Assignment("c", "'none'", Mode.FILL)));
        Verification both = new Verification(t, "a IS DISTINCT FROM x + 1 OR b IS DISTINCT FROM x + 2", "differ");
        Verification filled = new Verification(t, "c IS NULL", "c is NULL");
        assertTrue(BackfillSql.isVerified(spec, List.of(filled, both)));
        assertFalse(BackfillSql.isVerified(spec, List.of(both)), "nobody looks at c");
        assertFalse(BackfillSql.isVerified(
                spec, List.of(filled, new Verification(t, "a IS DISTINCT FROM x + 1", "only one of both"))));
        QualifiedName other = QualifiedName.inPublic("other");
        assertFalse(BackfillSql.isVerified(spec, List.of(both, new Verification(other, "c IS NULL", "elsewhere"))));
    }
}
