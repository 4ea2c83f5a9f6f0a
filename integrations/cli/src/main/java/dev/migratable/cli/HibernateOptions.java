package dev.migratable.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** Says with which Hibernate, and how set up, the classes of a {@code hibernate:} source are read. */
final class HibernateOptions {

    @Option(
            names = "--classpath",
            paramLabel = "PATH",
            description = "For hibernate: sources, the application's class path, Hibernate included.")
    private Optional<String> classPath = Optional.empty();

    @Option(
            names = "--hibernate-setting",
            paramLabel = "NAME=VALUE",
            description = "For hibernate: sources, a setting such as a naming strategy. Several times.")
    private Map<String, String> settings = new TreeMap<>();

    /** Returns the entries of the class path, those of the classes themselves not among them. */
    List<Path> classPath() {
        return classPath.stream()
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isBlank())
                .map(Source::path)
                .toList();
    }

    /** Returns Hibernate's settings. */
    Map<String, String> settings() {
        return new TreeMap<>(settings);
    }
}
