package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Alembic's comparison of a database with metadata of the same tables, types and defaults too, in a process of Python of
 * which only the comparison is timed.
 *
 * @param python the interpreter
 * @param script what it runs
 */
record AlembicPeer(String python, Path script) {

    /** Names the interpreter that has alembic, sqlalchemy and psycopg; python3 where it is not set. */
    static final String INTERPRETER = "MIGRATABLE_BENCHMARK_PYTHON";

    /**
     * What was found.
     *
     * @param microseconds how long the comparison took
     * @param differences how many differences it found
     */
    record Comparison(long microseconds, int differences) {}

    /** Looks for an interpreter that has what it needs; says why where there is none. */
    static Optional<AlembicPeer> find(Path folder) throws IOException, InterruptedException {
        String python = Optional.ofNullable(System.getenv(INTERPRETER)).orElse("python3");
        AlembicPeer peer = new AlembicPeer(python, script(folder));
        String obstacle = peer.obstacle();
        if (!obstacle.isEmpty()) {
            System.out.println("Alembic is left out: " + obstacle);
            return Optional.empty();
        }
        return Optional.of(peer);
    }

    private static Path script(Path folder) throws IOException {
        try (InputStream in = AlembicPeer.class.getResourceAsStream("alembic_peer.py")) {
            return Files.write(
                    folder.resolve("alembic_peer.py"),
                    Objects.requireNonNull(in).readAllBytes());
        }
    }

    private String obstacle() throws InterruptedException {
        try {
            Process process = start(List.of(), Optional.empty());
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            boolean works = process.waitFor() == 0;
            return works ? "" : python + ": " + said.substring(said.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Compares a database with metadata that is read of it before. */
    Comparison compare(TestDatabase database) throws IOException, InterruptedException {
        Process process = start(
                List.of(database.host(), Integer.toString(database.port()), database.user(), database.name()),
                Optional.of(database.password()));
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int status = process.waitFor();
        String[] numbers = said.substring(said.lastIndexOf('\n') + 1).split(" ");
        if (status != 0 || numbers.length != 2) {
            throw new IOException("Alembic ended with status " + status + ": " + said);
        }
        return new Comparison(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]));
    }

    private Process start(List<String> arguments, Optional<String> password) throws IOException {
        List<String> command = new ArrayList<>(List.of(python, script.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        password.ifPresent(p -> builder.environment().put("PGPASSWORD", p));
        return builder.start();
    }
}
