package dev.migratable.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.migratable.processor.Javac.source;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import dev.migratable.json.ModelJson;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Which entities belong to the model. */
class OwnershipTest {

    private static final JavaFileObject OWNED =
            source("Customer", "@Entity @Migratable class Customer { @Id Long id; @ManyToOne Region region; }");
    private static final JavaFileObject OTHER = source("Region", "@Entity class Region { @Id Long id; String name; }");

    private static List<String> tables(Compilation compilation) {
        return ModelJson.read(Outputs.text(compilation, "META-INF/migratable/model.json"), "model")
                .schema()
                .tables()
                .stream()
                .map(table -> table.name().display())
                .toList();
    }

    @Test
    void entitiesBelongToItByTheirAnnotation() {
        Compilation compilation = new Javac().compile(OWNED, OTHER);
        assertThat(compilation).succeededWithoutWarnings();
        assertEquals(List.of("customer"), tables(compilation));
    }

    @Test
    void everyEntityBelongsToItWhereThatIsAsked() {
        for (String option : List.of("-Amigratable.allEntities=true", "-Amigratable.allEntities")) {
            Compilation compilation = new Javac().with(option).compile(OWNED, OTHER);
            assertThat(compilation).succeededWithoutWarnings();
            assertEquals(List.of("customer", "region"), tables(compilation));
            assertTrue(Outputs.text(compilation, "META-INF/services/dev.migratable.schema.TableDescriptor")
                    .contains("shop.RegionTable"));
        }
    }

    @Test
    void aPackageSpeaksForItsEntities() {
        JavaFileObject owner = com.google.testing.compile.JavaFileObjects.forSourceString(
                "shop.package-info", "@dev.migratable.annotations.Migratable package shop;");
        assertEquals(List.of("customer", "region"), tables(new Javac().compile(OWNED, OTHER, owner)));
    }

    @Test
    void anOptionThatIsNeitherIsNamed() {
        Compilation compilation =
                new Javac().with("-Amigratable.allEntities=some").compile(OWNED, OTHER);
        assertThat(compilation).hadErrorContaining("-Amigratable.allEntities=some is not understood");
    }
}
