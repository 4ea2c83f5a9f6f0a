package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.expansion.CutConnections.Cut;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.MigratableException;
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
 * without it, at some of some cases, the same for a {@code -Dcrash.seed}. {@code -Dcrash.case} names one case.
 */
@PostgresTest
class CrashAtEveryStatementTest {
    private static final boolean FULL = Boolean.getBoolean("crash.full");
    private static final long SEED = Long.getLong("crash.seed", 20261121L);
    private static final int CASES_IN_SHORT = 3;
    private static final int POINTS_IN_SHORT = 4;
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    /** What the cases' new versions write that their old versions do not know. */
    private static final Set<String> LOSSES = Set.of(
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
            "car.former");

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

    /** Something that a runner does with a database, and the same thing again. */
    private interface Work {
        void run(DataSource source);
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
            crash(planCase.name() + " expand", copies::renew, s -> apply(s, changelog, PhaseGroup.EXPAND));
            execute(copies.latest(), planCase.during());
            copies.freeze();
            if (plan.hasContract()) {
                crash(planCase.name() + " contract", copies::renew, s -> apply(s, changelog, PhaseGroup.CONTRACT));
                execute(copies.latest(), planCase.afterwards());
                copies.freeze();
            }
            crash(planCase.name() + " rollback", copies::renew, s -> rollback(s, changelog));
        }
    }

    /** What both versions do meanwhile; what is asked and what must fail is another test's. */
    private static void execute(DataSource source, List<String> lines) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String line : lines) {
                if (!line.equals("GATE CLOSED") && !line.startsWith("ERROR ") && !line.contains(" -> ")) {
                    statement.execute(line);
                }
            }
        }
    }

    private interface Start {
        DataSource renew() throws SQLException;
    }

    private void crash(String what, Start start, Work work) throws Exception {
        long started = System.nanoTime();
        DataSource source = start.renew();
        CutConnections counting = new CutConnections(source, 0, Cut.BEFORE);
        work.run(counting.dataSource());
        List<String> expected = DatabaseState.of(source);
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (int at : points(counting.sent())) {
            for (Cut cut : FULL ? Cut.values() : new Cut[] {random.nextBoolean() ? Cut.BEFORE : Cut.AFTER}) {
                tried++;
                String failure = crash(start.renew(), at, cut, work, expected);
                if (!failure.isEmpty()) {
                    wrong.add(cut + " statement " + at + " of " + counting.sent() + failure);
                }
            }
        }
        work.run(start.renew());
        System.out.printf(
                Locale.ROOT,
                "crash: %s: %d statements, %d of %d interruptions survived (seed %d, %d ms)%n",
                what,
                counting.sent(),
                tried - wrong.size(),
                tried,
                SEED,
                (System.nanoTime() - started) / 1_000_000);
        assertEquals(List.of(), wrong, what);
    }

    /** Returns what went wrong; empty where nothing did. */
    private static String crash(DataSource source, int at, Cut cut, Work work, List<String> expected)
            throws SQLException {
        CutConnections cutting = new CutConnections(source, at, cut);
        String end = "ended by itself";
        try {
            work.run(cutting.dataSource());
        } catch (MigratableException e) {
            end = e.line();
        } catch (RuntimeException e) {
            return " (" + cutting.where() + "): not told as an error of ours: " + e;
        }
        String place = " (" + cutting.where() + "): " + end;
        try {
            work.run(source);
        } catch (RuntimeException e) {
            return place + "; then: " + e;
        }
        List<String> state = DatabaseState.of(source);
        if (state.equals(expected)) {
            return "";
        }
        List<String> more = new ArrayList<>(state);
        expected.forEach(more::remove);
        List<String> less = new ArrayList<>(expected);
        state.forEach(less::remove);
        return place + "; then more: " + more + ", less: " + less;
    }

    private List<Integer> points(int statements) {
        if (FULL) {
            int every = Integer.getInteger("crash.every", 1);
            return IntStream.rangeClosed(1, statements)
                    .filter(n -> n % every == SEED % every)
                    .boxed()
                    .toList();
        }
        return random.ints(POINTS_IN_SHORT, 1, statements + 1).boxed().toList();
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
