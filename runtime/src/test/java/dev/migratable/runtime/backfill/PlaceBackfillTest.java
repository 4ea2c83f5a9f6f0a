package dev.migratable.runtime.backfill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.plan.BackfillSpec;
import dev.migratable.runtime.plan.BackfillSpec.Assignment;
import dev.migratable.runtime.plan.BackfillSpec.Mode;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table without any key, gone through by where its rows lie. */
@PostgresTest
class PlaceBackfillTest {

    private static final int ROWS = 25_000;

    private static final BackfillSpec SPEC = new BackfillSpec(
            QualifiedName.inPublic("t"), List.of(), List.of(new Assignment("twin", "\"old\"", Mode.FOLLOW)));

    private final TestDatabase database;

    PlaceBackfillTest(TestDatabase database) throws SQLException {
        this.database = database;
        database.execute(
                "CREATE TABLE t (n int, old text, twin text, filler text, touched int NOT NULL DEFAULT 0)",
                "INSERT INTO t SELECT n, 'v' || n % 500, NULL, repeat('x', n % 90) FROM generate_series(1, " + ROWS
                        + ") n",
                "ANALYZE t",
                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN NEW.touched := OLD.touched + 1; RETURN NEW; END'");
    }

    private BackfillResult run(int workers, StopSignal stop) {
        return new BackfillRunner(
                        new SessionSource(database.dataSource()),
                        new BackfillOptions(workers, 50, new Backoff(20, 10, 100)),
                        stop,
                        progress -> {})
                .run("0001_x", "backfill", SPEC);
    }

    private String one(String sql) throws SQLException {
        return String.valueOf(database.query(sql).get(0).get(0));
    }

    private String missing() throws SQLException {
        return one("SELECT count(*) FROM t WHERE twin IS DISTINCT FROM old");
    }

    private void countTouches() throws SQLException {
        database.execute("CREATE TRIGGER touch BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION touch()");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyRowIsWrittenOnce(int workers) throws SQLException {
        countTouches();
        BackfillResult result = run(workers, new StopSignal());
        assertTrue(result.finished());
        assertEquals(ROWS, result.rowsWritten());
        assertEquals("0", missing());
        database.execute(BackfillSql.block(SPEC));
        assertEquals("1 1", one("SELECT min(touched) || ' ' || max(touched) FROM t"));
    }

    @Test
    void theBlockThatLiquibaseRunsFillsEveryRowToo() throws SQLException {
        countTouches();
        database.execute(BackfillSql.block(SPEC));
        assertEquals("0", missing());
        assertEquals("1 1", one("SELECT min(touched) || ' ' || max(touched) FROM t"));
        database.execute("TRUNCATE t", BackfillSql.block(SPEC));
        assertTrue(run(2, new StopSignal()).finished(), "nor does it trip over an empty table");
    }

    /** The naive pass says that it is done when it has seen the last block. */
    @Test
    void rowsBehindThePassAreFoundByTheLookAtAll() throws SQLException {
        run(2, new StopSignal());
        database.execute("UPDATE t SET twin = NULL WHERE n % 1000 = 0");
        assertEquals("t", one("SELECT bool_and(finished) FROM migratable.backfill_range"), "the naive answer: done");
        BackfillResult again = run(2, new StopSignal());
        assertTrue(again.finished());
        assertEquals(ROWS / 1000, again.rowsWritten());
        assertEquals("0", missing());
    }

    @Test
    void rowsThatMoveMeanwhileAreNotLost() throws Exception {
        StopSignal over = new StopSignal();
        CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> write(over));
        BackfillResult result = run(2, new StopSignal());
        over.request();
        assertTrue(result.finished());
        assertTrue(writer.get(30, TimeUnit.SECONDS) > 0);
        assertEquals("0", missing());
    }

    /** Writes rows anew, whose new versions lie wherever there is room. */
    private int write(StopSignal over) {
        Random random = new Random(7);
        int written = 0;
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("UPDATE t SET filler = repeat('y', ?) WHERE n BETWEEN ? AND ?")) {
            while (!over.isRequested()) {
                int first = random.nextInt(ROWS);
                update.setInt(1, random.nextInt(100));
                update.setInt(2, first);
                update.setInt(3, first + 20);
                written += update.executeUpdate();
            }
            return written;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void itGoesOnWhereItWasStopped() throws Exception {
        database.execute(
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN IF NEW.n % 10 = 0 THEN PERFORM pg_sleep(0.001); END IF; RETURN NEW; END'",
                "CREATE TRIGGER slow BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION slow()");
        countTouches();
        StopSignal stop = new StopSignal();
        CompletableFuture<BackfillResult> run = CompletableFuture.supplyAsync(() -> run(1, stop));
        while (!one("SELECT count(*) > 500 FROM t WHERE twin IS NOT NULL").equals("t")) {
            assertFalse(run.isDone());
        }
        stop.request();
        assertFalse(run.join().finished());
        database.execute("DROP TRIGGER slow ON t");
        assertTrue(run(2, new StopSignal()).finished());
        assertEquals("1 1", one("SELECT min(touched) || ' ' || max(touched) FROM t"));
        assertEquals("0", missing());
    }

    /** A pass that followed the rows it writes would not end before the disk is full. */
    @Test
    void rowsThatNeverBecomeAsTheyMustBeEndInOneLine() throws SQLException {
        database.execute(
                "DELETE FROM t WHERE n > 1000",
                "CREATE FUNCTION undo() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.twin := NULL; RETURN NEW; END'",
                "CREATE TRIGGER undo BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION undo()");
        MigratableException failure = assertThrows(MigratableException.class, () -> run(1, new StopSignal()));
        assertEquals(
                "BKF01 backfill of t: rows that are yet to be written come faster than they are written, or never become"
                        + " as they must be. Give the table a primary key, or run again when fewer clients write.",
                failure.line());
        assertTrue(
                Long.parseLong(one("SELECT pg_relation_size('t') / 8192")) < 2_000,
                "each pass writes a row once at most");
        SQLException block = assertThrows(SQLException.class, () -> database.execute(BackfillSql.block(SPEC)));
        assertTrue(block.getMessage().contains("come faster than they are written"), block::getMessage);
    }
}
