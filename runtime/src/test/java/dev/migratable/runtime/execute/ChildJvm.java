package dev.migratable.runtime.execute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another JVM.
 *
 * @param process the process
 * @param output the file that has all it prints
 */
record ChildJvm(Process process, Path output) {

    private static final long TIMEOUT_SECONDS = 180;

    /** Starts a class of the tests on the tests' own class path, with another Liquibase where a version is given. */
    static ChildJvm start(Path directory, String liquibaseVersion, Class<?> main, String... arguments)
            throws IOException {
        String classPath = System.getProperty("java.class.path");
        if (!liquibaseVersion.isEmpty()) {
            classPath = stockClassPath(liquibaseVersion)
                    + java.io.File.pathSeparator
                    + Stream.of(classPath.split(java.io.File.pathSeparator))
                            .filter(entry -> !entry.contains("liquibase-core"))
                            .collect(Collectors.joining(java.io.File.pathSeparator));
        }
        return start(directory, classPath, main.getName(), List.of(arguments));
    }

    /** Starts Liquibase's own command line on a class path without any class of ours. */
    static ChildJvm liquibase(Path directory, String version, List<String> arguments) throws IOException {
        return start(
                directory,
                stockClassPath(version),
                "liquibase.integration.commandline.LiquibaseCommandLine",
                arguments);
    }

    private static String stockClassPath(String version) throws IOException {
        Path jars = Path.of(System.getProperty("migratable.build.directory"), "stock-liquibase", version);
        try (Stream<Path> files = Files.list(jars)) {
            return files.map(Path::toString).sorted().collect(Collectors.joining(java.io.File.pathSeparator));
        }
    }

    private static ChildJvm start(Path directory, String classPath, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                main));
        command.addAll(arguments);
        Path output = Files.createTempFile(directory, "child", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.directory(directory.toFile());
        return new ChildJvm(builder.start(), output);
    }

    /** Waits for its end and returns its exit code. */
    int join() throws InterruptedException, IOException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + printed());
        }
        return process.exitValue();
    }

    String printed() throws IOException {
        return Files.readString(output);
    }
}
