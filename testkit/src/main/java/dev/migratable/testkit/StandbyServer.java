package dev.migratable.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A standby that streams from an embedded server of this machine, made by an online base backup: the binaries bring no
 * {@code pg_basebackup}. It can be read from.
 */
public final class StandbyServer implements AutoCloseable {

    private static final String DATABASE = "postgres";

    /** Since this version a backup is begun and ended by functions of other names. */
    private static final int NEW_BACKUP_FUNCTIONS = 15;

    /** What belongs to the primary's process, and would keep the standby from starting. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final EmbeddedPostgres server;
    private final Path data;
    private final int version;

    private StandbyServer(EmbeddedPostgres server, Path data, int version) {
        this.server = server;
        this.data = data;
        this.version = version;
    }

    /**
     * Copies the server of a database while it runs, and starts the copy as a standby of it.
     *
     * @param primary a database of an embedded server, by its superuser
     * @param directory an empty directory of the caller's
     * @param name what the standby calls itself
     */
    public static StandbyServer of(TestDatabase primary, Path directory, String name) throws IOException, SQLException {
        Path data = Files.createDirectory(
                directory.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (Connection connection = primary.connect();
                Statement statement = connection.createStatement()) {
            boolean newNames = primary.serverVersion() >= NEW_BACKUP_FUNCTIONS;
            statement.execute(
                    newNames ? "SELECT pg_backup_start('test', true)" : "SELECT pg_start_backup('test', true, false)");
            copy(Path.of(one(statement, "SHOW data_directory")), data);
            String label = one(
                    statement,
                    "SELECT labelfile FROM " + (newNames ? "pg_backup_stop(false)" : "pg_stop_backup(false, false)"));
            Files.writeString(data.resolve("backup_label"), label);
        }
        Files.createFile(data.resolve("standby.signal"));
        String conninfo = "host=localhost port=" + primary.port() + " user=" + primary.user() + " application_name="
                + name + " sslmode=disable";
        Files.writeString(data.resolve("postgresql.auto.conf"), "primary_conninfo = '" + conninfo + "'\n");
        EmbeddedPostgres server = EmbeddedSource.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", Integer.toString(EmbeddedSource.MAX_CONNECTIONS))
                .setServerConfig("hot_standby", "on")
                .start();
        return new StandbyServer(server, data, primary.serverVersion());
    }

    private static String one(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** Copies a directory whose files come and go meanwhile. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!NOT_COPIED.contains(file.getFileName().toString())) {
                    copyUnlessGone(file, to.resolve(from.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static void copyUnlessGone(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Returns a database of the primary as the standby shows it; it can only be read. */
    public TestDatabase database(String name) {
        ServerAddress address =
                new ServerAddress("localhost", server.getPort(), DATABASE, DATABASE, DATABASE, new TreeMap<>());
        return new TestDatabase(address, name, version);
    }

    /** Receives WAL but does not replay it any more. */
    public void pauseReplay() throws SQLException {
        database(DATABASE).execute("SELECT pg_wal_replay_pause()");
    }

    /** Replays again. */
    public void resumeReplay() throws SQLException {
        database(DATABASE).execute("SELECT pg_wal_replay_resume()");
    }

    /** Stops the standby and deletes its data. */
    @Override
    public void close() throws IOException {
        server.close();
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
