package dev.migratable.runtime.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.processor.MigratableProcessor;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import dev.migratable.testkit.mapping.CompiledCase;
import dev.migratable.testkit.mapping.MappingCase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three ways to one schema, for the processor's conformance cases: what the processor computes from the source, what the
 * reader finds in Hibernate's boot metadata without a database, and what Hibernate creates on a real server. The server is
 * asked for the first case of each folder only, for the processor's own test asks it for all; {@code
 * -Dconformance.server=true} asks it for all here, too.
 */
@PostgresTest
class HibernateSchemaReaderConformanceTest {

    private static final boolean ALL_ON_SERVER = Boolean.getBoolean("conformance.server");

    static List<MappingCase> cases() throws IOException {
        return MappingCase.allRead();
    }

    static List<MappingCase> onServer() throws IOException {
        Set<String> folders = new HashSet<>();
        return cases().stream()
                .filter(c -> folders.add(c.id().substring(0, c.id().indexOf('/'))) || ALL_ON_SERVER)
                .toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("cases")
    @Execution(ExecutionMode.CONCURRENT)
    void theReaderAgreesWithTheProcessor(MappingCase mapping, @TempDir Path output) throws Exception {
        try (CompiledCase compiled = CompiledCase.compile(mapping, new MigratableProcessor(), output)) {
            assertEquals(List.of(), compiled.messages());
            Model model = ModelJson.read(compiled.text("META-INF/migratable/model.json"), mapping.id());
            Schema read = HibernateSchemaReader.read(compiled.mappedClasses(), mapping.settings());
            Schema owned = read.withTables(read.tables().stream()
                    .filter(table -> model.schema().table(table.name()).isPresent())
                    .toList());
            assertFalse(owned.tables().isEmpty());
            assertSame(owned, model.schema());
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("onServer")
    @Execution(ExecutionMode.CONCURRENT)
    void theReaderAgreesWithTheServer(MappingCase mapping, @TempDir Path output, TestDatabase database)
            throws Exception {
        assumeTrue(mapping.fits(database.serverVersion()), "the case is for a newer server");
        try (CompiledCase compiled = CompiledCase.compile(mapping, new MigratableProcessor(), output)) {
            assertEquals(List.of(), compiled.messages());
            Model model = ModelJson.read(compiled.text("META-INF/migratable/model.json"), mapping.id());
            Map<String, Object> settings = new HashMap<>(mapping.settings());
            HibernateDatabase.create(database, compiled.mappedClasses(), settings, metadata -> {
                Schema created = HibernateDatabase.inspect(database);
                assertFalse(created.tables().isEmpty());
                assertSame(created, HibernateSchemaReader.read(metadata));
                assertEquals(List.of(), HibernateModelCheck.compare(metadata, model));
            });
            settings.putIfAbsent(
                    "jakarta.persistence.database-major-version", HibernateDatabase.majorVersion(database));
            assertSame(
                    HibernateDatabase.inspect(database),
                    HibernateSchemaReader.read(compiled.mappedClasses(), settings));
        }
    }

    private static void assertSame(Schema one, Schema other) {
        assertEquals(List.of(), SchemaDiffer.diff(one, new Model(other, Declarations.NONE)), "from one to other");
        assertEquals(List.of(), SchemaDiffer.diff(other, new Model(one, Declarations.NONE)), "from other to one");
    }
}
