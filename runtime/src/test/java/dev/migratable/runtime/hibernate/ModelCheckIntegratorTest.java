package dev.migratable.runtime.hibernate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.processor.MigratableProcessor;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import dev.migratable.testkit.mapping.CompiledCase;
import dev.migratable.testkit.mapping.MappingCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.HibernateException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts an application whose Hibernate names columns otherwise than the processor was told. */
@PostgresTest
class ModelCheckIntegratorTest {

    private static final String SOURCE = """
            package shop;

            import dev.migratable.annotations.Migratable;
            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;

            @Entity
            @Migratable
            public class Customer {
                @Id
                Long id;

                String emailAddress;
            }
            """;

    private static final Map<String, Object> SNAKE_CASE = Map.of(
            "hibernate.physical_naming_strategy",
            "org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl");

    @TempDir
    private Path dir;

    private CompiledCase compiled;

    @BeforeEach
    void compile() throws Exception {
        Path source = Files.writeString(dir.resolve("Customer.java"), SOURCE);
        MappingCase mapping = new MappingCase("shop", List.of(source), Map.of(), Map.of(), List.of());
        compiled =
                CompiledCase.compile(mapping, new MigratableProcessor(), Files.createDirectory(dir.resolve("classes")));
        assertEquals(List.of(), compiled.messages());
    }

    private void start(TestDatabase database, String mode, Map<String, Object> settings) throws Exception {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ModelCheckIntegrator.SETTING, mode);
        HibernateDatabase.create(
                database,
                compiled.mappedClasses(),
                all,
                metadata -> assertEquals(1, metadata.getEntityBindings().size(), "the application has started"));
    }

    @Test
    void agreementStartsTheApplication(TestDatabase database) throws Exception {
        start(database, "fail", Map.of());
    }

    @Test
    void disagreementRefusesToStart(TestDatabase database) {
        Throwable refused = assertThrows(Throwable.class, () -> start(database, "fail", SNAKE_CASE));
        MigratableException cause = cause(refused);
        assertEquals("HIB06", cause.code());
        assertTrue(cause.getMessage().contains("customer: Hibernate's schema is not the model's"), cause.getMessage());
        assertTrue(cause.getMessage().contains("email_address"), cause.getMessage());
        assertTrue(cause.getMessage().contains("-Amigratable.naming"), cause.getMessage());
    }

    @Test
    void warningAndSilenceStartIt(TestDatabase database) throws Exception {
        start(database, "warn", SNAKE_CASE);
        database.execute("DROP TABLE customer");
        start(database, "off", SNAKE_CASE);
    }

    @Test
    void aValueThatIsNoneIsNamed(TestDatabase database) {
        Throwable refused = assertThrows(Throwable.class, () -> start(database, "maybe", Map.of()));
        assertEquals("HIB07", cause(refused).code());
        assertTrue(cause(refused).getMessage().contains("'maybe' is none of [warn, fail, off]"), refused.toString());
    }

    private static MigratableException cause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof HibernateException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return (MigratableException) cause;
    }
}
