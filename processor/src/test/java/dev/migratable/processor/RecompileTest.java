package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is left after some classes are compiled again, in the way of Maven (the changed sources over what is in the output
 * folder) and of Gradle (what an aggregating processor wrote is deleted, and the unchanged classes come by their names), is
 * what a compilation of everything from scratch gives.
 */
class RecompileTest {

    private static final String START = "import jakarta.persistence.*; import dev.migratable.annotations.*; ";

    @TempDir
    private Path folder;

    private Workspace workspace;

    /** The sources by class name. */
    private final SortedMap<String, String> sources = new TreeMap<>();

    @BeforeEach
    void shop() throws IOException {
        workspace = new Workspace(folder.resolve("project"));
        sources.put("shop.Customer", "@Entity @Migratable public class Customer { @Id public Long id; String mail; }");
        sources.put(
                "shop.Item", "@Entity @Migratable public class Item { @Id Long id; @ManyToOne Customer customer; }");
        sources.put(
                "shop.Holder",
                "public class Holder { @Entity @Migratable public static class Inner { @Id Long id; int b; int a; }"
                        + " @Entity @Migratable public static class Other { @Id Long id; } }");
        assertEquals(List.of(), workspace.compile(files(workspace, sources.keySet())));
    }

    private List<Path> files(Workspace target, Iterable<String> names) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            int dot = name.lastIndexOf('.');
            files.add(
                    target.source(name, "package " + name.substring(0, dot) + "; " + START + "\n" + sources.get(name)));
        }
        return files;
    }

    /** Deletes the class files of a source, as both build tools do before they compile. */
    private void deleteClasses(String name) throws IOException {
        Path stem = workspace.output().resolve(name.replace('.', '/'));
        String simple = stem.getFileName().toString();
        if (Files.notExists(stem.getParent())) {
            return;
        }
        try (Stream<Path> files = Files.list(stem.getParent())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().matches(simple + "([$_].*)?(Table)?\\.(class|java)")) {
                    Files.delete(file);
                }
            }
        }
    }

    private void assertLikeMaven(String... changed) throws IOException {
        for (String name : changed) {
            deleteClasses(name);
        }
        assertEquals(List.of(), workspace.compile(files(workspace, List.of(changed))));
        assertFromScratch();
    }

    private void assertLikeGradle(String... changed) throws IOException {
        List<String> unchanged = new ArrayList<>(sources.keySet());
        for (String name : changed) {
            deleteClasses(name);
            unchanged.remove(name);
        }
        for (String path : workspace.written().keySet()) {
            Files.delete(workspace.output().resolve(path));
            Files.deleteIfExists(workspace.output().resolve(path.replace(".java", ".class")));
        }
        List<Path> files = files(workspace, List.of(changed));
        assertEquals(List.of(), workspace.compile(files, unchanged, new MigratableProcessor()));
        assertFromScratch();
    }

    private void assertFromScratch() throws IOException {
        Workspace scratch = new Workspace(Files.createTempDirectory(folder, "scratch"));
        assertEquals(List.of(), scratch.compile(files(scratch, sources.keySet())));
        assertEquals(metaInf(scratch), metaInf(workspace));
    }

    private static SortedMap<String, String> metaInf(Workspace workspace) throws IOException {
        SortedMap<String, String> written = workspace.written();
        written.keySet().removeIf(path -> !path.startsWith("META-INF"));
        assertTrue(written.size() >= 3, written::toString);
        return written;
    }

    @Test
    void aChangedEntity() throws IOException {
        sources.put("shop.Customer", "@Entity @Migratable public class Customer { @Id public Long id; String city; }");
        assertLikeMaven("shop.Customer");
        sources.put("shop.Customer", "@Entity @Migratable public class Customer { @Id public Long id; String town; }");
        assertLikeGradle("shop.Customer");
    }

    @Test
    void anEntityWithAnEmbeddableThatAnotherExtends() throws IOException {
        sources.put("shop.Address", "@Embeddable public class Address { String street; }");
        sources.put("shop.PostalAddress", "@Embeddable public class PostalAddress extends Address { String zip; }");
        sources.put("shop.Customer", "@Entity @Migratable public class Customer { @Id public Long id; Address home; }");
        assertLikeMaven("shop.Address", "shop.PostalAddress", "shop.Customer");
        assertTrue(workspace.model().contains("\"zip\""));
        assertLikeMaven("shop.Customer");
        assertTrue(workspace.model().contains("\"zip\""));
        assertLikeGradle("shop.Customer");
        sources.put("shop.PostalAddress", "public class PostalAddress extends Address { String zip; }");
        assertEquals(List.of(), workspace.compile(files(workspace, List.of("shop.PostalAddress", "shop.Customer"))));
        assertFalse(workspace.model().contains("\"zip\""));
    }

    @Test
    void aDeletedEntity() throws IOException {
        sources.remove("shop.Item");
        deleteClasses("shop.Item");
        assertLikeMaven("shop.Customer");
        assertFalse(workspace.model().contains("\"item\""));
    }

    @Test
    void aDeletedEntityWithNothingElseToCompile() throws IOException {
        sources.remove("shop.Item");
        deleteClasses("shop.Item");
        assertLikeGradle();
    }

    @Test
    void aRenamedEntity() throws IOException {
        sources.put("shop.Client", sources.remove("shop.Item").replace("class Item", "class Client"));
        deleteClasses("shop.Item");
        assertLikeMaven("shop.Client");
        sources.put("shop.Buyer", sources.remove("shop.Client").replace("class Client", "class Buyer"));
        deleteClasses("shop.Client");
        assertLikeGradle("shop.Buyer");
    }

    @Test
    void anEntityMovedToAnotherPackage() throws IOException {
        sources.put("store.Item", sources.remove("shop.Item").replace("Customer c", "shop.Customer c"));
        deleteClasses("shop.Item");
        assertLikeMaven("store.Item");
        sources.put("depot.Item", sources.remove("store.Item"));
        deleteClasses("store.Item");
        assertLikeGradle("depot.Item");
    }

    @Test
    void anEntityThatLosesItsAnnotation() throws IOException {
        String owned = sources.get("shop.Item");
        sources.put("shop.Item", owned.replace("@Migratable ", ""));
        assertLikeMaven("shop.Item");
        sources.put("shop.Item", owned);
        assertLikeGradle("shop.Item");
        sources.put("shop.Item", owned.replace("@Migratable ", ""));
        assertLikeGradle("shop.Item");
    }

    @Test
    void nestedEntities() throws IOException {
        sources.put("shop.Holder", sources.get("shop.Holder").replace("int b; ", ""));
        assertLikeMaven("shop.Holder");
        assertLikeGradle("shop.Customer");
    }

    @Test
    void aNestedEntityIsGoneWithItsSourceEvenIfItsClassFileStays() throws IOException {
        sources.put("shop.Holder", sources.get("shop.Holder").replaceFirst("@Entity.*; int a; \\}", ""));
        assertEquals(List.of(), workspace.compile(files(workspace, List.of("shop.Holder"))));
        assertTrue(Files.exists(workspace.output().resolve("shop/Holder$Inner.class")));
        assertFromScratch();
    }

    @Test
    void aFailedCompilationKeepsTheLastGoodFiles() throws IOException {
        SortedMap<String, String> before = metaInf(workspace);
        sources.put("shop.Customer", "@Entity @Migratable public class Customer { @Id public Long id; Missing mail; }");
        assertFalse(
                workspace.compile(files(workspace, List.of("shop.Customer"))).isEmpty());
        assertEquals(before, metaInf(workspace));
        sources.put("shop.Customer", "@Entity @Migratable public class Customer { @Id public Long id; Object mail; }");
        assertFalse(
                workspace.compile(files(workspace, List.of("shop.Customer"))).isEmpty());
        assertEquals(before, metaInf(workspace));
    }

    @Test
    void aBaselineInTheClassOutputStaysAsItIs() throws IOException {
        Path baseline = workspace.output().resolve("META-INF/migratable/baseline.json");
        Files.copy(workspace.output().resolve(Workspace.MODEL), baseline);
        String before = Files.readString(baseline);
        sources.put("shop.Item", "@Entity @Migratable public class Item { @Id Long id; }");
        List<String> messages = workspace.compile(files(workspace, List.of("shop.Item")));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("ERROR [MIG502] Item (item.customer_id): "), messages::toString);
        assertEquals(before, Files.readString(baseline));
    }

    @Test
    void aTableOfAClassFileWithoutASourceIsNamedWithTheWayOut() throws IOException {
        sources.put("shop.Client", "@Entity @Migratable @Table(name = \"item\") public class Client { @Id Long id; }");
        sources.remove("shop.Item");
        List<String> messages = workspace.compile(files(workspace, List.of("shop.Client")));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).contains("the table 'item' is also that of shop.Client"), messages::toString);
        assertTrue(messages.get(0).contains("delete its class file"), messages::toString);
    }
}
