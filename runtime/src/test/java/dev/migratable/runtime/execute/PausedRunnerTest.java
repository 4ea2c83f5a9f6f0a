package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.control.Control;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that was paused stays so, whatever becomes of its runner. */
@PostgresTest
class PausedRunnerTest {

    private static final int CUSTOMERS = 10_000;

    private static final String MIGRATION = "0002_rename_email";

    private final TestDatabase database;
    private final ShopDatabase shop;

    @TempDir
    private Path work;

    PausedRunnerTest(TestDatabase database, @TempDir Path changelog) {
        this.database = database;
        this.shop = new ShopDatabase(database, changelog);
    }

    private void makeSlow() throws SQLException {
        database.execute(
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN PERFORM pg_sleep(0.0005); RETURN NEW; END'",
                "CREATE TRIGGER slow BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION slow()");
    }

    private void awaitRows(ChildJvm child) throws Exception {
        while (!shop.one("SELECT to_regclass('migratable.backfill_range') IS NOT NULL")
                        .equals("t")
                || rowsSeen() == 0) {
            assertTrue(child.process().isAlive(), child.printed());
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private long rowsSeen() throws SQLException {
        return Long.parseLong(shop.one("SELECT coalesce(sum(rows_seen), 0) FROM migratable.backfill_range"));
    }

    @Test
    void aKilledRunnerLeavesItPausedAndTheNextOneWaits() throws Exception {
        shop.createShop(CUSTOMERS);
        shop.generateV2();
        makeSlow();
        ChildJvm first = ChildJvm.start(
                work, "", ApplyMain.class, database.url(), shop.changelog().toString(), "EXPAND");
        awaitRows(first);
        Migrator operator = shop.migrator().build();
        operator.control().pause(Optional.of(MIGRATION));
        TimeUnit.MILLISECONDS.sleep(2_000);
        long held = rowsSeen();
        first.process().destroyForcibly();
        first.process().waitFor();
        database.execute("DROP TRIGGER slow ON customer");

        Control kept = operator.status().controls().get(0);
        assertEquals(MIGRATION, kept.migration());
        assertTrue(kept.describePause().orElseThrow().startsWith("paused by "), kept::describe);
        CountDownLatch paused = new CountDownLatch(1);
        Migrator second = shop.migrator()
                .listener(new MigrationListener() {
                    @Override
                    public void paused(String migration, String pause) {
                        paused.countDown();
                    }
                })
                .build();
        CompletableFuture<ApplyReport> run =
                CompletableFuture.supplyAsync(() -> second.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertTrue(paused.await(30, TimeUnit.SECONDS), "the next runner says that it waits");
        TimeUnit.MILLISECONDS.sleep(500);
        assertFalse(run.isDone());
        assertEquals(held, rowsSeen());
        operator.control().resume(Optional.of(MIGRATION));
        assertFalse(run.get(60, TimeUnit.SECONDS).stopped());
        assertEquals(CUSTOMERS, rowsSeen());
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE email IS DISTINCT FROM email_address"));
    }

    /** A stop ends one run, not the migrator: an application may go on with the same one. */
    @Test
    void aMigratorThatWasStoppedMayRunAgain() throws Exception {
        shop.createShop(CUSTOMERS);
        shop.generateV2();
        makeSlow();
        Migrator migrator = shop.migrator().build();
        CompletableFuture<ApplyReport> run =
                CompletableFuture.supplyAsync(() -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        while (!shop.one("SELECT to_regclass('migratable.backfill_range') IS NOT NULL")
                        .equals("t")
                || rowsSeen() == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        migrator.control().stop(Optional.empty());
        assertTrue(run.get(30, TimeUnit.SECONDS).stopped());
        database.execute("DROP TRIGGER slow ON customer");
        assertFalse(
                migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()).stopped());
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE email IS DISTINCT FROM email_address"));
    }

    /** The table may be written by hand, with the same bounds. */
    @Test
    void theDatabaseChecksWhatIsAsked() throws Exception {
        shop.migrator().build().control().reset(Optional.empty());
        for (String wrong : List.of(
                "(migration, rate) VALUES ('', '0%')",
                "(migration, rate) VALUES ('', '101%')",
                "(migration, workers) VALUES ('', 0)",
                "(migration, batch_target_millis) VALUES ('', 1)",
                "(migration, paused_by) VALUES ('', 'me')")) {
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO migratable.control " + wrong), wrong);
        }
        database.execute("INSERT INTO migratable.control (migration, paused_by, paused_at, rate)"
                + " VALUES ('', 'me', '2026-01-02 03:04:05Z', '100%')");
        Control control = shop.migrator().build().status().controls().get(0);
        assertEquals(
                "paused by me since 2026-01-02 03:04:05 UTC",
                control.describePause().orElseThrow());
    }
}
