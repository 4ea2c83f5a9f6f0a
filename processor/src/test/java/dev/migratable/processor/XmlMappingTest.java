package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** XML mapping is not read, which is said once and never where there is none. */
class XmlMappingTest {

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Path customer;

    @BeforeEach
    void project() throws IOException {
        workspace = new Workspace(folder.resolve("project"));
        customer = workspace.source(
                "shop.Customer",
                "package shop; import jakarta.persistence.*; @Entity @dev.migratable.annotations.Migratable"
                        + " public class Customer { @Id Long id; }");
    }

    private static void file(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void allFilesAreNamedInOneWarning() throws IOException {
        file(workspace.output(), "META-INF/orm.xml", "<entity-mappings/>");
        Path library = Files.createDirectories(folder.resolve("library"));
        workspace.dependsOn(library);
        file(library, "META-INF/persistence.xml", """
                <persistence><persistence-unit name="a">
                  <!-- <mapping-file>META-INF/old.xml</mapping-file> -->
                  <mapping-file> META-INF/more.xml </mapping-file>
                </persistence-unit></persistence>
                """);
        file(
                library,
                "hibernate.cfg.xml",
                "<session-factory><mapping class=\"a.B\"/><mapping resource=\"shop/Item.hbm.xml\"/></session-factory>");
        List<String> messages = workspace.compile(List.of(customer));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(
                messages.get(0)
                        .startsWith("WARNING [MAP17] Hibernate reads the mapping in META-INF/more.xml (of"
                                + " META-INF/persistence.xml), META-INF/orm.xml, shop/Item.hbm.xml (of hibernate.cfg.xml), and"
                                + " Migratable does not: "),
                messages::toString);
        assertTrue(messages.get(0).contains("-Amigratable.level.MAP17=off"), messages::toString);
        assertTrue(workspace.model().contains("\"customer\""));
    }

    @Test
    void theWarningCanBeSilencedAndBeMadeAnError() throws IOException {
        file(workspace.output(), "META-INF/orm.xml", "<entity-mappings/>");
        assertEquals(List.of(), workspace.option("-Amigratable.level.MAP17=off").compile(List.of(customer)));
        workspace.option("-Amigratable.level.MAP17=error");
        Files.delete(workspace.output().resolve(Workspace.MODEL));
        List<String> messages = workspace.compile(List.of(customer));
        assertTrue(messages.get(0).startsWith("ERROR [MAP17] "), messages::toString);
        assertTrue(
                Files.notExists(workspace.output().resolve(Workspace.MODEL)), "a failed compilation writes no model");
    }

    @ParameterizedTest
    @CsvSource({
        "src/main/java, build/classes/java/main, src/main/resources",
        "src/test/java, build/classes/java/test, src/test/resources",
        "src/main/kotlin, build/tmp/kapt3/classes/main, src/main/resources",
        "src/main/java, target/classes, src/main/resources"
    })
    void resourcesThatAreNotCopiedYetAreNoticed(String sources, String output, String resources) throws IOException {
        Path root = folder.resolve("root");
        file(root, "src/main/resources/META-INF/orm.xml", "<entity-mappings/>"); // another module's
        Workspace gradle = new Workspace(root.resolve("shop"), sources, output);
        Path entity = gradle.source(
                "shop.Customer",
                "package shop; import jakarta.persistence.*; @Entity @dev.migratable.annotations.Migratable"
                        + " public class Customer { @Id Long id; }");
        assertEquals(List.of(), gradle.compile(List.of(entity)));
        file(root.resolve("shop").resolve(resources), "META-INF/orm.xml", "<entity-mappings/>");
        List<String> messages = gradle.compile(List.of(entity));
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("WARNING [MAP17] "), messages::toString);
    }

    @Test
    void nothingIsSaidWithoutAMappingFileOrWithoutAnEntity() throws IOException {
        file(workspace.output(), "META-INF/persistence.xml", "<persistence/>");
        assertEquals(List.of(), workspace.compile(List.of(customer)));
        file(workspace.output(), "META-INF/orm.xml", "<entity-mappings/>");
        Path plain = workspace.source("shop.Plain", "package shop; class Plain {}");
        assertEquals(List.of(), workspace.compile(List.of(plain)));
    }
}
