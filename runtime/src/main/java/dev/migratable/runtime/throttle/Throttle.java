package dev.migratable.runtime.throttle;

import dev.migratable.runtime.throttle.Brake.Overload;
import dev.migratable.runtime.throttle.Brake.Unseen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Decides how fast a backfill may go by what the server shows. One thread looks; any thread may ask.
 *
 * <p>While anything is over its limit no batch begins. After that it begins slower and comes back to full speed within
 * some seconds, so that a limit that is met again and again is met less hard.
 */
public final class Throttle {

    /** How much slower it begins again. */
    private static final double SLOWER = 0.7;

    /** How much of full speed is given back at each look. */
    private static final double FASTER = 0.05;

    private static final double LEAST_SHARE = 0.1;

    private static final String NO_PRIVILEGE = "42501";

    /** What holds; always replaced as a whole. */
    private record State(boolean held, double share, String reason) {

        static final State FREE = new State(false, 1, "");
    }

    private final List<Brake> brakes = new ArrayList<>();
    private final @Nullable WalRate walRate;
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private double share = 1;
    private String cause = "";
    private volatile State state = State.FREE;

    /** Creates a throttle that has not looked yet and lets everything pass. */
    public Throttle(ThrottleLimits limits) {
        if (!limits.replicaLag().isZero() || limits.replicaLagBytes() > 0) {
            brakes.add(new ReplicaLagBrake(limits, System::nanoTime));
        }
        if (!limits.clientWait().isZero()) {
            brakes.add(new ClientWaitBrake(limits.clientWait()));
        }
        if (!limits.probe().isZero()) {
            brakes.add(new ProbeBrake(limits));
        }
        walRate = limits.walBytesPerSecond() == 0 ? null : new WalRate(limits.walBytesPerSecond(), System::nanoTime);
    }

    /** Looks at everything once, on a connection in autocommit mode. */
    public void look(Connection connection) throws SQLException {
        Optional<Overload> overload = firstOverload(connection);
        State before = state;
        double walShare = walRate == null ? 1 : walRate.look(connection);
        if (overload.isPresent()) {
            if (!before.held()) {
                share = Math.max(LEAST_SHARE, share * SLOWER);
            }
            cause = overload.get().cause();
            // The fact of the moment it began: numbers that change at each look would only be noise.
            state = before.held()
                    ? before
                    : new State(true, share, "waits: " + overload.get().fact());
            return;
        }
        share = before.held() ? share : Math.min(1, share + FASTER);
        state = new State(false, Math.min(share, walShare), reason(walShare));
    }

    private String reason(double walShare) {
        if (walRate != null && walShare < share) {
            return walRate.describe();
        }
        return share < 1 ? "slowed down after " + cause : "";
    }

    private Optional<Overload> firstOverload(Connection connection) throws SQLException {
        for (Iterator<Brake> all = brakes.iterator(); all.hasNext(); ) {
            Brake brake = all.next();
            try {
                Optional<Overload> overload = brake.look(connection);
                if (overload.isPresent()) {
                    return overload;
                }
            } catch (Unseen e) {
                all.remove();
                unseen(brake, String.valueOf(e.getMessage()));
            } catch (SQLException e) {
                if (!NO_PRIVILEGE.equals(e.getSQLState())) {
                    throw e;
                }
                all.remove();
                unseen(brake, String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private void unseen(Brake brake, String fact) {
        warnings.add(brake.subject() + " is not watched: "
                + fact.lines().findFirst().orElse("") + "; grant pg_monitor to the runner's user");
    }

    /** Returns whether no batch may begin now. */
    public boolean isHeld() {
        return state.held();
    }

    /** Returns the share of full speed, above 0 and up to 1. */
    public double share() {
        return state.share();
    }

    /** Returns what throttles now, and why; empty where nothing does. */
    public String describe() {
        return state.reason();
    }

    /** Returns what cannot be watched and has not been told yet. */
    public Optional<String> warning() {
        return Optional.ofNullable(warnings.poll());
    }
}
