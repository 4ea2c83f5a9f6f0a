package dev.migratable.examples.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles one version of the shop's entities with the annotation processor, as {@code javac} in a build would. */
final class ShopCompiler {

    private static final String PROCESSOR = "dev.migratable.processor.MigratableProcessor";

    private final PrintStream out;

    ShopCompiler(PrintStream out) {
        this.out = out;
    }

    /**
     * Compiles the sources below a folder and prints what the compiler says.
     *
     * @param sources folder of the sources
     * @param classes folder for the classes and the model; made where it is missing
     * @param baseline the model as of the last generated migration
     * @throws IllegalStateException where the compiler finds an error
     */
    void compile(Path sources, Path classes, Path baseline) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("the demo needs a JDK, this is a JRE: " + System.getProperty("java.home"));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            boolean ok = compiler.getTask(
                            null,
                            files,
                            diagnostics,
                            options(classes, baseline),
                            null,
                            files.getJavaFileObjectsFromPaths(javaFiles(sources)))
                    .call();
            diagnostics.getDiagnostics().forEach(this::print);
            if (!ok) {
                throw new IllegalStateException("the shop's entities in " + sources + " do not compile");
            }
        }
    }

    private static List<String> options(Path classes, Path baseline) {
        String classPath = System.getProperty("java.class.path");
        List<String> options = new ArrayList<>(
                List.of("--release", "17", "-d", classes.toString(), "-cp", classPath, "-processorpath", classPath));
        options.addAll(List.of("-processor", PROCESSOR, "-Amigratable.notes=true"));
        if (Files.exists(baseline)) {
            options.add("-Amigratable.baseline=" + baseline);
        }
        return options;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }

    private void print(Diagnostic<? extends JavaFileObject> diagnostic) {
        String place = diagnostic.getSource() == null
                ? ""
                : Path.of(diagnostic.getSource().getName()).getFileName() + ":" + diagnostic.getLineNumber() + ": ";
        String kind = diagnostic.getKind().toString().toLowerCase(Locale.ROOT).replace("mandatory_", "");
        out.println("  " + place + kind + ": " + diagnostic.getMessage(Locale.ENGLISH));
    }
}
