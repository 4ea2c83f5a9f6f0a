package dev.migratable.runtime.changelog;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import dev.migratable.processor.MigratableProcessor;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.mapping.CompiledCase;
import dev.migratable.testkit.mapping.MappingCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the entities in the Javadoc of the annotations and generates their migrations: the SQL that is shown comes out.
 * A line {@code // was: …} says what was there in the place of the next attribute, or of the annotations before the class.
 */
class AnnotationExamplesTest {

    private static final Path SOURCES = Path.of("../annotations/src/main/java/dev/migratable/annotations");

    private static final Pattern BLOCK = Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* *}</pre>", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("(?m)^ *\\* ?");
    private static final String WAS = "// was:";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String LEFT_OUT = "…";

    @TempDir
    private Path folder = Path.of("");

    /**
     * An entity, and what becomes of it.
     *
     * @param annotation the annotation that has it
     * @param entity its source without package and imports
     * @param sql the statements
     */
    private record Example(String annotation, String entity, List<String> sql) {}

    @TestFactory
    Stream<DynamicTest> theSqlOfTheJavadocComesOut() throws IOException {
        List<Example> examples = examples();
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.annotation() + " " + examples.indexOf(example), () -> check(example)));
    }

    @Test
    void everyAnnotationHasAnExample() throws IOException {
        List<String> with =
                examples().stream().map(Example::annotation).distinct().sorted().toList();
        try (Stream<Path> files = Files.list(SOURCES)) {
            List<String> annotations = files.filter(file -> contains(file, "public @interface"))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .sorted()
                    .toList();

            assertFalse(annotations.isEmpty());
            assertEquals(annotations, with);
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".java", "");
                List<String> blocks = BLOCK.matcher(Files.readString(file))
                        .results()
                        .map(block -> MARGIN.matcher(block.group(1)).replaceAll(""))
                        .toList();
                assertEquals(0, blocks.size() % 2, name + ": an entity without SQL, or SQL without an entity");
                for (int i = 0; i < blocks.size(); i += 2) {
                    examples.add(new Example(name, blocks.get(i), statements(blocks.get(i + 1))));
                }
            }
        }
        return examples;
    }

    private static List<String> statements(String sql) {
        return Arrays.stream(sql.split(";(?:\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private void check(Example example) throws Exception {
        Path place = Files.createTempDirectory(folder, example.annotation());
        Schema former = example.entity().contains(WAS)
                ? model(former(example.entity()), place.resolve("former")).schema()
                : Schema.EMPTY;
        Model model = model(example.entity(), place.resolve("now"));
        Path changelog = place.resolve("changelog");
        GenerateResult result =
                Generator.generate(new GenerateRequest(changelog, "example", former, model, Optional.empty()));

        assertEquals(List.of(), result.refusals());
        MigrationPlan plan = result.plan().orElseThrow();
        String generated = plan.id();
        try (Stream<Path> files = Files.walk(changelog)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
                generated += "\n" + Files.readString(file);
            }
        }
        String all = plain(generated);
        assertAll(example.sql().stream()
                .map(sql -> () -> assertTrue(occurs(sql, all), sql + "\nis not in\n" + all.replace(";;", ";;\n"))));
    }

    private static boolean occurs(String statement, String all) {
        String pattern = Arrays.stream(statement.split(LEFT_OUT, -1))
                .map(part -> Pattern.quote(plain(part).strip()))
                .collect(Collectors.joining("[^;]*"));
        return Pattern.compile(pattern).matcher(all).find();
    }

    private static String plain(String sql) {
        return BLANKS.matcher(sql).replaceAll(" ");
    }

    /** Returns the entity as it was before the edit; what is behind a mark, up to the end of the attribute, came instead. */
    private static String former(String entity) {
        List<String> result = new ArrayList<>();
        boolean isNew = false;
        for (String line : entity.lines().toList()) {
            boolean isMark = line.strip().startsWith(WAS);
            boolean ends = line.strip().matches("class .*|}");
            if (isMark) {
                result.add(line.strip().substring(WAS.length()));
            } else if (!isNew || ends) {
                result.add(line);
            }
            isNew = isMark || isNew && !ends && !line.endsWith(";");
        }
        return String.join("\n", result);
    }

    private static Model model(String entity, Path place) throws Exception {
        Path sources = Files.createDirectories(place.resolve("sources"));
        Path classes = Files.createDirectories(place.resolve("classes"));
        String source = "package shop;\nimport dev.migratable.annotations.*;\nimport jakarta.persistence.*;\n"
                + "import java.math.*;\nimport java.time.*;\nimport java.util.*;\n"
                + entity;
        Path file = Files.writeString(sources.resolve("Example.java"), source);
        SortedMap<String, String> options = new TreeMap<>(Map.of("migratable.descriptors", "false"));
        MappingCase mapping = new MappingCase("example", List.of(file), options, Map.of(), List.of());
        try (CompiledCase compiled = CompiledCase.compile(mapping, new MigratableProcessor(), classes)) {
            assertEquals(List.of(), compiled.messages(), source);
            String json = compiled.text("META-INF/migratable/model.json");
            return ModelJson.read(json, "model.json");
        }
    }
}
