package dev.migratable.testkit;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds a PostgreSQL server on which tests and demos create databases.
 *
 * <p>Safe for use by several threads. Several servers may run at once, in one JVM and in several. A server this class
 * started is stopped by {@link #close()}, at the latest when the JVM exits; a given one is left running.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Logger LOGGER = System.getLogger(PostgresServer.class.getPackageName());

    /** Twelve hexadecimal digits: enough for JVMs that share a given server. */
    private static final int RANDOM_NAME_LENGTH = 12;

    /** Since PostgreSQL 10 server_version_num is the major version times 10000 plus the minor version. */
    private static final int VERSION_NUMBER_PER_MAJOR = 10_000;

    private final TestDatabase maintenance;
    private final ServerAddress address;
    private final String description;
    private final AutoCloseable stop;

    private PostgresServer(ServerAddress address, int version, String source, AutoCloseable stop) {
        this.maintenance = new TestDatabase(address, address.maintenanceDatabase(), version);
        this.address = address;
        this.description = "PostgreSQL " + version + " (" + source + ") at " + address.host() + ":" + address.port();
        this.stop = stop;
    }

    /**
     * Starts, or connects to, the first server that can be had: the one given by the system property {@code
     * migratable.test.url} or the environment variable {@code MIGRATABLE_TEST_URL} (its user needs {@code CREATEDB});
     * an embedded one from the binaries in the jar that the system property {@code migratable.test.binaries} names; a
     * container where Docker answers; an embedded server. Logs which one it is and why the others were skipped.
     *
     * @throws IllegalStateException when the chosen source does not yield a server; the next one is not tried then,
     *     because a given URL that does not work must not go unnoticed
     */
    public static PostgresServer start() {
        return start(List.of(
                GivenSource.fromEnvironment(),
                EmbeddedSource.fromEnvironment(),
                new ContainerSource(),
                EmbeddedSource.ofOurOwn()));
    }

    /**
     * Starts an embedded server whatever else could be had, as the other methods below do: from the binaries that {@code
     * migratable.test.binaries} names, else from those on the class path.
     *
     * @throws IllegalStateException when it does not start
     */
    public static PostgresServer startEmbedded() {
        return start(List.of(EmbeddedSource.ofOurOwn()));
    }

    /**
     * Starts an embedded server that waits for its disk as one does that nobody configured, for measurements.
     *
     * @throws IllegalStateException when it does not start
     */
    public static PostgresServer startWithDefaultSettings() {
        return start(List.of(EmbeddedSource.withDefaultSettings()));
    }

    /**
     * Starts an embedded server with settings of its own, such as {@code shared_preload_libraries}.
     *
     * @throws IllegalStateException when it does not start
     */
    public static PostgresServer startWith(Map<String, String> settings) {
        return start(List.of(EmbeddedSource.with(settings)));
    }

    static PostgresServer start(List<ServerSource> sources) {
        List<String> skipped = new ArrayList<>();
        for (ServerSource source : sources) {
            Optional<String> reason = source.reasonToSkip();
            if (reason.isEmpty()) {
                PostgresServer server = start(source);
                skipped.add(0, "Tests use " + server.description());
                LOGGER.log(Level.INFO, String.join(". ", skipped));
                return server;
            }
            skipped.add(source.name() + " skipped: " + reason.get());
        }
        throw new IllegalStateException("No PostgreSQL for tests. " + String.join(". ", skipped));
    }

    private static PostgresServer start(ServerSource source) {
        ServerSource.Running running = source.start();
        try {
            return new PostgresServer(running.address(), version(running.address()), source.name(), running.stop());
        } catch (SQLException e) {
            IllegalStateException failure = new IllegalStateException(
                    source.name() + ": cannot connect to " + running.address().host() + ":"
                            + running.address().port(),
                    e);
            stopAfter(failure, running.stop());
            throw failure;
        }
    }

    private static void stopAfter(IllegalStateException failure, AutoCloseable stop) {
        try {
            stop.close();
        } catch (Exception e) {
            failure.addSuppressed(e);
        }
    }

    private static int version(ServerAddress address) throws SQLException {
        String number = new TestDatabase(address, address.maintenanceDatabase(), 0)
                .query("SHOW server_version_num")
                .get(0)
                .get(0);
        return Integer.parseInt(requireNonNull(number)) / VERSION_NUMBER_PER_MAJOR;
    }

    /** The version of the server, where it comes from and where it listens, for messages. */
    public String description() {
        return description;
    }

    /** The major version of the server, for example 18. */
    public int version() {
        return maintenance.serverVersion();
    }

    /** Creates an empty database under a random name. */
    public TestDatabase createDatabase() throws SQLException {
        String random = UUID.randomUUID().toString().replace("-", "");
        return createDatabase("migratable_" + random.substring(0, RANDOM_NAME_LENGTH));
    }

    /** Creates an empty database, free of whatever the server's own template1 may hold. */
    public TestDatabase createDatabase(String name) throws SQLException {
        maintenance.execute("CREATE DATABASE " + quote(name) + " TEMPLATE template0 ENCODING 'UTF8'");
        return new TestDatabase(address, name, version());
    }

    /** Creates a database that is a copy of another one of this server, in which nobody may have a session. */
    public TestDatabase copyDatabase(TestDatabase original, String name) throws SQLException {
        maintenance.execute("CREATE DATABASE " + quote(name) + " TEMPLATE " + quote(original.name()));
        return new TestDatabase(address, name, version());
    }

    /** Drops a database and ends the sessions in it; does nothing when there is no such database. */
    public void dropDatabase(String name) throws SQLException {
        maintenance.execute("DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)");
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Stops the server, unless it was given. */
    @Override
    public void close() {
        try {
            stop.close();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot stop " + description, e);
        }
    }

    @Override
    public String toString() {
        return description;
    }
}
