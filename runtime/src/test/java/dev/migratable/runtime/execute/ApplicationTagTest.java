package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationTagTest {

    private static final String FINGERPRINT = "0123456789abcdef";

    @Test
    void theFingerprintIsNeverCut() {
        String name = new ApplicationTag("Größe ".repeat(20), FINGERPRINT).applicationName();
        assertEquals(63, name.getBytes(StandardCharsets.UTF_8).length);
        assertTrue(name.startsWith("Gr??e Gr??e ") && name.endsWith("/migratable:" + FINGERPRINT), name);
        assertEquals("shop/migratable:" + FINGERPRINT, new ApplicationTag("shop", FINGERPRINT).applicationName());
    }

    @Test
    void whatIsNoFingerprintIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ApplicationTag("shop", "v1"));
    }

    @Test
    @PostgresTest
    void aTaggedConnectionKeepsItsNameOnTheServer(TestDatabase database) throws SQLException {
        ApplicationTag tag = new ApplicationTag("a rather long name of an application, and then some", FINGERPRINT);
        try (Connection connection = new TaggedDataSource(database.dataSource(), tag).getConnection();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()")) {
            row.next();
            assertEquals(tag.applicationName(), row.getString(1));
        }
    }

    @Test
    void aClassPathWithoutEntitiesIsAnError(@TempDir Path empty) throws Exception {
        try (java.net.URLClassLoader loader =
                new java.net.URLClassLoader(new java.net.URL[] {empty.toUri().toURL()}, null)) {
            MigratableException failure = assertThrows(MigratableException.class, () -> Models.fromClassPath(loader));
            assertTrue(failure.line().startsWith("MOD01 class path: no @Migratable entity"), failure.line());
        }
    }
}
