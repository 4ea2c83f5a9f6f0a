package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long transaction holds up the migration, and nobody else: clients that queue behind it are served in between. */
@PostgresTest
class ClientWaitTest {

    /** The server's judgement of who waited too long: the lock timeout of half a second, and as much for a busy machine. */
    private static final String PATIENCE = "SET statement_timeout = '1s'";

    private static final int TRIES = 3;

    private final TestDatabase database;
    private final AtomicInteger served = new AtomicInteger();

    @TempDir
    private Path changelog;

    ClientWaitTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void noClientWaitsAsLongAsTheOneInTheWayDoes() throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(1_000);
        shop.generateV2();
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> reasons = new ConcurrentLinkedQueue<>();
        try (Connection report = database.connect();
                Statement statement = report.createStatement()) {
            report.setAutoCommit(false);
            statement.execute("SET application_name = 'long-report'");
            statement.execute("SELECT count(*) FROM customer");
            CountDownLatch tries = new CountDownLatch(TRIES);
            MigrationListener listener = new MigrationListener() {
                @Override
                public void retrying(String migration, String step, int attempt, long waitMillis, String reason) {
                    reasons.add(reason);
                    tries.countDown();
                }
            };
            CompletableFuture<Void> client = CompletableFuture.runAsync(() -> query(over));
            CompletableFuture<ApplyReport> run = CompletableFuture.supplyAsync(() -> shop.migrator()
                    .options(ExecutionOptions.DEFAULT.withLockAttempts(50))
                    .listener(listener)
                    .build()
                    .apply(ShopDatabase.EXPAND, java.util.Optional.empty(), java.util.Set.of()));
            tries.await();
            report.commit();
            assertTrue(run.get().steps().size() > 5);
            over.set(true);
            client.get();
        }
        assertTrue(served.get() > TRIES, () -> "served " + served);
        assertEquals(
                List.of(),
                reasons.stream()
                        .filter(r -> !r.contains("long-report, idle in transaction"))
                        .toList());
    }

    private void query(AtomicBoolean over) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(PATIENCE);
            while (!over.get()) {
                statement.execute("UPDATE customer SET name = 'x' WHERE id = 7");
                served.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }
}
