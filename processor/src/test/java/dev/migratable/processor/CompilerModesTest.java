package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.migratable.testkit.mapping.MappingCase;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of javac that concern processors, named modules, and the order of the sources. */
class CompilerModesTest {

    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:[@a-z][^\\n(]*(?:\\([^\\n]*\\))? )?(?:class|interface|enum|record) (\\w+)");

    /** At the line's beginning, or a type on one line. */
    private static final Pattern ENDS_TYPE =
            Pattern.compile("^\\}|^(?:[@a-z].* )?(?:class|interface|enum|record) \\w.*\\}$");

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
                        "module shop { requires jakarta.persistence; requires migratable.annotations;"
                                + " requires migratable.diff.engine; }"),
                module.source("shop.Customer", CUSTOMER),
                module.source("shop.Address", ADDRESS));
        Path api = jars("api", "annotations", "diff-engine", "persistence-api", "jspecify");
        Path tools = jars("tools", "processor", "annotations", "diff-engine", "javapoet", "jspecify");
        String toolPath = where.equals("--processor-module-path")
                ? tools.toString()
                : String.join(File.pathSeparator, list(tools));
        List<String> arguments = new ArrayList<>(
                List.of("-d", module.output().toString(), "--module-path", api.toString(), where, toolPath));
        files.forEach(f -> arguments.add(f.toString()));
        StringWriter said = new StringWriter();
        int code = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(new PrintWriter(said), new PrintWriter(said), arguments.toArray(String[]::new));
        assertEquals(0, code, said::toString);
        assertFalse(said.toString().contains("[M"), said::toString);
        assertEquals(expected(), module.model());
    }

    private static List<String> list(Path jars) throws IOException {
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(Path::toString).toList();
        }
    }

    /** Puts artifacts of the class path into a folder, as jars, for a folder of classes is no automatic module. */
    private Path jars(String name, String... artifacts) throws IOException {
        Path jars = Files.createDirectories(folder.resolve(name));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            for (String artifact : artifacts) {
                if (path.getFileName().toString().matches("(jakarta\\.|migratable-)?" + artifact + "-[0-9].*\\.jar")) {
                    Files.copy(path, jars.resolve(path.getFileName()));
                } else if (path.endsWith("classes") && path.toString().contains(artifact + File.separator + "target")) {
                    jar(path, jars.resolve("migratable-" + artifact + ".jar"));
                }
            }
        }
        return jars;
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, zip);
            }
        }
    }

    /** Every class of a case in a file of its own where that can be, in an order of the seed's. */
    @Test
    void theOrderOfTheSourcesChangesNothing() throws IOException {
        Random random = new Random(7);
        Path sources = Files.createDirectories(folder.resolve("split"));
        for (MappingCase mapping : broad()) {
            List<Path> files = split(mapping, Files.createDirectories(sources.resolve(mapping.id())));
            Workspace whole = workspace(mapping, "whole/");
            assertEquals(List.of(), whole.compile(mapping.sources()), mapping::id);
            Collections.shuffle(files, random);
            Workspace shuffled = workspace(mapping, "shuffled/");
            assertEquals(List.of(), shuffled.compile(files), mapping::id);
            assertEquals(whole.written(), shuffled.written(), mapping::id);
            Collections.reverse(files);
            assertEquals(List.of(), shuffled.compile(files), mapping::id);
            assertEquals(whole.written(), shuffled.written(), mapping::id);
        }
    }

    private static List<MappingCase> broad() throws IOException {
        boolean all = Boolean.getBoolean("compilers.all") || System.getProperty("conformance.only") != null;
        return MappingCase.allRead().stream()
                .filter(c -> all || c.id().endsWith("/Entities"))
                .toList();
    }

    private Workspace workspace(MappingCase mapping, String place) throws IOException {
        Workspace workspace = new Workspace(Files.createDirectories(folder.resolve(place + mapping.id())));
        mapping.options().forEach((name, value) -> workspace.option("-A" + name + "=" + value));
        return workspace;
    }

    /** Cuts the case's file after each line that ends a type; the head goes before every part. */
    private static List<Path> split(MappingCase mapping, Path target) throws IOException {
        List<Path> result =
                new ArrayList<>(mapping.sources().subList(1, mapping.sources().size()));
        StringBuilder head = new StringBuilder();
        StringBuilder part = new StringBuilder();
        for (String line : Files.readAllLines(mapping.sources().get(0))) {
            boolean isHead = line.startsWith("package ") || line.startsWith("import ") || line.startsWith("//");
            (isHead ? head : part).append(line).append('\n');
            if (!isHead && ENDS_TYPE.matcher(line).find()) {
                Matcher name = TYPE.matcher(part);
                String file = name.find() ? name.group(1) : "Part" + result.size();
                result.add(Files.writeString(target.resolve(file + ".java"), head + part.toString()));
                part.setLength(0);
            }
        }
        assertEquals("", part.toString().strip(), mapping::id);
        return result;
    }
}
