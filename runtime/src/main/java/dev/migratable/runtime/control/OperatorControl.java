package dev.migratable.runtime.control;

import dev.migratable.runtime.session.DatabaseErrors;
import dev.migratable.runtime.session.RunnerLock;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Steers a run of another process through the database they share. What is asked is kept there: it holds for a run that
 * begins later, too, but for a stop, which only means the run at work. Without a migration's id it holds for all.
 */
public final class OperatorControl {

    private final SessionSource sessions;

    /** Creates a control of the database whose sessions these are. */
    public OperatorControl(SessionSource sessions) {
        this.sessions = sessions;
    }

    /**
     * What came of it.
     *
     * @param changed whether anything is other than before
     * @param runner the runner at work, in words; empty where none is
     * @param control what is kept now for the migration, or for all
     */
    public record Outcome(boolean changed, Optional<String> runner, Control control) {}

    private interface Work {
        boolean run(ControlStore store) throws SQLException;
    }

    /** Pauses: after the batch or step under way nothing runs until {@link #resume}, in later runs neither. */
    public Outcome pause(Optional<String> migration) {
        return change(migration, store -> store.pause(id(migration)));
    }

    /** Lets what was paused go on. */
    public Outcome resume(Optional<String> migration) {
        return change(migration, store -> store.resume(id(migration)));
    }

    /**
     * Ends the run at work after its batch or step; running the same command again goes on from there.
     *
     * @throws MigratableException {@code CTL02} where no runner is at work
     */
    public Outcome stop(Optional<String> migration) {
        return inSession((connection, store) -> {
            if (RunnerLock.holder(connection).isEmpty()) {
                throw new MigratableException(
                        "CTL02", "control: no runner is at work. Use pause to keep the next one from beginning.");
            }
            check(store, migration);
            store.create();
            store.stop(id(migration));
            return outcome(connection, store, true, migration);
        });
    }

    /** Changes how backfills work; what the settings do not say stays. */
    public Outcome set(Optional<String> migration, ControlSettings settings) {
        return change(migration, store -> {
            store.set(id(migration), settings);
            return true;
        });
    }

    /** Forgets all that {@link #set} said: backfills work as their run was started. */
    public Outcome reset(Optional<String> migration) {
        return change(migration, store -> store.reset(id(migration)));
    }

    /** Reads all that is asked now. */
    public static List<Control> readAll(Connection connection) throws SQLException {
        return new ControlStore(connection).read();
    }

    private Outcome change(Optional<String> migration, Work work) {
        return inSession((connection, store) -> {
            check(store, migration);
            store.create();
            boolean changed = work.run(store);
            return outcome(connection, store, changed, migration);
        });
    }

    private interface SessionWork {
        Outcome run(Connection connection, ControlStore store) throws SQLException;
    }

    private Outcome inSession(SessionWork work) {
        try (RunnerSession session = sessions.open()) {
            return work.run(session.connection(), new ControlStore(session.connection()));
        } catch (SQLException e) {
            throw DatabaseErrors.describe("control", e);
        }
    }

    private static Outcome outcome(
            Connection connection, ControlStore store, boolean changed, Optional<String> migration)
            throws SQLException {
        return new Outcome(changed, RunnerLock.holder(connection), ControlWatch.of(store.read(), id(migration)));
    }

    private static void check(ControlStore store, Optional<String> migration) throws SQLException {
        if (migration.isEmpty()) {
            return;
        }
        List<String> known = store.migrations();
        if (!known.contains(migration.get())) {
            throw new MigratableException(
                    "CTL01",
                    "control: no migration " + migration.get() + " was begun here"
                            + (known.isEmpty() ? "" : "; the latest is " + known.get(known.size() - 1))
                            + ". Name one that 'status' shows, or leave the name out to mean all.");
        }
    }

    private static String id(Optional<String> migration) {
        return migration.orElse(Control.ALL);
    }
}
