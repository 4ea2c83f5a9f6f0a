package dev.migratable.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Starts a server of its own on a free port; it stops when the JVM exits.
 *
 * @param binaries the jar its binaries are in, which is how several versions can be had without a class path each; empty
 *     for those on the class path
 * @param durable whether it waits for its disk, as a server does that nobody configured; tests need not wait
 */
record EmbeddedSource(Optional<String> binaries, boolean durable, Map<String, String> settings)
        implements ServerSource {
    static final String PROPERTY = "migratable.test.binaries";

    /** How the archive of a server is called within such a jar. */
    private static final String ARCHIVE = ".txz";

    /** Room for tests that hold many sessions at once. */
    static final int MAX_CONNECTIONS = 200;

    private static final String DATABASE = "postgres";

    /** The port is free when it is chosen; another process can take it before the server does. */
    private static final int ATTEMPTS = 3;

    /** A setting of no meaning to PostgreSQL by which a server is recognised as the one started here. */
    private static final String IDENTITY_SETTING = "migratable.server";

    /** Takes the given binaries, else those on the class path. */
    static EmbeddedSource ofOurOwn() {
        return with(Map.of());
    }

    /** Takes the given binaries, else those on the class path, and a server's default settings. */
    static EmbeddedSource withDefaultSettings() {
        return new EmbeddedSource(given(), true, Map.of());
    }

    /** Takes the given binaries, else those on the class path, and settings of the caller's. */
    static EmbeddedSource with(Map<String, String> settings) {
        return new EmbeddedSource(given(), false, Map.copyOf(settings));
    }

    /** Takes the binaries in a jar that a system property names; an empty name means there is none. */
    static EmbeddedSource fromEnvironment() {
        return new EmbeddedSource(Optional.of(System.getProperty(PROPERTY, "")), false, Map.of());
    }

    /** Begins to start a server from the given binaries, else from those on the class path. */
    static EmbeddedPostgres.Builder builder() {
        return builder(given());
    }

    private static EmbeddedPostgres.Builder builder(Optional<String> binaries) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        binaries.ifPresent(jar -> builder.setPgBinaryResolver((system, machine) -> archive(jar)));
        return builder;
    }

    private static Optional<String> given() {
        return Optional.of(System.getProperty(PROPERTY, "")).filter(jar -> !jar.isBlank());
    }

    @Override
    public String name() {
        return binaries.isPresent() ? "given binaries" : "embedded";
    }

    @Override
    public Optional<String> reasonToSkip() {
        return binaries.filter(String::isBlank).map(none -> PROPERTY + " is not set");
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

    private Running startOnFreePort() throws Exception {
        String identity = UUID.randomUUID().toString();
        EmbeddedPostgres.Builder builder = builder(binaries);
        settings.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.setLocaleConfig("locale", "C")
                .setServerConfig("fsync", durable ? "on" : "off")
                // The builder's own default is off.
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
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

    private static InputStream archive(String jar) throws IOException {
        try (JarFile file = new JarFile(jar)) {
            JarEntry entry = file.stream()
                    .filter(e -> e.getName().endsWith(ARCHIVE))
                    .findFirst()
                    .orElseThrow(() -> new FileNotFoundException("There is no *" + ARCHIVE + " in " + jar));
            try (InputStream in = file.getInputStream(entry)) {
                return new ByteArrayInputStream(in.readAllBytes());
            }
        }
    }
}
