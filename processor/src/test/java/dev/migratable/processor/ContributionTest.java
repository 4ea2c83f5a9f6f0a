package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns that one entity adds to the table of another, while only one of the two is compiled. */
class ContributionTest {

    private static final String CART =
            "@Entity @Migratable class Cart { @Id Long id; @OneToMany @JoinColumn(name = \"cart_id\") java.util.List<Item> items; }";
    private static final String ITEM = "@Entity @Migratable class Item { @Id Long id; }";

    @TempDir
    Path folder;

    @BeforeEach
    void bothAreCompiled() throws IOException {
        assertEquals("", compile("Cart", CART, "Item", ITEM));
        assertEquals(List.of("id", "cart_id"), columns());
    }

    /** Compiles types over what is there; returns what the compiler said. */
    private String compile(String... typesAndTexts) throws IOException {
        Path output = Files.createDirectories(folder.resolve("out"));
        List<Path> paths = new java.util.ArrayList<>();
        for (int i = 0; i < typesAndTexts.length; i += 2) {
            String text = "package shop; import jakarta.persistence.*; import dev.migratable.annotations.*;\n"
                    + typesAndTexts[i + 1];
            paths.add(Files.writeString(folder.resolve(typesAndTexts[i] + ".java"), text));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(
                    StandardLocation.CLASS_PATH,
                    Stream.concat(
                                    Stream.of(output),
                                    Stream.of(System.getProperty("java.class.path")
                                                    .split(java.io.File.pathSeparator))
                                            .map(Path::of))
                            .toList());
            JavaCompiler.CompilationTask task =
                    compiler.getTask(said, files, null, null, null, files.getJavaFileObjectsFromPaths(paths));
            task.setProcessors(List.of(new MigratableProcessor()));
            task.call();
        }
        return said.toString();
    }

    private Table item() throws IOException {
        String path = "META-INF/migratable/model.json";
        return ModelJson.read(Files.readString(folder.resolve("out").resolve(path)), path)
                .schema()
                .table(new QualifiedName("public", "item"))
                .orElseThrow();
    }

    private List<String> columns() throws IOException {
        return item().columns().stream().map(c -> c.name()).toList();
    }

    @Test
    void theTableIsCompiledAlone() throws IOException {
        assertEquals("", compile("Item", "@Entity @Migratable class Item { @Id Long id; String name; }"));
        assertEquals(List.of("id", "name", "cart_id"), columns());
        assertEquals(1, item().foreignKeys().size());
    }

    @Test
    void theOtherIsCompiledAlone() throws IOException {
        assertEquals("", compile("Cart", CART.replace("cart_id", "basket_id")));
        assertEquals(List.of("id", "basket_id"), columns());
        assertEquals("", compile("Cart", "@Entity @Migratable class Cart { @Id Long id; }"));
        assertEquals(List.of("id"), columns());
        assertEquals(List.of(), item().foreignKeys());
    }

    @Test
    void theOtherIsDeleted() throws IOException {
        Files.delete(folder.resolve("out/shop/Cart.class"));
        Files.delete(folder.resolve("Cart.java"));
        assertEquals("", compile("Item", ITEM));
        assertEquals(List.of("id"), columns());
    }

    @Test
    void aTableOfAnotherModuleIsRefused() throws IOException {
        Files.delete(folder.resolve("out/META-INF/migratable/entities.json"));
        String said = compile("Cart", CART);
        assertTrue(
                said.contains("[MAP07] Cart: it adds columns to the table 'item', which is not in this module"), said);
        assertTrue(said.contains("Add mappedBy"), said);
    }
}
