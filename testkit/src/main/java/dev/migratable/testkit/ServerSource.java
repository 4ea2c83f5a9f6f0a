package dev.migratable.testkit;

import java.util.Optional;

/** Obtains a server in one particular way. */
sealed interface ServerSource permits GivenSource, ContainerSource, EmbeddedSource {
    /** What it is called in messages. */
    String name();

    /** Why no server can be had this way here, or empty when one can. */
    Optional<String> reasonToSkip();

    /**
     * Starts the server.
     *
     * @throws IllegalStateException when it does not start
     */
    Running start();

    /**
     * A server that was started.
     *
     * @param stop stops it; does nothing when it was not started here
     */
    record Running(ServerAddress address, AutoCloseable stop) {}
}
