package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.mapping.MappingCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler of Eclipse, which calls processors in its own way, gives what javac gives, case by case. */
class EclipseCompilerTest {

    /** The broad cases; with {@code -Decj.all=true} every one, at a second or more each. */
    static List<MappingCase> cases() throws IOException {
        boolean all = Boolean.getBoolean("ecj.all") || System.getProperty("conformance.only") != null;
        return MappingCase.all().stream()
                .filter(c -> all || c.id().endsWith("/Entities"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothCompilersSeeTheSame(MappingCase mapping, @TempDir Path folder) throws IOException {
        Workspace javac = workspace(mapping, folder.resolve("javac"));
        Workspace eclipse = workspace(mapping, folder.resolve("eclipse"))
                .with(new EclipseCompiler())
                .option("-warn:none")
                .option("-source")
                .option("17")
                .option("-target")
                .option("17");
        List<String> expected = ours(javac.compile(mapping.sources()));
        List<String> messages = eclipse.compile(mapping.sources());
        if (hasRecord(mapping)) {
            // of the fields of a record this compiler does not know where they are
            expected = unplaced(expected);
            messages = unplaced(messages);
        }
        assertEquals(expected, ours(messages));
        if (mapping.refused().isEmpty()) {
            assertEquals(List.of(), messages);
            assertEquals(ordered(javac.written()), ordered(eclipse.written()));
        }
        assertTrue(
                mapping.refused().isEmpty() || Files.notExists(eclipse.output().resolve(Workspace.MODEL)));
    }

    private static Workspace workspace(MappingCase mapping, Path folder) throws IOException {
        Workspace workspace = new Workspace(folder).placed();
        mapping.options().forEach((name, value) -> workspace.option("-A" + name + "=" + value));
        return workspace;
    }

    private static boolean hasRecord(MappingCase mapping) throws IOException {
        for (Path source : mapping.sources()) {
            if (Files.readString(source).contains("record ")) {
                return true;
            }
        }
        return false;
    }

    private static List<String> unplaced(List<String> messages) {
        return messages.stream().map(m -> m.replaceFirst(" \\S+$", "")).toList();
    }

    /** Of an enum that is a class file this compiler gives the constants by name, and a check has them in that order. */
    private static Map<String, String> ordered(Map<String, String> written) {
        Map<String, String> result = new TreeMap<>();
        written.forEach((path, text) -> result.put(
                path,
                Pattern.compile("in \\(('\\w+'(, '\\w+')*)\\)")
                        .matcher(text)
                        .replaceAll(check -> Arrays.stream(check.group(1).split(", "))
                                .sorted()
                                .collect(Collectors.joining(", ", "in (", ")")))));
        return result;
    }

    private static List<String> ours(List<String> messages) {
        return messages.stream().filter(m -> m.contains("[M")).sorted().toList();
    }
}
