package dev.migratable.processor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** A module as a build has it: a folder of sources, a folder of classes that stays between compilations, a class path. */
final class Workspace {

    static final String MODEL = "META-INF/migratable/model.json";

    private final Path sources;
    private final Path output;
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-parameters"));
    private boolean placed;
    private JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

    Workspace(Path folder) throws IOException {
        this(folder, "src", "classes");
    }

    Workspace(Path folder, String sources, String output) throws IOException {
        this.sources = Files.createDirectories(folder.resolve(sources));
        this.output = Files.createDirectories(folder.resolve(output));
    }

    Workspace with(JavaCompiler other) {
        compiler = other;
        return this;
    }

    /** Has each message end with where the compiler points to. */
    Workspace placed() {
        placed = true;
        return this;
    }

    private static String place(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject file = diagnostic.getSource();
        return file == null ? "nowhere" : Path.of(file.getName()).getFileName() + ":" + diagnostic.getLineNumber();
    }

    Workspace option(String option) {
        options.add(option);
        return this;
    }

    Workspace dependsOn(Path classes) {
        classPath.add(classes);
        return this;
    }

    Path output() {
        return output;
    }

    /** Writes a source file and returns it. */
    Path source(String name, String text) throws IOException {
        Path file = sources.resolve(name.replace('.', '/') + ".java");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** Compiles files over what is in the folder of classes, and returns the errors and warnings. */
    List<String> compile(List<Path> files) throws IOException {
        return compile(files, List.of(), new MigratableProcessor());
    }

    /**
     * Compiles.
     *
     * @param files the sources
     * @param classes binary names of classes that are processed as they are, from their class files
     * @param processors in their order
     */
    List<String> compile(List<Path> files, List<String> classes, Processor... processors) throws IOException {
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8)) {
            manager.setLocation(StandardLocation.CLASS_OUTPUT, List.of(output.toFile()));
            manager.setLocation(StandardLocation.SOURCE_OUTPUT, List.of(output.toFile()));
            List<File> path = Stream.concat(
                            Stream.concat(Stream.of(output), classPath.stream()),
                            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                                    .map(Path::of))
                    .map(Path::toFile)
                    .toList();
            manager.setLocation(StandardLocation.CLASS_PATH, path);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    said,
                    options,
                    classes.isEmpty() ? null : classes,
                    manager.getJavaFileObjectsFromFiles(
                            files.stream().map(Path::toFile).toList()));
            task.setProcessors(List.of(processors));
            boolean succeeded = task.call();
            List<String> messages = said.getDiagnostics().stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR
                            || d.getKind() == Diagnostic.Kind.WARNING
                            || d.getKind() == Diagnostic.Kind.MANDATORY_WARNING)
                    .map(d -> d.getKind() + " " + d.getMessage(Locale.ROOT) + (placed ? " " + place(d) : ""))
                    .toList();
            if (!succeeded && messages.isEmpty()) {
                throw new IllegalStateException("the compiler failed and said nothing");
            }
            return messages;
        }
    }

    String model() throws IOException {
        return Files.readString(output.resolve(MODEL));
    }

    /** Returns what the processor wrote, by path: the files under META-INF and the sources of descriptors. */
    SortedMap<String, String> written() throws IOException {
        SortedMap<String, String> result = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".class")) {
                    result.put(output.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return result;
    }
}
