package dev.migratable.testkit.mapping;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A {@link MappingCase} compiled by javac with the processor into a folder, whose classes can be loaded until it is closed. */
public final class CompiledCase implements AutoCloseable {

    /** What Hibernate has to be told of; it finds embeddables by itself. */
    private static final Set<String> MAPPED = Set.of(
            "jakarta.persistence.Converter",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.Entity",
            "jakarta.persistence.MappedSuperclass");

    private final Path output;
    private final List<Diagnostic<? extends JavaFileObject>> diagnostics;
    private final URLClassLoader loader;

    private CompiledCase(Path output, List<Diagnostic<? extends JavaFileObject>> diagnostics) throws IOException {
        this.output = output;
        this.diagnostics = List.copyOf(diagnostics);
        this.loader = new URLClassLoader(
                new URL[] {output.toUri().toURL()}, Thread.currentThread().getContextClassLoader());
    }

    /**
     * Compiles a case; whether that went well, {@link #messages()} tells.
     *
     * @param mapping the case
     * @param processor a processor of its own
     * @param output an empty folder
     * @throws IOException where a file cannot be read or written
     */
    public static CompiledCase compile(MappingCase mapping, Processor processor, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(List.of("-d", output.toString(), "-parameters"));
        mapping.options().forEach((name, value) -> options.add("-A" + name + "=" + value));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(mapping.sources()));
            task.setProcessors(List.of(processor));
            task.call();
        }
        return new CompiledCase(output, diagnostics.getDiagnostics());
    }

    /** Returns the compiler's errors and warnings, each after its kind: {@code ERROR [MAP05] Order: …}. */
    public List<String> messages() {
        return diagnostics.stream()
                .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
                .map(d -> d.getKind() + " " + d.getMessage(Locale.ROOT))
                .toList();
    }

    /** Returns the folder of the classes. */
    public Path output() {
        return output;
    }

    /** Returns the loader of the classes; it ends when this is closed. */
    public ClassLoader loader() {
        return loader;
    }

    /** Returns every class, sorted by name. */
    public List<Class<?>> classes() throws IOException, ClassNotFoundException {
        List<Class<?>> result = new ArrayList<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                String path = output.relativize(file).toString();
                String name = path.substring(0, path.length() - ".class".length())
                        .replace(file.getFileSystem().getSeparator(), ".");
                result.add(Class.forName(name, false, loader));
            }
        }
        return result;
    }

    /** Returns what Hibernate has to be told: classes that are mapped, and packages with annotations. */
    public List<Class<?>> mappedClasses() throws IOException, ClassNotFoundException {
        return classes().stream()
                .filter(type -> type.getName().endsWith(".package-info") || isMapped(type))
                .toList();
    }

    private static boolean isMapped(Class<?> type) {
        return Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(annotation -> MAPPED.contains(annotation.getName()));
    }

    /** Returns the text of a file that the processor wrote. */
    public String text(String path) throws IOException {
        return Files.readString(output.resolve(path));
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
