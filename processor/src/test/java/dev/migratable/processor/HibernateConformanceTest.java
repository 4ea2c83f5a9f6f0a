package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.TableDescriptor;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The judge of the mapping: for each folder under {@code conformance}, the schema that Hibernate creates on a real server
 * for the compiled classes is the one the processor computed, names of constraints aside.
 */
@PostgresTest
class HibernateConformanceTest {

    private static final Path CASES = Path.of("src", "test", "resources", "conformance");
    private static final String SNAKE_CASE = "_snake_case";

    static List<String> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void hibernateCreatesWhatTheProcessorComputes(String name, TestDatabase database) throws Exception {
        Compilation compilation = compile(name);
        assertThat(compilation).succeededWithoutWarnings();
        Model model = ModelJson.read(Outputs.text(compilation, "META-INF/migratable/model.json"), name);
        try (MemoryClassLoader classes =
                new MemoryClassLoader(compilation, getClass().getClassLoader())) {
            createWithHibernate(classes, name.endsWith(SNAKE_CASE), database);
            assertEquals(model, described(classes));
        }
        Schema created;
        try (Connection connection = database.connect()) {
            created = owned(CatalogInspector.inspect(connection).schema(), model.schema());
        }
        assertFalse(created.tables().isEmpty());
        assertEquals(List.of(), SchemaDiffer.diff(created, model), "from Hibernate's schema to the processor's");
        assertEquals(
                List.of(),
                SchemaDiffer.diff(model.schema(), new Model(created, Declarations.NONE)),
                "from the processor's schema to Hibernate's");
    }

    private static Compilation compile(String name) throws IOException {
        Compiler compiler = Compiler.javac()
                .withProcessors(new MigratableProcessor())
                .withOptions(
                        "-Amigratable.naming=" + (name.endsWith(SNAKE_CASE) ? "snake_case" : "jpa"), "-parameters");
        List<JavaFileObject> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES.resolve(name))) {
            for (Path file : files.sorted().toList()) {
                String type = file.getFileName().toString().replace(".java", "");
                sources.add(
                        JavaFileObjects.forSourceString("conformance." + name + "." + type, Files.readString(file)));
            }
        }
        return compiler.compile(sources);
    }

    /** What the generated descriptors say, found as an application finds them. */
    private static Model described(MemoryClassLoader classes) throws Exception {
        List<Model> models = new ArrayList<>();
        for (String name :
                classes.names().stream().filter(n -> n.endsWith("Table")).toList()) {
            Class<?> type = Class.forName(name, true, classes);
            if (TableDescriptor.class.isAssignableFrom(type)) {
                models.add(((TableDescriptor) type.getConstructor().newInstance()).model());
            }
        }
        return Model.merge(models);
    }

    private static void createWithHibernate(MemoryClassLoader classes, boolean snakeCase, TestDatabase database)
            throws ClassNotFoundException {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(classes)
                        .build())
                .applySetting("jakarta.persistence.jdbc.url", database.url())
                .applySetting("hibernate.hbm2ddl.halt_on_error", "true")
                .build();
        try {
            MetadataSources sources = new MetadataSources(registry);
            for (String name : classes.names()) {
                Class<?> type = Class.forName(name, false, classes);
                if (Stream.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class)
                        .anyMatch(type::isAnnotationPresent)) {
                    sources.addAnnotatedClass(type);
                }
            }
            classes.packages().forEach(sources::addPackage);
            MetadataBuilder builder = sources.getMetadataBuilder();
            if (snakeCase) {
                builder.applyPhysicalNamingStrategy(new PhysicalNamingStrategySnakeCaseImpl());
            }
            try (SessionFactory factory = builder.build().buildSessionFactory()) {
                factory.getSchemaManager().create(true);
            }
        } finally {
            StandardServiceRegistryBuilder.destroy(registry);
        }
    }

    /** Leaves out the tables of entities that are not {@code @Migratable}. */
    private static Schema owned(Schema created, Schema model) {
        Set<QualifiedName> tables = model.tables().stream().map(t -> t.name()).collect(Collectors.toSet());
        return created.withTables(
                created.tables().stream().filter(t -> tables.contains(t.name())).toList());
    }
}
