package dev.migratable.runtime.execute;

import dev.migratable.runtime.session.Blocker;
import dev.migratable.runtime.session.RunnerSession;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks, from a session of its own, who keeps another session from getting its locks. */
final class BlockerWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockerWatch.class);

    /** Often enough to see who blocks within the shortest lock_timeout in use. */
    private static final long POLL_MILLIS = 200;

    private final RunnerSession session;
    private final int watchedPid;
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(BlockerWatch::thread);
    private volatile List<Blocker> latest = List.of();
    private volatile Optional<String> vacuumed = Optional.empty();
    private volatile Consumer<List<Blocker>> listener = blockers -> {};
    private final AtomicLong blockedMillis = new AtomicLong();

    BlockerWatch(RunnerSession session, int watchedPid) {
        this.session = session;
        this.watchedPid = watchedPid;
        poller.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Begins a statement: forgets who blocked the one before. */
    void begin(Consumer<List<Blocker>> newListener) {
        latest = List.of();
        vacuumed = Optional.empty();
        blockedMillis.set(0);
        listener = newListener;
    }

    /** Returns for how long the present statement was seen waiting for others, to the fifth of a second. */
    long blockedMillis() {
        return blockedMillis.get();
    }

    /** Returns who was last seen blocking the present statement; empty where nobody was. */
    List<Blocker> latest() {
        return latest;
    }

    /** Returns the quoted name of the table that the present statement waited for while autovacuum may have held it. */
    Optional<String> vacuumed() {
        return vacuumed;
    }

    private void poll() {
        try {
            List<Blocker> now = Blocker.of(watchedPid, session.connection());
            if (!now.isEmpty()) {
                blockedMillis.addAndGet(POLL_MILLIS);
                boolean others = !pids(now).equals(pids(latest));
                latest = now;
                if (now.stream().anyMatch(Blocker::mayGiveWay)) {
                    Optional<String> table = Blocker.vacuumedTable(watchedPid, session.connection());
                    vacuumed = table.isPresent() ? table : vacuumed;
                }
                if (others) {
                    listener.accept(now);
                }
            }
        } catch (SQLException e) {
            // Only the names of blockers are lost; the statement itself reports what happens to it.
            LOG.debug("cannot see who blocks", e);
            poller.shutdown();
        }
    }

    private static List<Integer> pids(List<Blocker> blockers) {
        return blockers.stream().map(Blocker::pid).toList();
    }

    @Override
    public void close() {
        poller.shutdownNow();
        try {
            poller.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "migratable-blockers");
        thread.setDaemon(true);
        return thread;
    }
}
