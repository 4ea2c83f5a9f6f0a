package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableDescriptor;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import dev.migratable.testkit.mapping.CompiledCase;
import dev.migratable.testkit.mapping.MappingCase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The judge of the mapping: for each case under {@code conformance}, the schema that Hibernate creates on a real server for
 * the compiled classes is the one the processor computed, names of constraints aside; or the processor refuses the case with
 * a message that names the place and the way out.
 */
@PostgresTest
class HibernateConformanceTest {

    static List<MappingCase> read() throws IOException {
        return MappingCase.allRead();
    }

    static List<MappingCase> refused() throws IOException {
        return MappingCase.all().stream().filter(c -> !c.refused().isEmpty()).toList();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("read")
    @Execution(ExecutionMode.CONCURRENT)
    void hibernateCreatesWhatTheProcessorComputes(MappingCase mapping, @TempDir Path output, TestDatabase database)
            throws Exception {
        assumeTrue(mapping.fits(database.serverVersion()), "the case is for a newer server");
        try (CompiledCase compiled = CompiledCase.compile(mapping, new MigratableProcessor(), output)) {
            assertEquals(List.of(), compiled.messages());
            Model model = ModelJson.read(compiled.text("META-INF/migratable/model.json"), mapping.id());
            assertEquals(model, described(compiled), "model.json and the descriptors");
            createWithHibernate(mapping, compiled, database);
            Schema created;
            try (Connection connection = database.connect()) {
                created = owned(CatalogInspector.inspect(connection).schema(), model.schema());
            }
            assertFalse(model.schema().tables().isEmpty(), "no table is read");
            assertEquals(List.of(), SchemaDiffer.diff(created, model), "from Hibernate's schema to the processor's");
            assertEquals(
                    List.of(),
                    SchemaDiffer.diff(model.schema(), new Model(created, Declarations.NONE)),
                    "from the processor's schema to Hibernate's");
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("refused")
    @Execution(ExecutionMode.CONCURRENT)
    void theProcessorRefuses(MappingCase mapping, @TempDir Path output) throws Exception {
        try (CompiledCase compiled = CompiledCase.compile(mapping, new MigratableProcessor(), output)) {
            List<String> messages = compiled.messages();
            boolean said = messages.stream()
                    .anyMatch(m -> m.startsWith("ERROR [MAP")
                            && mapping.refused().stream().allMatch(m::contains));
            assertTrue(said, () -> "no error has all of " + mapping.refused() + " in " + messages);
            assertTrue(
                    messages.stream().allMatch(m -> m.contains("[MAP") && !m.contains("[MAP99]")), messages::toString);
        }
    }

    /** What the generated descriptors say, found as an application finds them. */
    private static Model described(CompiledCase compiled) throws Exception {
        List<Model> models = new ArrayList<>();
        for (Class<?> type : compiled.classes()) {
            if (TableDescriptor.class.isAssignableFrom(type)) {
                models.add(((TableDescriptor) type.getConstructor().newInstance()).model());
            }
        }
        return Model.merge(models);
    }

    private static void createWithHibernate(MappingCase mapping, CompiledCase compiled, TestDatabase database)
            throws IOException, ClassNotFoundException {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(compiled.loader())
                        .build())
                .applySettings(mapping.settings())
                .applySetting("jakarta.persistence.jdbc.url", database.url())
                .applySetting("hibernate.hbm2ddl.halt_on_error", "true")
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            for (Class<?> type : compiled.mappedClasses()) {
                if (type.getName().endsWith(".package-info")) {
                    sources.addPackage(type.getPackageName());
                } else {
                    sources.addAnnotatedClass(type);
                }
            }
            try (SessionFactory factory = sources.buildMetadata().buildSessionFactory()) {
                factory.getSchemaManager().create(true);
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    /** Leaves out the tables of entities that are not {@code @Migratable}, and their types. */
    private static Schema owned(Schema created, Schema model) {
        Set<QualifiedName> names = model.tables().stream().map(t -> t.name()).collect(Collectors.toSet());
        List<Table> tables =
                created.tables().stream().filter(t -> names.contains(t.name())).toList();
        return created.withTables(tables)
                .withEnumTypes(created.enumTypes().stream()
                        .filter(type -> model.enumType(type.name()).isPresent()
                                || tables.stream()
                                        .flatMap(t -> t.columns().stream())
                                        .anyMatch(c -> type.isUsedBy(c.type())))
                        .toList())
                .withCompositeTypes(created.compositeTypes().stream()
                        .filter(type -> model.compositeType(type.name()).isPresent()
                                || tables.stream()
                                        .flatMap(t -> t.columns().stream())
                                        .anyMatch(c -> type.isUsedBy(c.type())))
                        .toList());
    }
}
