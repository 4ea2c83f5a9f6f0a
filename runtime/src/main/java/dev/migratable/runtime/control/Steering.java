package dev.migratable.runtime.control;

import java.sql.Connection;
import java.sql.SQLException;

/** Tells a run what operators ask of it just now. Asking costs nothing: somebody else looks into the database. */
public interface Steering {

    /** Nobody steers. */
    Steering NONE = new Steering() {
        @Override
        public Control control(String migration) {
            return Control.none(migration);
        }

        @Override
        public Watching watch(Gauge gauge) {
            return () -> {};
        }
    };

    /** Looks at the server, about twice a second and in one thread. */
    @FunctionalInterface
    interface Gauge {

        /** Looks, on a connection in autocommit mode. */
        void look(Connection connection) throws SQLException;
    }

    /** Ends the looking. */
    @FunctionalInterface
    interface Watching extends AutoCloseable {

        @Override
        void close();
    }

    /** Returns what is asked of a migration, which the run works on from now on. */
    Control control(String migration);

    /** Has a gauge looked at until what is returned is closed. */
    Watching watch(Gauge gauge);
}
