package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities, and what they are made of, that are there as class files only. */
class ClassFilesTest {

    private static final String IMPORTS = "import dev.migratable.annotations.*; import jakarta.persistence.*; ";

    @TempDir
    private Path folder;

    private Workspace library;

    @BeforeEach
    void library() throws IOException {
        library = new Workspace(folder.resolve("library"));
    }

    private Path customer() throws IOException {
        return library.source(
                "shop.Customer",
                "package shop; " + IMPORTS
                        + "@Entity @Migratable public class Customer { @Id @GeneratedValue public Long id;"
                        + " @Column(length = 40) String name; @Embedded Address home; Address work() { return home; } }");
    }

    private Path address() throws IOException {
        return library.source(
                "shop.Address",
                "package shop; " + IMPORTS + "@Embeddable public class Address { String street; int no; }");
    }

    @Test
    void classesNamedOnTheCommandLineAreRead() throws IOException {
        List<Path> sources = List.of(customer(), address());
        Workspace direct = new Workspace(folder.resolve("direct"));
        assertEquals(List.of(), direct.compile(sources));
        assertEquals(List.of(), library.option("-proc:none").compile(sources, List.of()));
        Workspace module = new Workspace(folder.resolve("module"))
                .dependsOn(library.output())
                .option("-proc:only");
        assertEquals(List.of(), module.compile(List.of(), List.of("shop.Customer"), new MigratableProcessor()));
        assertEquals(direct.written(), module.written());
    }

    @Test
    void superclassesAndEmbeddablesMayComeFromALibrary() throws IOException {
        Path base = library.source(
                "base.Base",
                "package base; " + IMPORTS
                        + "@MappedSuperclass public abstract class Base<K> { @Id K key; @Version int version; }");
        assertEquals(List.of(), library.compile(List.of(base, address())));
        String text = "package app; " + IMPORTS
                + "@Entity @Migratable public class Order extends base.Base<java.util.UUID> { shop.Address to; }";
        Workspace app = new Workspace(folder.resolve("app")).dependsOn(library.output());
        assertEquals(List.of(), app.compile(List.of(app.source("app.Order", text))));
        Workspace whole = new Workspace(folder.resolve("whole"));
        assertEquals(List.of(), whole.compile(List.of(base, address(), whole.source("app.Order", text))));
        assertEquals(whole.model(), app.model());
    }
}
