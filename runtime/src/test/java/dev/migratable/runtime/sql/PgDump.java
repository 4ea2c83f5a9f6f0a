package dev.migratable.runtime.sql;

import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs {@code pg_dump}, where one is found that is not older than the server; without one it gives no lines, and says
 * so.
 *
 * @param program the program; empty where there is none
 */
record PgDump(Optional<Path> program) {

    /** Where Debian and Red Hat put it, version by version. */
    private static final List<Path> HOMES = List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr"));

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final Pattern UNIQUE_CONSTRAINT = Pattern.compile("ALTER TABLE (\\S+) ADD CONSTRAINT \\S+ UNIQUE"
            + "(?<nulls> NULLS NOT DISTINCT)? (?<columns>\\([^)]*\\)(?: INCLUDE \\([^)]*\\))?)");
    private static final Pattern TABLE = Pattern.compile(
            "(?<create>CREATE (?:UNLOGGED )?TABLE (?<name>\\S+)) \\( (?<parts>.*?) \\)(?<with> WITH \\([^()]*\\))?");
    private static final Pattern UNIQUE_INDEX = Pattern.compile(
            "CREATE UNIQUE INDEX \\S+ ON (\\S+) USING btree (?<columns>\\([^)]*\\)(?: INCLUDE \\([^)]*\\))?)"
                    + "(?<nulls> NULLS NOT DISTINCT)?");

    /** Looks for the newest one, in {@code PATH} last. */
    static PgDump find(TestDatabase database) {
        Optional<Path> found = programs().stream()
                .filter(p -> version(p) >= database.serverVersion())
                .findFirst();
        System.getLogger(PgDump.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        found.map(p -> "Dumps are compared too, by " + p)
                                .orElse("No pg_dump for PostgreSQL " + database.serverVersion()
                                        + " found: only the catalogs are compared"));
        return new PgDump(found);
    }

    private static List<Path> programs() {
        List<Path> result = new ArrayList<>();
        for (Path home : HOMES) {
            result.addAll(children(home).stream()
                    .map(p -> p.resolve("bin/pg_dump"))
                    .filter(Files::isExecutable)
                    .sorted(Comparator.reverseOrder())
                    .toList());
        }
        Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(p -> Path.of(p, "pg_dump"))
                .filter(Files::isExecutable)
                .forEach(result::add);
        return result;
    }

    private static List<Path> children(Path home) {
        if (!Files.isDirectory(home)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(home)) {
            return paths.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int version(Path program) {
        Matcher matcher = VERSION.matcher(run(List.of(program.toString(), "--version"), ""));
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /**
     * Returns the statements of a schema's dump, sorted, without what may differ between equal schemas: the order of
     * columns, names of constraints and indexes, whether a constraint was validated, and whether a unique index is a
     * constraint's.
     */
    List<String> lines(TestDatabase database) {
        if (program.isEmpty()) {
            return List.of();
        }
        String dump = run(
                List.of(
                        program.get().toString(),
                        "--schema-only",
                        "--no-owner",
                        "--host=" + database.host(),
                        "--port=" + database.port(),
                        "--username=" + database.user(),
                        database.name()),
                database.password());
        String statements = Pattern.compile(
                        "^(--.*|\\\\.*|SET .*|SELECT pg_catalog.set_config.*)\\R", Pattern.MULTILINE)
                .matcher(dump)
                .replaceAll("");
        return Arrays.stream(statements.split(";\\R"))
                .map(s -> s.strip().replaceAll("\\s+", " "))
                .filter(s -> !s.isEmpty())
                .flatMap(PgDump::withoutNames)
                .sorted()
                .toList();
    }

    private static Stream<String> withoutNames(String statement) {
        // What is not valid is dumped apart from its table, and without ONLY.
        // Since 15 SET UNLOGGED takes along the sequences of the columns, which no catalog reading looks at.
        String alike = statement
                .replace(" NOT VALID", "")
                .replace("ALTER TABLE ONLY ", "ALTER TABLE ")
                .replace("CREATE UNLOGGED SEQUENCE", "CREATE SEQUENCE")
                .replaceAll("(SEQUENCE NAME \\S+) (?:UN)?LOGGED", "$1");
        Optional<String> unique =
                unique(UNIQUE_CONSTRAINT.matcher(alike)).or(() -> unique(UNIQUE_INDEX.matcher(alike)));
        if (unique.isPresent()) {
            return unique.stream();
        }
        String nameless = alike.replaceFirst("^(CREATE (?:UNIQUE )?INDEX) \\S+", "$1")
                .replaceAll("CONSTRAINT \\S+", "CONSTRAINT");
        Matcher table = TABLE.matcher(nameless);
        if (!table.matches()) {
            return Stream.of(nameless);
        }
        String create = table.group("create");
        Stream<String> with = Stream.ofNullable(table.group("with")).map(parameters -> create + parameters);
        Stream<String> parts = Arrays.stream(table.group("parts").split(", (?=CONSTRAINT|[a-z_]+\\d* |\"[^\"]+\" )"))
                .map(part -> part.startsWith("CONSTRAINT")
                        ? "ALTER TABLE " + table.group("name") + " ADD " + part
                        : create + " " + part);
        return Stream.concat(parts, with);
    }

    private static Optional<String> unique(Matcher matcher) {
        return matcher.matches()
                ? Optional.of("UNIQUE " + matcher.group(1) + matcher.group("columns")
                        + Optional.ofNullable(matcher.group("nulls")).orElse(""))
                : Optional.empty();
    }

    private static String run(List<String> command, String password) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        try {
            Process process = builder.start();
            try (InputStream output = process.getInputStream()) {
                String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(command + " failed: " + text);
                }
                return text;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", e);
        }
    }
}
