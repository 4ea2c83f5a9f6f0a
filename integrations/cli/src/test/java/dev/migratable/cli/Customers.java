package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** A module with one entity, as an application has it. */
final class Customers {

    private static final String SOURCE = """
            package shop;

            import jakarta.persistence.Entity;
            import jakarta.persistence.Id;

            @Entity
            public class Customer {
                @Id
                Long id;

                String emailAddress;
            }
            """;

    private Customers() {}

    /** Compiles the entity into a directory and returns that; the class path is this test's. */
    static Path compile(Path classes) throws IOException {
        Path source = Files.writeString(Files.createTempDirectory("source").resolve("Customer.java"), SOURCE);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
        assertEquals(0, result);
        return classes;
    }

    /** Returns the class path of an application with Hibernate: that of this test. */
    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Returns a model that says the column was renamed. */
    static Model renamed(Model model) {
        QualifiedName table = model.schema().tables().get(0).name();
        return model.withDeclarations(new Declarations(
                List.of(new Declarations.ColumnRename(table, "email", "emailaddress")),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    }
}
