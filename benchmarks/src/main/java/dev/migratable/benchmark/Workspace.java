package dev.migratable.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the sources of so many entities and the baseline of their former version, where variants are compiled. */
final class Workspace {

    private static final String MODEL_ONLY = "-Amigratable.descriptors=false";

    private final Path folder;
    private final Tools tools;
    private final Path sources;
    private final Path baseline;

    /** Writes the sources and lets the former version's model be the baseline. */
    Workspace(Path folder, Tools tools, int entities) throws IOException, InterruptedException {
        this.folder = folder;
        this.tools = tools;
        this.sources = list("now", new EntitySources(entities, false));
        this.baseline = folder.resolve("baseline.json");
        compile(Variant.MODEL, list("former", new EntitySources(entities, true)));
        Files.copy(folder.resolve("classes/META-INF/migratable/model.json"), baseline);
    }

    private Path list(String name, EntitySources entities) throws IOException {
        List<String> files = entities.write(folder.resolve(name)).stream()
                .map(Path::toString)
                .toList();
        return Files.write(folder.resolve(name + ".txt"), files);
    }

    /** Compiles everything in a new process. */
    Measurement compile(Variant variant) throws IOException, InterruptedException {
        return compile(variant, sources);
    }

    private Measurement compile(Variant variant, Path files) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        delete(classes);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                tools.benchmark(), // javac finds every processor on the class path of its own process, too
                JavacProcess.class.getName(),
                "-nowarn",
                "-d",
                Files.createDirectories(classes).toString(),
                "-cp",
                tools.entities()));
        command.addAll(options(variant));
        command.add("@" + files);
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        process.waitFor();
        return JavacProcess.read(Files.readString(log, StandardCharsets.UTF_8));
    }

    private List<String> options(Variant variant) {
        return switch (variant) {
            case NONE -> List.of("-proc:none");
            case MODEL -> List.of("-processorpath", tools.ours(), MODEL_ONLY);
            case CHECKED -> List.of("-processorpath", tools.ours(), MODEL_ONLY, "-Amigratable.baseline=" + baseline);
            case DESCRIBED -> List.of("-processorpath", tools.ours(), "-Amigratable.baseline=" + baseline);
            case HIBERNATE -> List.of("-processorpath", tools.hibernate());
        };
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
