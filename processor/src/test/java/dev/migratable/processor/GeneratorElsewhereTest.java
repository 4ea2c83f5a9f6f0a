package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A generator on the package of other entities, which Hibernate finds only where it is told of that package. */
class GeneratorElsewhereTest {

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path declaring;

    @BeforeEach
    void project() throws IOException {
        workspace = new Workspace(folder);
        declaring = workspace.source(
                "sales.package-info",
                "@jakarta.persistence.SequenceGenerator(name = \"shared\", sequenceName = \"shared_seq\") package sales;");
    }

    private Path entity(String name, String onClass) throws IOException {
        return workspace.source(
                name,
                "package " + name.substring(0, name.indexOf('.')) + "; import jakarta.persistence.*; @Entity " + onClass
                        + " @dev.migratable.annotations.Migratable public class "
                        + name.substring(name.indexOf('.') + 1)
                        + " { @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = \"shared\") Long id; }");
    }

    @Test
    void isRefusedByTheNameOfItsPackage() throws IOException {
        List<String> messages = workspace.compile(List.of(declaring, entity("stock.Item", "")));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0)
                        .startsWith(
                                "ERROR [MAP06] Item.id: the generator 'shared' is declared on another package, sales."
                                        + " Declare it on the entity or its own package."),
                messages::toString);
    }

    @Test
    void isReadInItsOwnPackage() throws IOException {
        assertEquals(List.of(), workspace.compile(List.of(declaring, entity("sales.Order", ""))));
        assertTrue(workspace.model().contains("\"shared_seq\""));
    }

    @Test
    void doesNotMatterWhereTheEntityDeclaresItsOwn() throws IOException {
        String own = "@SequenceGenerator(name = \"shared\", sequenceName = \"own_seq\")";
        assertEquals(List.of(), workspace.compile(List.of(declaring, entity("stock.Item", own))));
        assertTrue(workspace.model().contains("\"own_seq\""));
    }
}
