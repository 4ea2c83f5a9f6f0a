package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@PostgresTest
class CatalogInspectorTest {

    @Test
    void readsEverythingThatASchemaMayHold(TestDatabase database) throws SQLException {
        assertSnapshot("everything", database);
    }

    @Test
    void readsWhatIsNewSince15To18(TestDatabase database) throws SQLException {
        assumeTrue(database.serverVersion() >= 18, "needs PostgreSQL 18");
        assertSnapshot("newer", database);
    }

    /** {@code -Dgolden.update=true} writes the expected text anew. */
    private static void assertSnapshot(String name, TestDatabase database) throws SQLException {
        database.execute(resource(name + ".sql"));
        String snapshot = ModelJson.write(model(database));
        if (Boolean.getBoolean("golden.update")) {
            write(name + ".json", snapshot);
        }
        assertEquals(resource(name + ".json"), snapshot);
        assertEquals(model(database), ModelJson.read(snapshot, name));
    }

    private static Model model(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return new Model(CatalogInspector.inspect(connection).schema(), Declarations.NONE);
        }
    }

    private static Path file(String name) {
        return Path.of("src/test/resources/dev/migratable/catalog").resolve(name);
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resource(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
