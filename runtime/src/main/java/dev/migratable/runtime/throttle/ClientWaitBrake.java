package dev.migratable.runtime.throttle;

import dev.migratable.runtime.sql.ThrottleSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** Looks whether clients wait for locks that the runner's sessions hold, and how long they have. */
final class ClientWaitBrake implements Brake {

    private final Duration limit;

    ClientWaitBrake(Duration limit) {
        this.limit = limit;
    }

    @Override
    public String subject() {
        return "how long clients wait for the backfill";
    }

    @Override
    public Optional<Overload> look(Connection connection) throws SQLException, Unseen {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ThrottleSql.CLIENT_WAITS)) {
            row.next();
            int clients = row.getInt(1);
            if (clients == 0) {
                return Optional.empty();
            }
            long millis = row.getLong(2);
            if (row.wasNull()) {
                throw new Unseen("neither pg_locks nor pg_stat_activity shows since when a client waits");
            }
            if (millis <= limit.toMillis()) {
                return Optional.empty();
            }
            return Optional.of(new Overload(
                    "waiting clients",
                    clients + (clients == 1 ? " client waits" : " clients wait") + " for its locks, the longest "
                            + millis + " ms, more than " + limit.toMillis() + " ms"));
        }
    }
}
