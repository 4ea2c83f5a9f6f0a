package dev.migratable.runtime.preflight;

import dev.migratable.runtime.sql.PreflightSql;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds out how much space is free where the server keeps its files. PostgreSQL does not say; where its directory is on
 * this machine, which the number in {@code pg_control} proves, the system says.
 */
final class ServerDisk {

    private record Directory(String path, long systemIdentifier) {}

    private ServerDisk() {}

    /** Returns the free bytes; empty where they are not known. */
    static OptionalLong free(PreflightDatabase database) throws SQLException {
        List<Directory> directories =
                database.rows(PreflightSql.DATA_DIRECTORY, row -> new Directory(row.getString(1), row.getLong(2)));
        if (directories.isEmpty()) {
            return OptionalLong.empty();
        }
        Path path = Path.of(directories.get(0).path());
        try {
            boolean same = identifier(path.resolve("global/pg_control"))
                    == directories.get(0).systemIdentifier();
            return same
                    ? OptionalLong.of(Math.min(usable(path.resolve("base")), usable(path.resolve("pg_wal"))))
                    : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty(); // Another machine's directory, or one that is not for us to read.
        }
    }

    private static long usable(Path path) throws IOException {
        return Files.getFileStore(path.toRealPath()).getUsableSpace();
    }

    /** The first eight bytes of the file, in the order of the machine's processor. */
    private static long identifier(Path control) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(control))) {
            long number = in.readLong();
            return ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? number : Long.reverseBytes(number);
        }
    }
}
