package dev.migratable.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Starts a server of its own from the binaries on the class path, on a free port; it stops when the JVM exits. */
record EmbeddedSource() implements ServerSource {
    /** Room for tests that hold many sessions at once. */
    static final int MAX_CONNECTIONS = 200;

    private static final String DATABASE = "postgres";

    /** The port is free when it is chosen; another process can take it before the server does. */
    private static final int ATTEMPTS = 3;

    /** A setting of no meaning to PostgreSQL by which a server is recognised as the one started here. */
    private static final String IDENTITY_SETTING = "migratable.server";

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public Optional<String> reasonToSkip() {
        return Optional.empty();
    }

    @Override
    public Running start() {
        IllegalStateException failure = new IllegalStateException("The embedded PostgreSQL does not start");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return startOnFreePort();
            } catch (Exception e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    private static Running startOnFreePort() throws Exception {
        String identity = UUID.randomUUID().toString();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
                .setServerConfig(IDENTITY_SETTING, identity)
                .start();
        ServerAddress address =
                new ServerAddress("localhost", server.getPort(), DATABASE, DATABASE, DATABASE, new TreeMap<>());
        String found = new TestDatabase(address, DATABASE, 0)
                .query("SHOW " + IDENTITY_SETTING)
                .get(0)
                .get(0);
        if (!identity.equals(found)) {
            server.close();
            throw new IOException("Another server answers on port " + server.getPort());
        }
        return new Running(address, server);
    }
}
