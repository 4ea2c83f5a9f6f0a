package dev.migratable.runtime.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.preflight.PreflightFinding.Severity;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

@PostgresTest
class DiskSpaceCheckTest {

    private static final long GB = 1L << 30;

    private static Optional<Severity> severity(long need, OptionalLong free) {
        return DiskSpaceCheck.judge(need, free).map(PreflightFinding::severity);
    }

    @Test
    void tooLittleStopsAndTightIsTold() {
        assertEquals(Optional.of(Severity.ERROR), severity(3 * GB, OptionalLong.of(2 * GB)));
        assertEquals(Optional.of(Severity.WARNING), severity(3 * GB, OptionalLong.of(4 * GB)));
        assertEquals(Optional.empty(), severity(3 * GB, OptionalLong.of(7 * GB)));
        assertEquals(
                "PRE07 disk: the migration takes about 3.0 GB, and 2.0 GB are free. Make room, or run it when there is"
                        + " more.",
                DiskSpaceCheck.judge(3 * GB, OptionalLong.of(2 * GB))
                        .orElseThrow()
                        .line());
    }

    @Test
    void whatIsNotKnownIsSaidToBeNotKnown() {
        assertEquals(Optional.empty(), severity(GB / 2, OptionalLong.empty()));
        assertEquals(Optional.of(Severity.WARNING), severity(3 * GB, OptionalLong.empty()));
        String line =
                DiskSpaceCheck.judge(3 * GB, OptionalLong.empty()).orElseThrow().line();
        assertTrue(line.contains("how much is free is not known"), line);
    }

    @Test
    void aServerOnThisMachineIsLookedAt(TestDatabase database) throws SQLException {
        Path control =
                Path.of(database.query("SHOW data_directory").get(0).get(0)).resolve("global/pg_control");
        try (Connection connection = database.connect()) {
            OptionalLong free = ServerDisk.free(new PreflightDatabase(connection));
            assertEquals(Files.isReadable(control), free.isPresent());
            assertTrue(free.isEmpty() || free.getAsLong() > 0);
        }
    }
}
