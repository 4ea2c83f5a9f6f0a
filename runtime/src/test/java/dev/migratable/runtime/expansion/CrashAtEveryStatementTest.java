package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.expansion.Interruptions.Point;
import dev.migratable.runtime.expansion.Interruptions.Work;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Loses the session at a statement or COMMIT of a migration, before it reached the server or before its answer came
 * back, runs the migration again, and demands the schema, rows and bookkeeping of a migration that was left alone.
 *
 * <p>{@code -Dcrash.full=true} does so at every statement of every case, or with {@code -Dcrash.every=5} at every fifth;
 * without it, at some of some cases, the same for a {@code -Dcrash.seed}. {@code -Dcrash.case} names one case, {@code
 * -Dcrash.threads} says how many are interrupted at once.
 */
@PostgresTest
class CrashAtEveryStatementTest {
    private static final boolean FULL = Boolean.getBoolean("crash.full");
    private static final long SEED = Long.getLong("crash.seed", 20261121L);
    private static final int THREADS = Integer.getInteger("crash.threads", 1);
    private static final int CASES_IN_SHORT = 3;
    private static final int POINTS_IN_SHORT = 4;
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    /** What the cases' new versions write that their old versions do not know. */
    static final Set<String> LOSSES = Set.of(
            "invoice",
            "client.phone",
            "customer.search_name",
            "customer.since",
            "customer.tier",
            "customer.token",
            "tag",
            "bike",
            "owner",
            "car.color",
            "car.former",
            "tree",
            "house.address",
            "house.former",
            "event.note");

    /** One worker, so that the statements come in one order. */
    private static final ExecutionOptions OPTIONS =
            ExecutionOptions.DEFAULT.withWorkers(1).withWaitForRunner(Duration.ofSeconds(20));

    private final TestDatabase database;
    private final Random random = new Random(SEED);

    @TempDir
    private Path directory = Path.of("");

    CrashAtEveryStatementTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> anInterruptedMigrationEndsAsOneLeftAlone() {
        String only = System.getProperty("crash.case", "");
        List<PlanCase> cases = new ArrayList<>(PlanCases.on(database));
        Collections.shuffle(cases, random);
        return cases.stream()
                .filter(c -> c.name().contains(only))
                .limit(FULL || !only.isEmpty() ? cases.size() : CASES_IN_SHORT)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> run(c)));
    }

    private void run(PlanCase planCase) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        Path changelog = directory.resolve(planCase.name());
        ChangelogWriter.write(changelog, planCase.creation());
        apply(database.dataSource(), changelog, PhaseGroup.EXPAND);
        database.execute(planCase.rows().toArray(String[]::new));
        MigrationPlan plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(changelog, plan);
        try (DatabaseCopies copies = new DatabaseCopies(database)) {
            crash(planCase.name() + " expand", copies, s -> apply(s, changelog, PhaseGroup.EXPAND));
            execute(copies.latest(), planCase.during());
            copies.freeze();
            if (plan.hasContract()) {
                crash(planCase.name() + " contract", copies, s -> apply(s, changelog, PhaseGroup.CONTRACT));
                execute(copies.latest(), planCase.afterwards());
                copies.freeze();
            }
            crash(planCase.name() + " rollback", copies, s -> rollback(s, changelog));
        }
    }

    /** What both versions do meanwhile; what is asked and what must fail is another test's. */
    static void execute(DataSource source, List<String> lines) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String line : PlanCase.statements(lines)) {
                statement.execute(line);
            }
        }
    }

    private void crash(String what, DatabaseCopies copies, Work work) throws Exception {
        long started = System.nanoTime();
        Interruptions interruptions = new Interruptions(copies, work);
        List<String> wrong = interruptions.at(points(interruptions), THREADS);
        System.out.printf(
                Locale.ROOT,
                "crash: %s: %d statements, %s (seed %d, %d ms)%n",
                what,
                interruptions.statements(),
                interruptions.figures(),
                SEED,
                (System.nanoTime() - started) / 1_000_000);
        assertEquals(List.of(), wrong, what);
    }

    private List<Point> points(Interruptions interruptions) {
        if (FULL) {
            int every = Integer.getInteger("crash.every", 1);
            return interruptions.points(
                    IntStream.rangeClosed(1, interruptions.statements()).filter(n -> n % every == SEED % every));
        }
        List<Point> all = new ArrayList<>(interruptions.points(IntStream.rangeClosed(1, interruptions.statements())));
        Collections.shuffle(all, random);
        Point commit =
                all.stream().filter(interruptions::isAnswerOfCommit).findFirst().orElseThrow();
        all.remove(commit);
        all.add(0, commit);
        return all.subList(0, Math.min(POINTS_IN_SHORT, all.size()));
    }

    private static void rollback(DataSource source, Path changelog) {
        var report = Migrator.builder(source)
                .changelog(changelog)
                .options(OPTIONS)
                .build()
                .rollback(
                        RollbackRequest.to("0001_create").ignoring(OUR_SESSIONS).discarding(LOSSES));
        assertTrue(report.closedGates().isEmpty(), () -> report.closedGates().toString());
    }

    private static void apply(DataSource source, Path changelog, PhaseGroup phase) {
        var report = Migrator.builder(source)
                .changelog(changelog)
                .options(OPTIONS)
                .build()
                .apply(EnumSet.of(phase), Optional.of("test"), OUR_SESSIONS);
        assertTrue(report.closedGates().isEmpty(), () -> report.closedGates().toString());
    }
}
