package dev.migratable.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.json.ModelJson;
import java.io.File;
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

/** Converters that apply themselves and are not compiled together with the entities. */
class ConvertersElsewhereTest {

    private static final String CONVERTER = """
            @Converter(autoApply = true)
            public class TokenConverter implements AttributeConverter<java.util.UUID, String> {
                public String convertToDatabaseColumn(java.util.UUID value) { return null; }
                public java.util.UUID convertToEntityAttribute(String value) { return null; }
            }
            """;

    @TempDir
    Path folder;

    private Path sources;

    @BeforeEach
    void oneEntity() throws IOException {
        sources = Files.createDirectories(folder.resolve("src"));
        write("Thing", "@Entity @Migratable class Thing { @Id long id; java.util.UUID token; }");
        write("TokenConverter", CONVERTER);
    }

    @Test
    void anEarlierCompilationKnewTheConverter() throws IOException {
        Path output = Files.createDirectories(folder.resolve("out"));
        assertEquals("", compile(output, List.of(), "Thing", "TokenConverter"));
        assertEquals("character varying(255)", typeOfToken(output));
        assertEquals("", compile(output, List.of(), "Thing"));
        assertEquals("character varying(255)", typeOfToken(output));
        assertEquals("shop.TokenConverter\n", Files.readString(output.resolve("META-INF/migratable/converters.txt")));
    }

    @Test
    void aConverterThatAppliesItselfNoMoreIsForgotten() throws IOException {
        Path output = Files.createDirectories(folder.resolve("out"));
        assertEquals("", compile(output, List.of(), "Thing", "TokenConverter"));
        write("TokenConverter", CONVERTER.replace("autoApply = true", "autoApply = false"));
        assertEquals("", compile(output, List.of(), "Thing", "TokenConverter"));
        assertEquals("uuid", typeOfToken(output));
        assertEquals("", Files.readString(output.resolve("META-INF/migratable/converters.txt")));
    }

    @Test
    void anOptionNamesConvertersOfOtherModules() throws IOException {
        Path module = Files.createDirectories(folder.resolve("module"));
        assertEquals("", compile(module, List.of("-proc:none"), "TokenConverter"));
        Path output = Files.createDirectories(folder.resolve("out"));
        List<String> classPath = List.of("-cp", module + File.pathSeparator + System.getProperty("java.class.path"));
        assertEquals("", compile(output, classPath, "Thing"));
        assertEquals("uuid", typeOfToken(output));
        List<String> named = Stream.concat(classPath.stream(), Stream.of("-Amigratable.converters=shop.TokenConverter"))
                .toList();
        assertEquals("", compile(output, named, "Thing"));
        assertEquals("character varying(255)", typeOfToken(output));
    }

    @Test
    void anOptionThatNamesNoConverterIsAnError() throws IOException {
        Path output = Files.createDirectories(folder.resolve("out"));
        String said = compile(output, List.of("-Amigratable.converters=shop.Missing"), "Thing");
        assertTrue(said.contains("[MAP12]") && said.contains("shop.Missing"), said);
    }

    private void write(String type, String text) throws IOException {
        String start = "package shop; import jakarta.persistence.*; import dev.migratable.annotations.*;\n";
        Files.writeString(sources.resolve(type + ".java"), start + text);
    }

    private static String typeOfToken(Path output) throws IOException {
        String text = Files.readString(output.resolve("META-INF/migratable/model.json"));
        return ModelJson.read(text, "model.json").schema().tables().get(0).columns().stream()
                .filter(column -> column.name().equals("token"))
                .map(column -> column.type().sql())
                .findFirst()
                .orElseThrow();
    }

    private String compile(Path output, List<String> options, String... types) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            if (!options.contains("-cp")) {
                List<Path> classPath = Stream.concat(
                                Stream.of(output),
                                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                        .map(Path::of))
                        .toList();
                files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            }
            List<Path> paths =
                    Stream.of(types).map(t -> sources.resolve(t + ".java")).toList();
            JavaCompiler.CompilationTask task =
                    compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(paths));
            if (!options.contains("-proc:none")) {
                task.setProcessors(List.of(new MigratableProcessor()));
            }
            task.call();
        }
        return said.toString();
    }
}
