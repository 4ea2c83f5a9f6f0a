package dev.migratable.runtime.hibernate;

import dev.migratable.json.ModelJson;
import dev.migratable.processor.MigratableProcessor;
import dev.migratable.schema.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** One of the processor's conformance cases, compiled with the processor. */
final class CompiledCase implements AutoCloseable {

    static final String SNAKE_CASE = "_snake_case";

    private static final Path CASES =
            Path.of(System.getProperty("migratable.root"), "processor", "src", "test", "resources", "conformance");

    private final Path output;
    private final Model model;
    private final URLClassLoader loader;

    private CompiledCase(Path output, Model model) throws IOException {
        this.output = output;
        this.model = model;
        this.loader = new URLClassLoader(new URL[] {output.toUri().toURL()}, CompiledCase.class.getClassLoader());
    }

    static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    static CompiledCase compile(String name, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(CASES.resolve(name))) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    messages,
                    files,
                    null,
                    List.of(
                            "-d",
                            output.toString(),
                            "-parameters",
                            "-Amigratable.naming=" + (name.endsWith(SNAKE_CASE) ? "snake_case" : "jpa")),
                    null,
                    files.getJavaFileObjectsFromPaths(sources.sorted().toList()));
            task.setProcessors(List.of(new MigratableProcessor()));
            if (!task.call()) {
                throw new AssertionError("case " + name + " does not compile:\n" + messages);
            }
        }
        Path json = output.resolve("META-INF/migratable/model.json");
        return new CompiledCase(output, ModelJson.read(Files.readString(json), name));
    }

    Model model() {
        return model;
    }

    /** What Hibernate has to be told: entities, mapped superclasses and packages with annotations. */
    List<Class<?>> classes() throws IOException, ClassNotFoundException {
        List<Class<?>> result = new ArrayList<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String path = output.relativize(file).toString();
                String name = path.substring(0, path.length() - ".class".length())
                        .replace(file.getFileSystem().getSeparator(), ".");
                Class<?> type = Class.forName(name, false, loader);
                if (type.isAnnotationPresent(Entity.class)
                        || type.isAnnotationPresent(MappedSuperclass.class)
                        || name.endsWith(".package-info")) {
                    result.add(type);
                }
            }
        }
        return result;
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
