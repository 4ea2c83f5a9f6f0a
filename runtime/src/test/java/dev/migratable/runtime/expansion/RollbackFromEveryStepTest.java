package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stops a migration after one of its steps, undoes it, and demands the database as it was, every object and every row;
 * then does it all again to the end, for nothing may be left that is in the way.
 *
 * <p>{@code -Drollback.full=true} does so after every step of every case; without it, after some steps of some cases, the
 * same for a {@code -Drollback.seed}. {@code -Drollback.case} names one case.
 */
@PostgresTest
class RollbackFromEveryStepTest {
    private static final boolean FULL = Boolean.getBoolean("rollback.full");
    private static final long SEED = Long.getLong("rollback.seed", 20261121L);
    private static final int CASES_IN_SHORT = 4;
    private static final int STEPS_IN_SHORT = 3;
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    /** What nobody can fill again: times and random numbers. */
    private static final Set<String> LOSSES = Set.of("customer.since", "customer.token");

    private final TestDatabase database;
    private final Random random = new Random(SEED);

    @TempDir
    private Path directory = Path.of("");

    RollbackFromEveryStepTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> whatWasBegunIsUndone() {
        String only = System.getProperty("rollback.case", "");
        List<PlanCase> cases = new ArrayList<>(PlanCases.on(database));
        Collections.shuffle(cases, random);
        return cases.stream()
                .filter(c -> c.name().contains(only))
                .limit(FULL || !only.isEmpty() ? cases.size() : CASES_IN_SHORT)
                .map(c -> DynamicTest.dynamicTest(c.name() + " (seed " + SEED + ")", () -> run(c)));
    }

    private void run(PlanCase planCase) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        Path changelog = directory.resolve(planCase.name());
        ChangelogWriter.write(changelog, planCase.creation());
        apply(database.dataSource(), changelog, Integer.MAX_VALUE);
        database.execute(planCase.rows().toArray(String[]::new));
        database.execute(tidied(planCase).toArray(String[]::new));
        MigrationPlan plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(changelog, plan);
        try (DatabaseCopies copies = new DatabaseCopies(database)) {
            List<String> before = DatabaseState.of(copies.renew());
            for (int steps : steps(plan.steps().size())) {
                DataSource source = copies.renew();
                ApplyReport stopped = apply(source, changelog, steps);
                assertEquals(steps, stopped.steps().size(), () -> stopped.toString());
                String after = planCase.name() + " after " + stopped.steps().get(steps - 1);
                ApplyReport undone = rollback(source, changelog);
                assertEquals(List.of(), undone.closedGates(), after);
                assertEquals(steps, undone.steps().size(), after);
                assertEquals(state(planCase, before), state(planCase, stateWithoutParked(source)), after);
                ApplyReport again = apply(source, changelog, Integer.MAX_VALUE);
                assertEquals(plan.steps().size(), again.steps().size(), () -> after + " again: " + again);
                if (steps == plan.steps().size()) {
                    assertEquals(steps, rollback(source, changelog).steps().size(), () -> after + " a second time");
                    assertEquals(state(planCase, before), state(planCase, stateWithoutParked(source)), after);
                }
            }
        }
    }

    /**
     * Returns the state but for what a rollback parked on purpose: what versions wrote into a column that is computed again
     * is kept until somebody drops it.
     */
    private static List<String> stateWithoutParked(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String column : List.of("net__parked_0002", "net__2__parked_0002")) {
                statement.execute("ALTER TABLE IF EXISTS item DROP COLUMN IF EXISTS " + column);
            }
            List<String> state = DatabaseState.of(connection);
            connection.rollback();
            return state;
        }
    }

    /** No rollback takes a value out of a type. */
    private static String state(PlanCase planCase, List<String> lines) {
        return lines.stream()
                .filter(line -> planCase.kept().isEmpty() || !line.startsWith("value "))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    /**
     * What expand leaves and the contract wants is the clients' part, and NULLs that a migration filled stay filled; the
     * rows here are as they must be from the start.
     */
    private static List<String> tidied(PlanCase planCase) {
        return switch (planCase.name()) {
            case "set-not-null-with-backfill" -> List.of("UPDATE customer SET name = 'x' WHERE name IS NULL");
            case "tighten-check", "add-constraints", "add-primary-key", "change-primary-key", "change-referenced-key" ->
                planCase.during().stream()
                        .filter(line -> line.startsWith("UPDATE"))
                        .toList();
            default -> List.of();
        };
    }

    private List<Integer> steps(int all) {
        List<Integer> steps =
                new ArrayList<>(IntStream.rangeClosed(1, all).boxed().toList());
        if (!FULL) {
            Collections.shuffle(steps, random);
        }
        return FULL ? steps : steps.subList(0, Math.min(STEPS_IN_SHORT, all));
    }

    private static ApplyReport apply(DataSource source, Path changelog, int steps) {
        StopSignal stop = new StopSignal();
        List<StepReport> done = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void stepFinished(StepReport step) {
                done.add(step);
                if (done.size() == steps) {
                    stop.request();
                }
            }
        };
        ApplyReport report = Migrator.builder(source)
                .changelog(changelog)
                .listener(listener)
                .stop(stop)
                .build()
                .apply(EnumSet.allOf(PhaseGroup.class), Optional.of("test"), OUR_SESSIONS);
        assertTrue(report.closedGates().isEmpty(), () -> report.closedGates().toString());
        return report;
    }

    private static ApplyReport rollback(DataSource source, Path changelog) {
        return Migrator.builder(source)
                .changelog(changelog)
                .build()
                .rollback(RollbackRequest.to("0001").ignoring(OUR_SESSIONS).discarding(LOSSES));
    }
}
