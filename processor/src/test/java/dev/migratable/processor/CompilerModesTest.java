package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.migratable.testkit.mapping.MappingCase;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of javac that concern processors, named modules, and the order of the sources. */
class CompilerModesTest {

    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?=(?:@|public |final |abstract |sealed |non-sealed )*[^\\n]*)"
                    + "(?:public |final |abstract )*(?:class|interface|enum|record|@interface) (\\w+)");

    private static final String CUSTOMER = "package shop; import jakarta.persistence.*; @Entity"
            + " @dev.migratable.annotations.Migratable public class Customer { @Id @GeneratedValue Long id;"
            + " @Embedded Address home; }";
    private static final String ADDRESS =
            "package shop; @jakarta.persistence.Embeddable public class Address { String street; }";

    @TempDir
    private Path folder;

    private String expected() throws IOException {
        Workspace plain = new Workspace(folder.resolve("plain"));
        assertEquals(
                List.of(),
                plain.compile(List.of(plain.source("shop.Customer", CUSTOMER), plain.source("shop.Address", ADDRESS))));
        return plain.model();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-proc:only", "-proc:full", "-implicit:none", "--release=17", "-Xlint:all,-processing"})
    void theModelIsTheSame(String option) throws IOException {
        Assumptions.assumeTrue(
                Runtime.version().feature() >= 21 || !option.equals("-proc:full"), "-proc:full came with JDK 21");
        Workspace workspace = new Workspace(folder.resolve("mode"));
        List<Path> files =
                List.of(workspace.source("shop.Customer", CUSTOMER), workspace.source("shop.Address", ADDRESS));
        for (String part : option.split("=")) {
            workspace.option(part);
        }
        assertEquals(List.of(), workspace.compile(files));
        assertEquals(expected(), workspace.model());
    }

    @Test
    void anEmbeddableMayBeFoundOnTheSourcePath() throws IOException {
        Workspace workspace = new Workspace(folder.resolve("implicit"));
        Path customer = workspace.source("shop.Customer", CUSTOMER);
        workspace.source("shop.Address", ADDRESS);
        workspace.option("-sourcepath").option(folder.resolve("implicit/src").toString());
        assertEquals(List.of(), workspace.option("-implicit:none").compile(List.of(customer)));
        assertEquals(expected(), workspace.model());
    }

    /** As a build tool does it: the processor is found by its service file, on the processor path or module path. */
    @ParameterizedTest
    @ValueSource(strings = {"--processor-path", "--processor-module-path"})
    void theProcessorWorksForANamedModule(String where) throws IOException {
        Workspace module = new Workspace(folder.resolve("module"));
        List<Path> files = List.of(
                module.source(
                        "module-info",
                        "module shop { requires jakarta.persistence; requires " + moduleOf("annotations") + "; requires "
                                + moduleOf("diff-engine") + "; requires static org.jspecify; }"),
                module.source("shop.Customer", CUSTOMER),
                module.source("shop.Address", ADDRESS));
        String path = System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of(
                "-d", module.output().toString(), "--module-path", only("annotations", "diff-engine", "persistence-api",
                        "jspecify"), where, processorPath(where, path)));
        files.forEach(f -> arguments.add(f.toString()));
        StringWriter said = new StringWriter();
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(new java.io.PrintWriter(said), new java.io.PrintWriter(said), arguments.toArray(String[]::new));
        assertEquals(0, code, said::toString);
        assertFalse(said.toString().contains("[MAP"), said::toString);
        assertEquals(expected(), module.model());
    }

    private static String processorPath(String where, String all) throws IOException {
        return where.equals("--processor-path") ? all : only("processor", "annotations", "diff-engine", "javapoet", "jspecify");
    }

    private static String moduleOf(String artifact) {
        return java.lang.module.ModuleFinder.of(Path.of(only(artifact)))
                .findAll()
                .iterator()
                .next()
                .descriptor()
                .name();
    }

    /** The entries of the class path that belong to artifacts. */
    private static String only(String... artifacts) {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> Stream.of(artifacts).anyMatch(a -> entry.matches(".*[/\\\\](migratable-|jakarta\\.)?" + a
                                + "(-[0-9][^/\\\\]*\\.jar|[/\\\\]target[/\\\\](newest-jdk[/\\\\])?classes)")))
                        .toList());
    }
}
