package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compiler of Eclipse over a folder of classes that is on its class path, as builds have it. */
class EclipseIncrementalTest {

    private static final String START =
            "package shop; import jakarta.persistence.*; import dev.migratable.annotations.*; @Entity @Migratable ";

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path item;

    @BeforeEach
    void start() throws IOException {
        workspace = new Workspace(folder)
                .with(new EclipseCompiler())
                .option("-warn:none")
                .option("-source")
                .option("17")
                .option("-target")
                .option("17");
        item = workspace.source("shop.Item", START + "class Item { @Id Long id; @ManyToOne Customer customer; }");
    }

    private Path customer(String members) throws IOException {
        return workspace.source("shop.Customer", START + "class Customer { @Id Long id; " + members + " }");
    }

    private List<String> columns() throws IOException {
        return ModelJson.read(workspace.model(), Workspace.MODEL).schema().tables().stream()
                .flatMap(t -> t.columns().stream().map(c -> t.name().display() + "." + c.name()))
                .toList();
    }

    @Test
    void oneChangedFileLosesNeitherTheOthersNorKeepsWhatIsGone() throws IOException {
        workspace.option("-Amigratable.descriptors=false");
        assertEquals(List.of(), workspace.compile(List.of(customer("String email;"), item)));
        assertEquals(List.of(), workspace.compile(List.of(customer("String email; String city;"))));
        assertEquals(
                List.of("customer.id", "customer.email", "customer.city", "item.id", "item.customer_id"), columns());
        Files.delete(item);
        Files.delete(workspace.output().resolve("shop/Item.class"));
        assertEquals(List.of(), workspace.compile(List.of(customer("String email;"))));
        assertEquals(List.of("customer.id", "customer.email"), columns());
    }

    @Test
    void aDescriptorThatTheCompilerDoesNotReplaceIsAnErrorWithAWayOut() throws IOException {
        assertEquals(List.of(), workspace.compile(List.of(customer("String email;"), item)));
        String model = workspace.model();
        List<String> messages = workspace.compile(List.of(customer("String email; String city;")));
        assertTrue(
                messages.toString().contains("[MAP15] Customer: shop.CustomerTable cannot be written: ")
                        && messages.toString().contains("-Amigratable.descriptors=false"),
                messages.toString());
        assertEquals(model, workspace.model());
    }
}
