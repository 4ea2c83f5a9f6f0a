package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runners that meet each other, and runners that are killed. */
@PostgresTest
class RunnersTest {

    private static final int MANY_CUSTOMERS = 200_000;

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    @TempDir
    private Path work;

    RunnersTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aSecondRunnerLeavesNamingTheFirst() throws SQLException {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(10);
        shop.generateV2();
        Schema before = shop.schema();
        try (RunnerLock lock = RunnerLock.acquire(
                new SessionSource(database.dataSource()), Duration.ZERO, new StopSignal(), holder -> {})) {
            int pid =
                    lock.connection().unwrap(org.postgresql.PGConnection.class).getBackendPID();
            MigratableException failure = assertThrows(MigratableException.class, shop::expand);
            assertTrue(
                    failure.line()
                            .startsWith("RUN01 database: another runner is at work, pid " + pid
                                    + " (migratable-runner, user "),
                    failure.line());
            assertTrue(failure.line().contains("connected since "), failure.line());
        }
        assertEquals(before, shop.schema());
        shop.expand();
    }

    @Test
    void aSecondRunnerMayWaitForTheFirst() throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(10);
        shop.generateV2();
        CountDownLatch waiting = new CountDownLatch(1);
        Migrator second = shop.migrator()
                .options(ExecutionOptions.DEFAULT.withWaitForRunner(Duration.ofMinutes(1)))
                .listener(new MigrationListener() {
                    @Override
                    public void waitingForRunner(String holder) {
                        waiting.countDown();
                    }
                })
                .build();
        CompletableFuture<ApplyReport> report;
        try (RunnerLock lock = RunnerLock.acquire(
                new SessionSource(database.dataSource()), Duration.ZERO, new StopSignal(), holder -> {})) {
            lock.check();
            report = CompletableFuture.supplyAsync(() -> second.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
            assertTrue(waiting.await(30, TimeUnit.SECONDS));
        }
        assertTrue(report.join().steps().size() > 1);
    }

    @Test
    void twoRunnersAtOnceDoTheWorkOnce() throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(30_000);
        shop.generateV2();
        Migrator migrator = shop.migrator()
                .options(ExecutionOptions.DEFAULT.withWaitForRunner(Duration.ofMinutes(1)))
                .build();
        CompletableFuture<ApplyReport> one =
                CompletableFuture.supplyAsync(() -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        CompletableFuture<ApplyReport> other =
                CompletableFuture.supplyAsync(() -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        one.join();
        other.join();
        assertTrue(one.join().isUpToDate() != other.join().isUpToDate(), "one of them had nothing left to do");
        assertEquals("0", shop.one("SELECT count(*) - count(DISTINCT (id, filename)) FROM databasechangelog"));
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE email IS DISTINCT FROM email_address"));
    }

    @Test
    void aKilledRunnerGoesOnAndLosesNothing() throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(MANY_CUSTOMERS);
        shop.generateV2();
        // Minutes of work, so that the backfill cannot be over before it is killed.
        database.execute(
                "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS "
                        + "'BEGIN PERFORM pg_sleep(0.001); RETURN NEW; END'",
                "CREATE TRIGGER slow BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION slow()");
        ChildJvm first = ChildJvm.start(work, "", ApplyMain.class, database.url(), changelog.toString(), "EXPAND");
        awaitBackfill(shop, first);
        first.process().destroyForcibly();
        first.process().waitFor();
        // The server ends the batch of a client that is gone; only then can the table be locked.
        database.execute("DROP TRIGGER slow ON customer");
        String seen = shop.one("SELECT sum(rows_seen) FROM migratable.backfill_range");
        assertEquals("f", shop.one("SELECT bool_and(finished) FROM migratable.backfill_range"), "killed in the middle");
        assertTrue(Long.parseLong(seen) > 0, "killed after the first batch");

        ChildJvm second = ChildJvm.start(work, "", ApplyMain.class, database.url(), changelog.toString(), "EXPAND");
        assertEquals(0, second.join(), second.printed());
        assertEquals(
                Integer.toString(MANY_CUSTOMERS), shop.one("SELECT sum(rows_seen) FROM migratable.backfill_range"));
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE email IS DISTINCT FROM email_address"));
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
        assertEquals(
                MANY_CUSTOMERS + "," + MANY_CUSTOMERS * 9 / 10 + ",0",
                shop.one("SELECT count(*) || ',' || count(email_address) || ',' "
                        + "|| count(*) FILTER (WHERE email_address <> 'c' || id || '@x.org') FROM customer"));
    }

    private void awaitBackfill(ShopDatabase shop, ChildJvm child) throws Exception {
        while (child.process().isAlive()) {
            boolean there = shop.one("SELECT to_regclass('migratable.backfill_range') IS NOT NULL")
                    .equals("t");
            if (there
                    && !shop.one("SELECT coalesce(sum(rows_seen), 0) FROM migratable.backfill_range")
                            .equals("0")) {
                return;
            }
        }
        throw new AssertionError("over before it could be killed: " + child.printed());
    }
}
