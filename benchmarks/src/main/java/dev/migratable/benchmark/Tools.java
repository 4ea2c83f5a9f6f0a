package dev.migratable.benchmark;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Divides the benchmark's own class path into what the entities need and what either processor needs. */
final class Tools {

    private static final List<String> OURS = List.of(
            "migratable-annotations", "migratable-diff-engine", "migratable-processor", "javapoet", "jackson-core");
    private static final List<String> ENTITIES =
            List.of("migratable-annotations", "migratable-diff-engine", "jakarta.persistence-api");

    private final List<String> all;
    private final String benchmark;

    Tools(String classPath) {
        this.benchmark = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(path -> !path.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        this.all = Arrays.stream(classPath.split(File.pathSeparator))
                .filter(path -> path.endsWith(".jar"))
                .toList();
    }

    /** Returns the class path of the benchmark's own classes, without any processor. */
    String benchmark() {
        return benchmark;
    }

    /** Returns the class path of the entities. */
    String entities() {
        return join(ENTITIES, true);
    }

    /** Returns the processor path of Migratable. */
    String ours() {
        return join(OURS, true);
    }

    /** Returns the processor path of hibernate-processor. */
    String hibernate() {
        return join(OURS, false);
    }

    private String join(List<String> names, boolean wanted) {
        return all.stream()
                .filter(path -> names.stream()
                                .anyMatch(name ->
                                        Path.of(path).getFileName().toString().startsWith(name + "-"))
                        == wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
