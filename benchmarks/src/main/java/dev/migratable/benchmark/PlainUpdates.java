package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The floors of a backfill: what people write by hand, without watermark, change test, dual write or retries. */
final class PlainUpdates {

    private static final int BATCH_ROWS = 1000;

    private static final String ADD = "ALTER TABLE account ADD COLUMN email_address varchar(120)";

    private PlainUpdates() {}

    /** Writes every row by one statement; returns the seconds. */
    static double single(TestDatabase database) throws SQLException {
        database.execute(ADD);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            long started = System.nanoTime();
            statement.execute("UPDATE account SET email_address = email");
            return (System.nanoTime() - started) / 1e9;
        }
    }

    /** Writes ranges of keys in committed batches, each connection a part of its own; returns the seconds. */
    static double ranges(TestDatabase database, long rows, int connections) throws Exception {
        database.execute(ADD);
        ExecutorService pool = Executors.newFixedThreadPool(connections);
        try {
            long started = System.nanoTime();
            List<Future<Void>> parts = new ArrayList<>();
            for (int part = 0; part < connections; part++) {
                long from = rows * part / connections;
                long to = rows * (part + 1) / connections;
                Callable<Void> work = () -> ranges(database, from, to);
                parts.add(pool.submit(work));
            }
            for (Future<Void> part : parts) {
                part.get();
            }
            return (System.nanoTime() - started) / 1e9;
        } finally {
            pool.shutdown();
        }
    }

    private static Void ranges(TestDatabase database, long from, long to) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE account SET email_address = email WHERE id > ? AND id <= ?")) {
            for (long after = from; after < to; after += BATCH_ROWS) {
                statement.setLong(1, after);
                statement.setLong(2, Math.min(to, after + BATCH_ROWS));
                statement.executeUpdate();
            }
        }
        return null;
    }
}
