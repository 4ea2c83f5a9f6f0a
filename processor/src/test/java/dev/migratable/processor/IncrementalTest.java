package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.schema.Model;
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

/** Compiling some of the classes over what a compilation of all of them left. */
class IncrementalTest {

    @TempDir
    Path folder;

    private Path sources;
    private Path output;

    @BeforeEach
    void twoEntities() throws IOException {
        sources = Files.createDirectories(folder.resolve("src"));
        output = Files.createDirectories(folder.resolve("out"));
        write("Customer", "@Entity @Migratable class Customer { @Id @GeneratedValue Long id; String email; }");
        write("Item", "@Entity @Migratable class Item { @Id @GeneratedValue Long id; @ManyToOne Customer customer; }");
        write("package-info", null);
        assertEquals("", compile(List.of(), "Customer", "Item", "package-info"));
    }

    private void write(String type, String text) throws IOException {
        String start = "package shop; import jakarta.persistence.*; import dev.migratable.annotations.*;\n";
        String content = text == null ? "@dev.migratable.annotations.Retired(\"gone\") package shop;" : start + text;
        Files.writeString(sources.resolve(type + ".java"), content);
    }

    /** Returns what the compiler said. */
    private String compile(List<String> options, String... types) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<Path> classPath = Stream.concat(
                            Stream.of(output),
                            Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                                    .map(Path::of))
                    .toList();
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            List<Path> paths =
                    Stream.of(types).map(t -> sources.resolve(t + ".java")).toList();
            JavaCompiler.CompilationTask task =
                    compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(paths));
            task.setProcessors(List.of(new MigratableProcessor()));
            task.call();
        }
        return said.toString();
    }

    private Model model() throws IOException {
        String path = "META-INF/migratable/model.json";
        return ModelJson.read(Files.readString(output.resolve(path)), path);
    }

    private List<String> tables() throws IOException {
        return model().schema().tables().stream().map(t -> t.name().display()).toList();
    }

    private List<String> providers() throws IOException {
        return Files.readAllLines(output.resolve("META-INF/services/dev.migratable.schema.TableDescriptor"));
    }

    @Test
    void entitiesThatAreNotCompiledAreKept() throws IOException {
        Model before = model();
        write(
                "Customer",
                "@Entity @Migratable class Customer { @Id @GeneratedValue Long id; String email; String city; }");
        assertEquals("", compile(List.of(), "Customer"));
        assertEquals(List.of("customer", "item"), tables());
        assertEquals(List.of("shop.CustomerTable", "shop.ItemTable"), providers());
        assertEquals(3, model().schema().tables().get(0).columns().size());
        assertEquals(before.schema().tables().get(1), model().schema().tables().get(1));
        assertEquals(before.declarations(), model().declarations());
        assertEquals(1, model().declarations().retirements().size());
    }

    @Test
    void aCompilationOfNoEntityChangesNothing() throws IOException {
        String before = Files.readString(output.resolve("META-INF/migratable/model.json"));
        write("Plain", "class Plain {}");
        assertEquals("", compile(List.of(), "Plain"));
        assertEquals(before, Files.readString(output.resolve("META-INF/migratable/model.json")));
    }

    @Test
    void entitiesWhoseClassIsGoneAreRemoved() throws IOException {
        Files.delete(output.resolve("shop/Item.class"));
        Files.delete(output.resolve("shop/ItemTable.class"));
        assertEquals("", compile(List.of(), "Customer"));
        assertEquals(List.of("customer"), tables());
        assertEquals(
                List.of("customer_seq"),
                model().schema().sequences().stream()
                        .map(s -> s.name().display())
                        .toList());
        assertEquals(List.of("shop.CustomerTable"), providers());
    }

    @Test
    void entitiesThatAreNoLongerOwnedAreRemoved() throws IOException {
        write("Item", "@Entity class Item { @Id @GeneratedValue Long id; @ManyToOne Customer customer; }");
        assertEquals("", compile(List.of(), "Item"));
        assertEquals(List.of("customer"), tables());
        assertEquals(List.of("shop.CustomerTable"), providers());
    }

    @Test
    void providersOfOthersAreKept() throws IOException {
        Path services = output.resolve("META-INF/services/dev.migratable.schema.TableDescriptor");
        Files.writeString(
                services, "# by hand\nshop.Customer # not one of ours\nshop.NotThere\n" + Files.readString(services));
        assertEquals("", compile(List.of(), "Customer"));
        assertEquals(List.of("shop.Customer", "shop.CustomerTable", "shop.ItemTable"), providers());
    }

    @Test
    void theBaselineInTheClassOutputIsRead() throws IOException {
        Path baseline = output.resolve("META-INF/migratable/baseline.json");
        Files.copy(output.resolve("META-INF/migratable/model.json"), baseline);
        write("Customer", "@Entity @Migratable class Customer { @Id @GeneratedValue Long id; }");
        String said = compile(List.of(), "Customer");
        assertTrue(said.contains("Customer.java:2: error: [MIG502] Customer (customer.email): "), said);
    }

    @Test
    void anIndexThatIsDamagedIsOneErrorThatNamesIt() throws IOException {
        Files.writeString(output.resolve("META-INF/migratable/entities.json"), "{");
        String said = compile(List.of(), "Customer");
        assertTrue(
                said.contains("[MAP14] META-INF/migratable/entities.json of an earlier compilation cannot be read"),
                said);
        assertTrue(said.contains("1 error"), said);
    }

    @Test
    void withoutTheRunTimeTypesOneErrorNamesTheDependency() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<Path> classPath = Stream.of(
                            System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                    .filter(p -> p.contains("persistence-api") || p.contains("annotations"))
                    .map(Path::of)
                    .toList();
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    said,
                    files,
                    null,
                    List.of(),
                    null,
                    files.getJavaFileObjects(sources.resolve("Customer.java"), sources.resolve("Item.java")));
            task.setProcessors(List.of(new MigratableProcessor()));
            task.call();
        }
        assertTrue(said.toString().contains("[MAP11]"), said.toString());
        assertTrue(said.toString().contains("dev.migratable:migratable-runtime"), said.toString());
        assertTrue(said.toString().contains("1 error"), said.toString());
    }
}
