package dev.migratable.runtime.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three ways to one schema, for each of the processor's conformance cases: what the processor computes from the source,
 * what the reader finds in Hibernate's boot metadata without a database, and what Hibernate creates on a real server.
 */
@PostgresTest
class HibernateSchemaReaderConformanceTest {

    static List<String> cases() throws IOException {
        return CompiledCase.names();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bootMetadataSaysWhatTheProcessorComputes(String name, @TempDir Path output) throws Exception {
        try (CompiledCase compiled = CompiledCase.compile(name, output)) {
            Schema model = compiled.model().schema();
            Schema read = HibernateSchemaReader.read(compiled.classes(), settings(name));
            Schema owned = read.withTables(read.tables().stream()
                    .filter(table -> model.table(table.name()).isPresent())
                    .toList());
            assertFalse(owned.tables().isEmpty());
            assertSame(owned, model);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bootMetadataSaysWhatHibernateCreates(String name, @TempDir Path output, TestDatabase database)
            throws Exception {
        Map<String, Object> settings = settings(name);
        try (CompiledCase compiled = CompiledCase.compile(name, output)) {
            HibernateDatabase.create(database, compiled.classes(), settings, metadata -> {
                Schema created = HibernateDatabase.inspect(database);
                assertFalse(created.tables().isEmpty());
                assertSame(created, HibernateSchemaReader.read(metadata));
                assertEquals(List.of(), HibernateModelCheck.compare(metadata, compiled.model()));
            });
            settings.put("jakarta.persistence.database-major-version", HibernateDatabase.majorVersion(database));
            assertSame(HibernateDatabase.inspect(database), HibernateSchemaReader.read(compiled.classes(), settings));
        }
    }

    private static Map<String, Object> settings(String name) {
        Map<String, Object> settings = new HashMap<>();
        if (name.endsWith(CompiledCase.SNAKE_CASE)) {
            settings.put("hibernate.physical_naming_strategy", new PhysicalNamingStrategySnakeCaseImpl());
        }
        return settings;
    }

    private static void assertSame(Schema one, Schema other) {
        assertEquals(List.of(), SchemaDiffer.diff(one, new Model(other, Declarations.NONE)), "from one to other");
        assertEquals(List.of(), SchemaDiffer.diff(other, new Model(one, Declarations.NONE)), "from other to one");
    }
}
