package dev.migratable.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class CatalogBenchmarkTest {

    private static final SyntheticSchema SCHEMA = new SyntheticSchema(3);

    @Test
    void theModelIsWhatIsCreated(TestDatabase database) throws Exception {
        SCHEMA.create(database);
        try (Connection connection = database.connect()) {
            Schema read = CatalogInspector.inspect(connection).schema();
            // Storage, comments of sequences and the like are nothing that a model speaks of.
            List<Table> tables = read.tables().stream()
                    .map(table -> table.withSettings(Optional.empty()))
                    .toList();
            List<Sequence> sequences = read.sequences().stream()
                    .map(sequence ->
                            new Sequence(sequence.name(), sequence.type(), sequence.options(), sequence.ownedBy()))
                    .toList();
            assertEquals(SCHEMA.model(), new Schema(tables, sequences));
        }
    }

    @Test
    void theFloorReadsWhatWeRead(TestDatabase database, @TempDir Path folder) throws Exception {
        SCHEMA.create(database);
        try (Connection connection = database.connect()) {
            // tables, columns, constraints, other indexes, sequences
            assertEquals(3 + 36 + 9 + 9 + 3, new BareQueries().overJdbc(connection));
            RecordedStatements recorded = RecordedStatements.of(connection, CatalogInspector::inspect);
            assertTrue(recorded.replay(connection) > 60, recorded::toString);
        }
        assertTrue(new CatalogRuns(SCHEMA, database, folder).statements() > 5);
        assertTrue(Files.exists(folder.resolve("model.json")));
    }

    @Test
    void everyVariantRuns(@TempDir Path folder) throws Exception {
        try (PostgresServer server = PostgresServer.startEmbedded()) {
            Map<CatalogVariant, Long> medians =
                    CatalogBenchmark.once(server, List.of(3)).get(3);
            for (CatalogVariant variant : CatalogVariant.values()) {
                boolean measured = switch (variant) {
                    case PSQL -> BareQueries.psql().isPresent();
                    case ALEMBIC -> AlembicPeer.find(folder).isPresent();
                    default -> true;
                };
                assertEquals(measured, medians.containsKey(variant), variant::title);
            }
        }
    }
}
