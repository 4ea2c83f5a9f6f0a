package dev.migratable.runtime.control;

import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, for one run and on a session of its own, what operators ask of it. Only one look in half a second, however many
 * workers and batches there are.
 */
public final class ControlWatch implements Steering, AutoCloseable {

    /** An operator should see an effect within a second, of which a batch may take its part. */
    private static final long POLL_MILLIS = 400;

    private static final Logger LOG = LoggerFactory.getLogger(ControlWatch.class);

    private final SessionSource sessions;
    private final StopSignal wider;
    private final StopSignal stop;
    private final List<Gauge> gauges = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(ControlWatch::thread);
    private final String since;
    private volatile List<Control> controls = List.of();
    private volatile String migration = Control.ALL;
    private volatile boolean blind;
    private @Nullable RunnerSession session;

    private ControlWatch(SessionSource sessions, StopSignal wider, RunnerSession session) throws SQLException {
        this.sessions = sessions;
        this.wider = wider;
        this.stop = wider.narrow();
        this.session = session;
        ControlStore store = new ControlStore(session.connection());
        store.create();
        // A stop that was asked of an earlier run is none of this one.
        this.since = store.now();
        this.controls = store.read();
        poller.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Begins to look; what is asked already is known when this returns.
     *
     * @param wider stops the run from elsewhere, too
     * @throws MigratableException where the database cannot be reached, or refuses to keep what is asked
     */
    public static ControlWatch open(SessionSource sessions, StopSignal wider) {
        RunnerSession session = sessions.open();
        try {
            return new ControlWatch(sessions, wider, session);
        } catch (SQLException e) {
            session.close();
            throw DatabaseErrors.describe("control", e);
        }
    }

    /** Returns the signal by which the run is asked to stop, by an operator or from elsewhere. */
    public StopSignal stop() {
        return stop;
    }

    @Override
    public Control control(String id) {
        migration = id;
        return of(controls, id);
    }

    /** Returns what holds for a migration. */
    static Control of(List<Control> controls, String id) {
        Control all = find(controls, Control.ALL);
        return id.equals(Control.ALL) ? all : find(controls, id).over(all);
    }

    private static Control find(List<Control> controls, String id) {
        return controls.stream()
                .filter(control -> control.migration().equals(id))
                .findFirst()
                .orElseGet(() -> Control.none(id));
    }

    @Override
    public Watching watch(Gauge gauge) {
        gauges.add(gauge);
        return () -> gauges.remove(gauge);
    }

    private void poll() {
        try {
            Connection connection = connection();
            ControlStore store = new ControlStore(connection);
            controls = store.read();
            if (!stop.isRequested()) {
                store.stoppedBy(since, List.of(Control.ALL, migration)).ifPresent(this::stopped);
            }
            for (Gauge gauge : gauges) {
                gauge.look(connection);
            }
            blind = false;
        } catch (SQLException | RuntimeException e) {
            // What was asked last goes on to hold; the next look is on a new connection.
            disconnect();
            if (!blind) {
                LOG.warn("cannot see what operators ask of this run; looks again", e);
            }
            blind = true;
        }
    }

    private void stopped(String who) {
        LOG.info("{} asked this run to stop", who);
        stop.request();
    }

    private Connection connection() throws SQLException {
        RunnerSession current = session;
        if (current == null) {
            current = sessions.tryOpen(Map.of());
            session = current;
        }
        return current.connection();
    }

    private void disconnect() {
        RunnerSession current = session;
        session = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public void close() {
        wider.release(stop);
        poller.shutdown();
        try {
            if (!poller.awaitTermination(POLL_MILLIS * 10, TimeUnit.MILLISECONDS)) {
                poller.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "migratable-control");
        thread.setDaemon(true);
        return thread;
    }
}
