package dev.migratable.runtime.throttle;

import dev.migratable.runtime.sql.ThrottleSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Looks how far the streaming standbys of this server are behind, in bytes and in time.
 *
 * <p>The time is how long ago this server wrote what the standby has yet to replay, as seen here: the server's own
 * {@code replay_lag} stands still where a standby has stopped replaying.
 */
final class ReplicaLagBrake implements Brake {

    /** A standby further behind than this is over any limit that makes sense. */
    private static final long REMEMBERED_NANOS = TimeUnit.MINUTES.toNanos(10);

    private record Position(long nanos, long bytes) {}

    private final ThrottleLimits limits;
    private final LongSupplier nanoTime;
    private final Deque<Position> written = new ArrayDeque<>();

    ReplicaLagBrake(ThrottleLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    @Override
    public String subject() {
        return "how far standbys are behind";
    }

    @Override
    public Optional<Overload> look(Connection connection) throws SQLException, Unseen {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ThrottleSql.STANDBYS)) {
            Optional<Overload> first = Optional.empty();
            while (row.next()) {
                if (row.getString(2) == null) {
                    throw new Unseen("pg_stat_replication does not show the state of standbys to this user");
                }
                Position now = new Position(nanoTime.getAsLong(), row.getLong(3));
                remember(now);
                Optional<Overload> overload = overload(row.getString(1), now, row.getLong(4));
                // Which of several is told matters little: all of them have to catch up.
                first = first.isPresent() ? first : overload;
            }
            return first;
        }
    }

    private void remember(Position now) {
        if (written.isEmpty() || written.getLast().bytes() < now.bytes()) {
            written.add(now);
        }
        while (now.nanos() - written.getFirst().nanos() > REMEMBERED_NANOS) {
            written.removeFirst();
        }
    }

    private Optional<Overload> overload(String standby, Position now, long replayed) {
        long bytes = now.bytes() - replayed;
        if (limits.replicaLagBytes() > 0 && bytes > limits.replicaLagBytes()) {
            return over(standby + " has " + Bytes.text(bytes) + " of WAL to replay, more than "
                    + Bytes.text(limits.replicaLagBytes()));
        }
        long millis = written.stream()
                .filter(position -> position.bytes() > replayed)
                .findFirst()
                .map(position -> TimeUnit.NANOSECONDS.toMillis(now.nanos() - position.nanos()))
                .orElse(0L);
        if (!limits.replicaLag().isZero() && millis > limits.replicaLag().toMillis()) {
            return over(standby + " is " + millis + " ms behind, more than "
                    + limits.replicaLag().toMillis() + " ms");
        }
        return Optional.empty();
    }

    private static Optional<Overload> over(String fact) {
        return Optional.of(new Overload("replica lag", "standby " + fact));
    }
}
