package dev.migratable.processor.write;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The sources of a module's resources. Gradle compiles without them and copies them to a folder that javac is not told of;
 * but where they are can be told from where the classes go: {@code src/<set>/resources} beside
 * {@code build/classes/java/<set>}.
 */
final class ResourceFolder {

    /** From {@code build/tmp/kapt3/classes/main} to the project. */
    private static final int STEPS = 5;

    private ResourceFolder() {}

    /**
     * Finds the folder.
     *
     * @param file where a file is, or would be, in the class output
     * @param path the file's path within it
     */
    static Optional<Path> of(URI file, String path) {
        Optional<Path> classes = localPath(file);
        for (int i = Path.of(path).getNameCount(); i > 0; i--) {
            classes = classes.map(Path::getParent);
        }
        return classes.flatMap(ResourceFolder::beside);
    }

    private static Optional<Path> beside(Path classes) {
        Path folder = classes;
        for (int i = 0; i < STEPS; i++) {
            Path above = folder.getParent();
            if (above == null) {
                return Optional.empty();
            }
            folder = above;
            Path sources = folder.resolve("src");
            if (Files.isDirectory(sources)) {
                // what is further above is another module
                String name = classes.getFileName().toString();
                return Optional.of(sources.resolve(set(name)).resolve("resources"));
            }
        }
        return Optional.empty();
    }

    /** Maven's folders are {@code classes} and {@code test-classes}; Gradle's are called as the set. */
    private static String set(String output) {
        return switch (output) {
            case "classes" -> "main";
            case "test-classes" -> "test";
            default -> output;
        };
    }

    private static Optional<Path> localPath(URI uri) {
        try {
            return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty(); // a compiler that keeps its files elsewhere
        }
    }

    /** Reads a file of the folder; empty where there is none that can be read. */
    static Optional<String> read(Path folder, String path) {
        try {
            Path file = folder.resolve(path);
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // as for what the compiler cannot open
        }
    }
}
