package dev.migratable.runtime.execute;

import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.Blocker;
import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Tries a statement that takes locks until it has them, and tells who is in its way. */
final class LockRetry {

    /** Something that may lose a lock. */
    interface Work<T> {
        T run(Attempt attempt) throws SQLException;
    }

    /** The result, and what it took. */
    record Result<T>(T value, Attempt attempt) {}

    /** One try: its number, and how long all of them together have waited for locks until now. */
    static final class Attempt {

        private final int number;
        private final long lostMillis;
        private final BlockerWatch watch;

        private Attempt(int number, long lostMillis, BlockerWatch watch) {
            this.number = number;
            this.lostMillis = lostMillis;
            this.watch = watch;
        }

        int number() {
            return number;
        }

        long lockWaitMillis() {
            return lostMillis + watch.blockedMillis();
        }
    }

    private final RunnerSession session;
    private final BlockerWatch watch;
    private final Backoff backoff;
    private final StopSignal stop;
    private final MigrationListener listener;

    LockRetry(RunnerSession session, BlockerWatch watch, Backoff backoff, StopSignal stop, MigrationListener listener) {
        this.session = session;
        this.watch = watch;
        this.backoff = backoff;
        this.stop = stop;
        this.listener = listener;
    }

    <T> Result<T> run(String migration, String step, Work<T> work) {
        long started = System.nanoTime();
        for (int number = 1; ; number++) {
            long lostMillis = number == 1 ? 0 : (System.nanoTime() - started) / 1_000_000;
            Attempt attempt = new Attempt(number, lostMillis, watch);
            watch.begin(blockers -> listener.blocked(migration, step, blockers));
            try {
                return new Result<>(work.run(attempt), attempt);
            } catch (SQLException e) {
                String place = migration.isEmpty() ? step : migration + " " + step;
                if (!DatabaseErrors.isPassing(e)) {
                    throw DatabaseErrors.describe(place, e);
                }
                waitOrGiveUp(migration, step, place, number, e);
            }
        }
    }

    private void waitOrGiveUp(String migration, String step, String place, int attempt, SQLException e) {
        String reason = DatabaseErrors.firstLine(e) + blockedBy();
        if (!backoff.goesOnAfter(attempt)) {
            throw givenUp(place, attempt, reason, e);
        }
        long millis = backoff.millisAfter(attempt);
        listener.retrying(migration, step, attempt, millis, reason);
        try {
            session.recover();
            if (watch.vacuumed().isPresent()
                    && Autovacuum.makeWay(session.connection(), watch.vacuumed().get())) {
                return;
            }
        } catch (SQLException broken) {
            throw DatabaseErrors.describe(place, broken);
        }
        if (stop.sleep(millis)) {
            throw givenUp(place, attempt, reason, e);
        }
    }

    private String blockedBy() {
        List<Blocker> blockers = watch.latest();
        return blockers.isEmpty()
                ? ""
                : "; blocked by " + blockers.stream().map(Blocker::describe).collect(Collectors.joining("; "));
    }

    private static MigratableException givenUp(String place, int attempts, String reason, SQLException cause) {
        return new MigratableException(
                "RUN03",
                place + ": gave up after " + attempts + (attempts == 1 ? " try, " : " tries, ") + reason
                        + ". End that transaction, or run the same command again when fewer clients hold locks.",
                cause);
    }
}
