package dev.migratable.runtime.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three ways to one schema, for each of the processor's conformance cases: what the processor computes from the source,
 * what the reader finds in Hibernate's boot metadata without a database, and what Hibernate creates on a real server.
 */
@PostgresTest
class HibernateSchemaReaderConformanceTest {

    static List<MappingCase> cases() throws IOException {
        return MappingCase.allRead();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("cases")
    void threeWaysToOneSchema(MappingCase mapping, @TempDir Path output, TestDatabase database) throws Exception {
        try (CompiledCase compiled = CompiledCase.compile(mapping, new MigratableProcessor(), output)) {
            assertEquals(List.of(), compiled.messages());
            Model model = ModelJson.read(compiled.text("META-INF/migratable/model.json"), mapping.id());
            Schema read = HibernateSchemaReader.read(compiled.mappedClasses(), mapping.settings());
            Schema owned = read.withTables(read.tables().stream()
                    .filter(table -> model.schema().table(table.name()).isPresent())
                    .toList());
            assertFalse(owned.tables().isEmpty());
            assertSame(owned, model.schema());
            Map<String, Object> settings = new HashMap<>(mapping.settings());
            HibernateDatabase.create(database, compiled.mappedClasses(), settings, metadata -> {
                Schema created = HibernateDatabase.inspect(database);
                assertFalse(created.tables().isEmpty());
                assertSame(created, HibernateSchemaReader.read(metadata));
                assertEquals(List.of(), HibernateModelCheck.compare(metadata, model));
            });
            settings.put("jakarta.persistence.database-major-version", HibernateDatabase.majorVersion(database));
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
