package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.runtime.backfill.Batches.Batch;
import dev.migratable.runtime.backfill.Batches.Part;
import dev.migratable.runtime.backfill.RangeWalk.Stride;
import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.KeyColumn;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches by halves: what a transaction writes, what is known of it, and what it is good for. */
@PostgresTest
class RangeWalkTest {

    private static final int ROWS = 12_000;
    private static final int LIMIT = 2_000;
    private static final String DIFFERING = "SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old";
    private static final String STORED =
            "SELECT watermark[1], rows_seen, rows_written, finished FROM migratable.backfill_range";

    private final TestDatabase database;
    private final BackfillStore store = new BackfillStore("0001_x", "backfill");

    RangeWalkTest(TestDatabase database) {
        this.database = database;
    }

    private void table(String type) throws SQLException {
        database.execute(
                "CREATE TABLE t (id " + type + " PRIMARY KEY, old text, twin text)",
                "INSERT INTO t SELECT n, 'customer.' || n || '@example.org' FROM generate_series(1 - 100, "
                        + (ROWS - 100) + ") n",
                "VACUUM ANALYZE t");
    }

    private static BackfillSpec spec(String type) {
        return new BackfillSpec(
                QualifiedName.inPublic("t"),
                List.of(new KeyColumn("id", SqlType.parse(type))),
                List.of(new Assignment("twin", "\"old\"", Mode.FOLLOW)));
    }

    private String value(String sql) throws SQLException {
        return database.query(sql).get(0).get(0);
    }

    private Connection connect(BackfillSpec spec) throws SQLException {
        Connection connection = database.connect();
        BackfillStore.create(connection);
        store.insert(
                connection,
                store.target(connection, spec),
                List.of(new KeyRange(0, Optional.empty(), Optional.empty())));
        connection.setAutoCommit(false);
        return connection;
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallint", "integer", "bigint"})
    void passesABatchWhenBothItsHalvesAreWritten(String type) throws SQLException {
        table(type);
        BackfillSpec spec = spec(type);
        try (Connection connection = connect(spec)) {
            RangeWalk walk =
                    new RangeWalk(Batches.of(spec), store, new KeyRange(0, Optional.empty(), Optional.empty()));

            assertEquals(new Stride(0, LIMIT / 2, true, false), walk.go(connection, LIMIT));
            assertEquals(
                    0, database.query(STORED + " WHERE watermark IS NOT NULL").size());
            assertEquals(new Stride(LIMIT, LIMIT, true, false), walk.go(connection, LIMIT));
            assertEquals(List.of(List.of("1900", "2000", "3000", "f")), database.query(STORED));
            assertEquals("9000", value(DIFFERING));
            while (!walk.go(connection, LIMIT).last()) {
                assertTrue(walk.left().after().isPresent());
            }
            assertEquals(List.of(List.of("11900", "12000", "12000", "t")), database.query(STORED));
            assertEquals("0", value(DIFFERING));
        }
    }

    @Test
    void whoTakesUpARangeWritesNoRowTwice() throws SQLException {
        table("bigint");
        BackfillSpec spec = spec("bigint");
        try (Connection connection = connect(spec)) {
            RangeWalk left =
                    new RangeWalk(Batches.of(spec), store, new KeyRange(0, Optional.empty(), Optional.empty()));
            left.go(connection, LIMIT);
            left.go(connection, LIMIT);
            RangeWalk taken = new RangeWalk(Batches.of(spec), store, left.left());
            while (!taken.go(connection, LIMIT).last()) {
                assertTrue(taken.left().after().isPresent());
            }
            assertEquals(List.of(List.of("11900", "12000", "12000", "t")), database.query(STORED));
            assertEquals("0", value(DIFFERING));
        }
    }

    @Test
    void aTransactionThatFailsIsDoneAgainAsAWhole() throws SQLException {
        table("bigint");
        BackfillSpec spec = spec("bigint");
        try (Connection connection = connect(spec);
                Connection client = database.connect()) {
            RangeWalk walk =
                    new RangeWalk(Batches.of(spec), store, new KeyRange(0, Optional.empty(), Optional.empty()));
            walk.go(connection, LIMIT);
            client.setAutoCommit(false);
            client.createStatement().execute("SELECT FROM t WHERE id = 1 FOR UPDATE");
            connection.createStatement().execute("SET lock_timeout = '50ms'");
            assertThrows(SQLException.class, () -> walk.go(connection, LIMIT));
            connection.rollback();
            assertEquals("11000", value(DIFFERING));
            client.rollback();
            while (!walk.go(connection, LIMIT).last()) {
                assertTrue(walk.left().after().isPresent());
            }
            assertEquals(List.of(List.of("11900", "12000", "12000", "t")), database.query(STORED));
        }
    }

    private static final Optional<List<String>> LAST = Optional.of(List.of("11900"));

    /** Where no key is missing, the next batch's end is computed; what is reported is counted all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t WHERE false",
                "DELETE FROM t WHERE id % 100 = 7",
                "DELETE FROM t WHERE id BETWEEN 4000 AND 8000",
                "DELETE FROM t WHERE id BETWEEN 4000 AND 11899",
                "UPDATE t SET twin = old WHERE id % 1000 = 3",
                "UPDATE t SET twin = old WHERE id > 3000"
            })
    void countsWhatItPassesWhereKeysAreMissingOrRowsAreDone(String sql) throws SQLException {
        table("bigint");
        database.execute(sql);
        String rows = value("SELECT count(*) FROM t");
        String differing = value(DIFFERING);
        BackfillSpec spec = spec("bigint");
        for (int limit : List.of(LIMIT, 300)) {
            try (Connection connection = connect(spec)) {
                RangeWalk walk = new RangeWalk(Batches.of(spec), store, new KeyRange(0, Optional.empty(), LAST));
                for (boolean last = false; !last; ) {
                    Stride stride = walk.go(connection, limit);
                    // The halves of two batches, which differ where the keys that are missing are odd.
                    assertTrue(stride.written() <= limit * 11 / 10, stride::toString);
                    last = stride.last();
                }
                assertEquals(List.of(List.of("11900", rows, differing, "t")), database.query(STORED));
            }
            database.execute("TRUNCATE migratable.backfill_range");
            differing = "0";
        }
        assertEquals("0", value(DIFFERING));
    }

    @Test
    void looksForNoEndWhereTheKeysBeforeHadNoGap() throws SQLException {
        table("bigint");
        BackfillSpec spec = spec("bigint");
        KeyRange range = new KeyRange(0, Optional.of(List.of("-100")), LAST);
        Batches batches = Batches.of(spec);
        try (Connection connection = database.connect()) {
            List<Boolean> counted = new ArrayList<>();
            for (Optional<Batch> next = batches.next(connection, range, LIMIT);
                    next.isPresent();
                    next = batches.next(connection, range, LIMIT)) {
                counted.add(next.get().counted());
                batches.write(connection, range, next.get(), Part.ALL);
                range = range.goingOnAfter(next.get().lastKey());
            }
            assertEquals(List.of(true, false, false, false, false, true), counted);
        }
    }

    /** In one pass, an UPDATE moves each row of a full block to another one. */
    @Test
    void aThirdOfTheRowsStaysInItsBlock() throws SQLException {
        assumeTrue(database.serverVersion() >= 14, "on 13 none was seen to stay");
        table("bigint");
        long before = Long.parseLong(value("SELECT pg_relation_size('t')"));
        run(spec("bigint"));

        assertEquals("0", value(DIFFERING));
        long after = Long.parseLong(value("SELECT pg_relation_size('t')"));
        assertTrue(after < 2.0 * before, before + " bytes became " + after);
        long hot = Long.parseLong(value("SELECT pg_stat_get_tuples_hot_updated('t'::regclass)"));
        assertTrue(hot > ROWS / 5, hot + " of " + ROWS + " rows stayed where they were");
    }

    /** A server that crashes may lose the last batches with their watermarks, but nothing once the backfill is over. */
    @Test
    void onlyTheEndWaitsForTheDisk() throws SQLException {
        table("bigint");
        database.execute(
                "CREATE TABLE seen (what text, commits text)",
                "CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO seen VALUES "
                        + "(TG_TABLE_NAME, current_setting('synchronous_commit')); RETURN NULL; END $$",
                "CREATE TRIGGER see AFTER UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION see()");
        try (Connection connection = database.connect()) {
            BackfillStore.create(connection);
        }
        database.execute("CREATE TRIGGER see AFTER UPDATE ON migratable.backfill_range FOR EACH STATEMENT "
                + "EXECUTE FUNCTION see()");
        database.execute("ALTER DATABASE " + database.name() + " SET synchronous_commit = 'local'");
        run(spec("bigint"));

        assertEquals(List.of(List.of("off")), database.query("SELECT DISTINCT commits FROM seen WHERE what = 't'"));
        assertEquals("local", value("SELECT commits FROM seen ORDER BY ctid DESC LIMIT 1"));
    }

    private void run(BackfillSpec spec) {
        BackfillOptions options = new BackfillOptions(1, 100, new Backoff(3, 10, 100));
        BackfillRunner runner =
                new BackfillRunner(new SessionSource(database.dataSource()), options, new StopSignal(), progress -> {});
        assertTrue(runner.run("0001_x", "backfill", spec).finished());
    }
}
