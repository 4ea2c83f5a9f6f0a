package dev.migratable.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.json.Fingerprint;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the schemas of real projects, where they lie beside the repository. */
@PostgresTest
class CorporaTest {

    @Test
    void readsWhatHibernateMakesOfAProjectThroughItsHistory(TestDatabase database) throws Exception {
        for (Path file : files("evolution-notifications")) {
            database.execute("drop schema public cascade", "create schema public", sql(file));
            assertRoundTrip(database, file);
        }
    }

    @Test
    void readsADatabaseThatItsOwnChangelogMade(TestDatabase database) throws Exception {
        for (Path file : files("adoption-jhipster")) {
            database.execute("drop schema public cascade", "create schema public", sql(file));
            assertRoundTrip(database, file);
        }
    }

    /** A dump holds commands for psql, which begin with a backslash. */
    private static String sql(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"));
    }

    private static void assertRoundTrip(TestDatabase database, Path file) throws SQLException {
        Schema schema = inspect(database);
        assertFalse(schema.tables().isEmpty(), file.toString());
        String json = ModelJson.write(new Model(schema, Declarations.NONE));
        assertEquals(new Model(schema, Declarations.NONE), ModelJson.read(json, file.toString()));
        assertEquals(Fingerprint.of(schema), Fingerprint.of(inspect(database)), file.toString());
    }

    private static Schema inspect(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    private static List<Path> files(String corpus) throws IOException {
        Optional<Path> folder = Stream.of("../../shared/corpora", "../../../shared/corpora")
                .map(root -> Path.of(root, corpus))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "skipped: there is no shared/corpora/" + corpus + " beside the repository");
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            List<Path> result = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            assertFalse(result.isEmpty());
            return result;
        }
    }
}
