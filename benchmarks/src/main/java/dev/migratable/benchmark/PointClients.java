package dev.migratable.benchmark;

import dev.migratable.benchmark.Latencies.Sample;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that update single rows at a constant rate. What a statement waited for its turn counts: a client that is kept
 * waiting has a queue.
 */
final class PointClients implements AutoCloseable {

    private static final int CLIENTS = 4;

    /** A third of what four clients reach without pause on two processors. */
    private static final long EVERY_NANOS = 10_000_000;

    private final ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<Latencies>> clients = new ArrayList<>();
    private volatile boolean stopped;

    /** Starts the clients. */
    PointClients(TestDatabase database, long rows) {
        for (int client = 0; client < CLIENTS; client++) {
            long seed = client;
            Callable<Latencies> work = () -> update(database, rows, new Random(seed));
            clients.add(pool.submit(work));
        }
    }

    private Latencies update(TestDatabase database, long rows, Random random) throws SQLException {
        List<Sample> samples = new ArrayList<>();
        long failed = 0;
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE account SET visits = visits + 1 WHERE id = ?")) {
            for (long due = System.nanoTime(); !stopped; due += EVERY_NANOS) {
                sleepUntil(due);
                try {
                    statement.setLong(1, 1 + random.nextLong(rows));
                    statement.executeUpdate();
                } catch (SQLException e) {
                    failed++;
                }
                samples.add(new Sample(due, System.nanoTime() - due));
            }
        }
        return new Latencies(samples, failed);
    }

    private static void sleepUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Lets the clients end and returns how long they waited. */
    Latencies stop() throws Exception {
        stopped = true;
        List<Latencies> all = new ArrayList<>();
        for (Future<Latencies> client : clients) {
            all.add(client.get());
        }
        return Latencies.together(all);
    }

    @Override
    public void close() {
        stopped = true;
        pool.shutdown();
    }
}
