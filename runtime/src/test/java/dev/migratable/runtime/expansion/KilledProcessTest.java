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
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Kills the whole process of a runner at random moments, forth and back, until one gets to the end; {@code -Dcrash.full=true}
 * does so with every case, and many times with one, each without a chance to clean up.
 */
@PostgresTest
class KilledProcessTest {
    private static final boolean FULL = Boolean.getBoolean("crash.full");

    /** Where a migration is so short that its processes end before they can be killed. */
    private static final int ENDED_BY_THEMSELVES = 5;

    private static final long SEED = Long.getLong("crash.seed", 20261121L);
    private static final int LONGEST_WAIT_MILLIS = 300;

    /** The driver gives a session its name when it is open already. */
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver", "(no name)");

    private static final String STEPS = "SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'";

    private final TestDatabase database;
    private final Random random = new Random(SEED);

    @TempDir
    private Path directory = Path.of("");

    KilledProcessTest(TestDatabase database) {
        this.database = database;
    }

    /** The process that is killed: arguments are the URL, the changelog, and what to do. */
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
        var report = command.equals("rollback")
                ? migrator.rollback(
                        RollbackRequest.to("0001").ignoring(OUR_SESSIONS).discarding(CrashAtEveryStatementTest.LOSSES))
                : migrator.apply(
                        EnumSet.of(PhaseGroup.valueOf(command.toUpperCase(Locale.ROOT))),
                        Optional.of("test"),
                        OUR_SESSIONS);
        assertEquals(List.of(), report.closedGates());
    }

    @TestFactory
    Stream<DynamicTest> aProcessThatIsKilledLeavesNothingThatTheNextOneCannotFinish() {
        return FULL
                ? PlanCases.on(database).stream().map(c -> test(c, c.name().equals("shop") ? 40 : 1))
                : Stream.of(test(PlanCases.shop(), 2));
    }

    private DynamicTest test(PlanCase planCase, int kills) {
        return DynamicTest.dynamicTest(planCase.name() + " (seed " + SEED + ")", () -> kill(planCase, kills));
    }

    private void kill(PlanCase planCase, int kills) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        Path changelog = directory.resolve(planCase.name());
        ChangelogWriter.write(changelog, planCase.creation());
        run(database.dataSource(), changelog, "expand");
        database.execute(planCase.rows().toArray(String[]::new));
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
        try (DatabaseCopies copies = new DatabaseCopies(database)) {
            kill(planCase.name(), copies, changelog, "expand", kills);
            CrashAtEveryStatementTest.execute(copies.latest(), planCase.during());
            copies.freeze();
            if (planCase.result().plan().orElseThrow().hasContract()) {
                kill(planCase.name(), copies, changelog, "contract", kills);
                CrashAtEveryStatementTest.execute(copies.latest(), planCase.afterwards());
                copies.freeze();
            }
            kill(planCase.name(), copies, changelog, "rollback", kills);
        }
    }

    /** Kills that many before one gets to the end, and demands what one does that is left alone. */
    private void kill(String name, DatabaseCopies copies, Path changelog, String command, int kills) throws Exception {
        DataSource source = copies.renew();
        run(source, changelog, command);
        List<String> expected = DatabaseState.of(source);
        int killed = 0;
        int early = 0;
        source = copies.renew();
        while (killed < kills && early < ENDED_BY_THEMSELVES) {
            if (killedWhileAtWork(copies, changelog, command)) {
                killed++;
            } else {
                early++;
                source = copies.renew();
            }
        }
        run(source, changelog, command);
        String what = name + " " + command;
        assertEquals(String.join("\n", expected), String.join("\n", DatabaseState.of(source)), what);
        System.out.printf(Locale.ROOT, "crash: %s: %d processes killed (seed %d)%n", what, killed, SEED);
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
