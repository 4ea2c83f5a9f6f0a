package dev.migratable.runtime.throttle;

import dev.migratable.runtime.sql.ThrottleSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Finds the share of full speed at which the server writes no more WAL than it may. Used by one thread. */
final class WalRate {

    /** Never quite nothing: the WAL may be that of others, and a backfill must end some day. */
    private static final double LEAST_SHARE = 0.05;

    /** How much faster it may go each time the server writes less than it may. */
    private static final double GROWTH = 1.1;

    private record Position(long nanos, long bytes) {}

    private final long limit;
    private final LongSupplier nanoTime;
    private Optional<Position> last = Optional.empty();
    private double share = 1;

    WalRate(long limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
    }

    /** Looks, and returns the share of full speed from now on. */
    double look(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ThrottleSql.WAL_POSITION)) {
            row.next();
            Position now = new Position(nanoTime.getAsLong(), row.getLong(1));
            last.ifPresent(before -> share = next(before, now));
            last = Optional.of(now);
            return share;
        }
    }

    private double next(Position before, Position now) {
        double seconds = (now.nanos() - before.nanos()) / (double) TimeUnit.SECONDS.toNanos(1);
        double rate = (now.bytes() - before.bytes()) / Math.max(seconds, 1e-3);
        return rate > limit ? Math.max(LEAST_SHARE, share * limit / rate) : Math.min(1, share * GROWTH);
    }

    /** Returns what holds the backfill back where the share is below 1. */
    String describe() {
        return "slowed down to write at most " + Bytes.text(limit) + " of WAL each second";
    }
}
