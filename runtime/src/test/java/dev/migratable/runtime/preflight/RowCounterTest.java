package dev.migratable.runtime.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.preflight.RowCounter.Count;
import dev.migratable.runtime.preflight.RowCounter.Extent;
import dev.migratable.schema.QualifiedName;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A count that takes too long is made of a sample, or not at all, and says which. */
@PostgresTest
class RowCounterTest {

    private static final QualifiedName TABLE = QualifiedName.inPublic("big");

    private static Count count(TestDatabase database, int millis, String condition) throws SQLException {
        try (Connection connection = database.connect()) {
            return new RowCounter(new PreflightDatabase(connection), millis).count(TABLE, condition, List.of());
        }
    }

    @Test
    void allRowsASampleOrNone(TestDatabase database) throws SQLException {
        database.execute(
                "CREATE TABLE big AS SELECT n, n % 2 = 0 AS even FROM generate_series(1, 600000) n", "ANALYZE big");
        assertEquals(new Count(300_000, Extent.ALL), count(database, 60_000, "even"));
        // One row that the sample does not have takes a minute; a larger sample has all rows of a smaller one.
        String slow = database.query("SELECT min(n) FROM (SELECT n FROM big WHERE NOT even EXCEPT "
                        + "SELECT n FROM big TABLESAMPLE SYSTEM (50) REPEATABLE (0)) AS outside")
                .get(0)
                .get(0);
        Count sample = count(database, 3_000, "even OR n = " + slow + " AND pg_sleep(60) IS NULL");
        assertEquals(Extent.SAMPLE, sample.extent());
        assertTrue(sample.rows() > 50_000 && sample.rows() < 200_000, sample::toString);
        assertEquals(new Count(0, Extent.NOTHING), count(database, 50, "pg_sleep(1) IS NOT NULL"));
        assertEquals(
                new Count(0, Extent.NOTHING),
                count(database, 50, "n IN (SELECT n FROM public.big WHERE pg_sleep(1) IS NOT NULL)"));
    }
}
