package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills the whole process of a runner at random moments, forth and back, until one gets to the end; {@code -Dcrash.full=true}
 * does so many times, each without a chance to clean up.
 */
@PostgresTest
class KilledProcessTest {
    private static final int KILLS = Boolean.getBoolean("crash.full") ? 40 : 3;
    private static final long SEED = Long.getLong("crash.seed", 20261121L);
    private static final int LONGEST_WAIT_MILLIS = 300;
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final String STEPS = "SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'";

    private final TestDatabase database;
    private final Random random = new Random(SEED);

    @TempDir
    private Path directory = Path.of("");

    KilledProcessTest(TestDatabase database) {
        this.database = database;
    }

    /** The process that is killed: arguments are the URL, the changelog, and {@code apply} or {@code rollback}. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(arguments[0]);
            run(source, Path.of(arguments[1]), arguments[2]);
        }
    }

    private static void run(DataSource source, Path changelog, String command) {
        Migrator migrator = Migrator.builder(source)
                .changelog(changelog)
                .options(ExecutionOptions.DEFAULT.withWaitForRunner(Duration.ofSeconds(30)))
                .build();
        var report = command.equals("apply")
                ? migrator.apply(EnumSet.allOf(PhaseGroup.class), Optional.of("test"), OUR_SESSIONS)
                : migrator.rollback(RollbackRequest.to("0001")
                        .ignoring(OUR_SESSIONS)
                        .discarding(Set.of("customer.search_name", "client.phone")));
        assertEquals(List.of(), report.closedGates());
    }

    @Test
    void aProcessThatIsKilledLeavesNothingThatTheNextOneCannotFinish() throws Exception {
        PlanCase shop = PlanCases.shop();
        Path changelog = directory.resolve("changelog");
        ChangelogWriter.write(changelog, shop.creation());
        run(database.dataSource(), changelog, "apply");
        database.execute(shop.rows().toArray(String[]::new));
        ChangelogWriter.write(changelog, shop.result().plan().orElseThrow());
        try (DatabaseCopies copies = new DatabaseCopies(database)) {
            for (String command : List.of("apply", "rollback")) {
                DataSource source = copies.renew();
                run(source, changelog, command);
                List<String> expected = DatabaseState.of(source);
                int killed = 0;
                source = copies.renew();
                while (killed < KILLS) {
                    if (!killedWhileAtWork(copies, changelog, command)) {
                        source = copies.renew();
                    } else {
                        killed++;
                    }
                }
                run(source, changelog, command);
                assertEquals(String.join("\n", expected), String.join("\n", DatabaseState.of(source)), command);
                System.out.printf(Locale.ROOT, "crash: %s: %d processes killed (seed %d)%n", command, killed, SEED);
                copies.freeze();
            }
        }
    }

    /** Returns whether the process was killed between its first step and its end. */
    private boolean killedWhileAtWork(DatabaseCopies copies, Path changelog, String command) throws Exception {
        Path output = Files.createTempFile(directory, "child", ".txt");
        Process process = start(output, copies.url(), changelog.toString(), command);
        try {
            String before = steps(copies.latest());
            while (process.isAlive() && steps(copies.latest()).equals(before)) {
                LockSupport.parkNanos(1_000_000);
            }
            if (process.waitFor(random.nextInt(LONGEST_WAIT_MILLIS), TimeUnit.MILLISECONDS)) {
                assertEquals(0, process.exitValue(), () -> text(output));
                return false;
            }
            return true;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(Path output, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        builder.command().addAll(List.of(arguments));
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static String steps(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(STEPS)) {
            assertTrue(result.next());
            return result.getString(1);
        }
    }
}
