package dev.migratable.runtime.throttle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Looks whether one thing is over its limit. Used by one thread. */
interface Brake {

    /**
     * Something over its limit.
     *
     * @param cause what kind of thing, in a few words that stay the same
     * @param fact what is how much over which limit
     */
    record Overload(String cause, String fact) {}

    /** Returns what it looks at, for messages. */
    String subject();

    /**
     * Returns what is over its limit; empty where nothing is.
     *
     * @throws Unseen where this user may not see it
     */
    Optional<Overload> look(Connection connection) throws SQLException, Unseen;

    /** Something cannot be seen by this user. */
    final class Unseen extends Exception {

        private static final long serialVersionUID = 1;

        Unseen(String what) {
            super(what);
        }
    }
}
