package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.migratable.testkit.mapping.MappingCase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated sources: whatever the user wrote, the processor neither throws nor hangs nor calls it a defect of its own.
 * {@code -Dfuzz.count=5000 -Dfuzz.seed=42} compiles more, and others.
 */
class FuzzTest {

    private static final int COUNT = Integer.getInteger("fuzz.count", 150);
    private static final long SEED = Long.getLong("fuzz.seed", 20261121L);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[\\w.]+|\\s+|.", Pattern.DOTALL);
    /** A frame of ours in a stack trace. */
    private static final Pattern OURS = Pattern.compile("\\bat dev\\.migratable\\.(?!processor\\.FuzzTest)");

    private static final List<String> WORDS = List.of(
            "Missing",
            "int",
            "String",
            "void",
            "Object",
            "java.util.List<Missing>",
            "?",
            "@Id",
            "@Entity",
            "@Embedded",
            "static",
            "0",
            "-1",
            "\"\"",
            "\"%s $L {}\"",
            "null",
            "1 / 0",
            "{}",
            "@ManyToOne",
            "java.util.Map",
            "class");

    @TempDir
    private Path folder;

    @Test
    void theProcessorSurvivesWhateverIsWritten() throws IOException {
        List<MappingCase> cases = MappingCase.all();
        for (int i = 0; i < COUNT; i++) {
            long seed = SEED + i;
            Random random = new Random(seed);
            MappingCase mapping = cases.get(random.nextInt(cases.size()));
            String text = Files.readString(mapping.sources().get(0));
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                text = mutated(text, random);
            }
            String source = text;
            String name = "-Dfuzz.count=1 -Dfuzz.seed=" + seed + ", " + mapping.id();
            String said = assertTimeoutPreemptively(LIMIT, () -> compile(mapping, source), name);
            boolean bad = said.contains("[MAP99]") || OURS.matcher(said).find();
            assertFalse(bad, () -> name + "\n" + said + "\n" + source);
        }
    }

    private static String mutated(String text, Random random) {
        if (random.nextInt(4) == 0) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            change(lines, random);
            return String.join("\n", lines);
        }
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        change(tokens, random);
        return String.join("", tokens);
    }

    /** Deletes, doubles, swaps or replaces one part that is not blank. */
    private static void change(List<String> parts, Random random) {
        List<Integer> solid = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isBlank()) {
                solid.add(i);
            }
        }
        if (solid.isEmpty()) {
            return;
        }
        int at = solid.get(random.nextInt(solid.size()));
        int other = solid.get(random.nextInt(solid.size()));
        String part = parts.get(at);
        switch (random.nextInt(5)) {
            case 0 -> parts.set(at, "");
            case 1 -> parts.set(at, part + " " + part);
            case 2 -> {
                parts.set(at, parts.get(other));
                parts.set(other, part);
            }
            case 3 -> parts.set(at, parts.get(other));
            default -> parts.set(at, WORDS.get(random.nextInt(WORDS.size())));
        }
    }

    /** Returns all that the compiler said; an exception that a processor throws is thrown here. */
    private String compile(MappingCase mapping, String text) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        StringWriter more = new StringWriter();
        List<String> options = new ArrayList<>(List.of("-proc:only", "-d", folder.toString(), "-s", folder.toString()));
        mapping.options().forEach((name, value) -> options.add("-A" + name + "=" + value));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task =
                    compiler.getTask(more, files, said, options, null, List.of(source(text)));
            task.setProcessors(List.of(new MigratableProcessor()));
            task.call();
        } catch (RuntimeException e) {
            e.printStackTrace(new PrintWriter(more));
        }
        try (var written = Files.walk(folder)) {
            for (Path file : written.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        return more + "\n" + said.getDiagnostics();
    }

    private static JavaFileObject source(String text) {
        return new SimpleJavaFileObject(URI.create("string:///Fuzzed.java"), JavaFileObject.Kind.SOURCE) {

            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }

            @Override
            public boolean isNameCompatible(String simpleName, Kind kind) {
                return !simpleName.endsWith("-info"); // javac would take it for a module's
            }
        };
    }
}
