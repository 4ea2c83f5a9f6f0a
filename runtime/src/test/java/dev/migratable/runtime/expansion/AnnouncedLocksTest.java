package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.classify.LockMode;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.expansion.TappedConnections.Sending;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Step;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Every step of every case takes, on the tables, views and composite types that were there before it, exactly the lock that
 * its change set announces, as {@code pg_locks} has it before the step commits. A statement without a transaction of its own
 * is held up for a moment by a client that writes, and looked at while it waits.
 *
 * <p>{@code -Dlocks.full=true} looks at every case; without it, at some, the same for a {@code -Dlocks.seed}. {@code
 * -Dlocks.case} names one.
 */
@PostgresTest
class AnnouncedLocksTest {
    private static final boolean FULL = Boolean.getBoolean("locks.full");
    private static final long SEED = Long.getLong("locks.seed", 20261121L);
    private static final int CASES_IN_SHORT = 5;
    private static final String ATTACH = "-attach-";
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final String OF_CLIENTS =
            "n.nspname = 'public' AND (c.relkind IN ('r', 'p', 'v', 'i', 'c') OR c.relkind = 'S' AND NOT EXISTS (SELECT FROM pg_depend d"
                    + " WHERE d.objid = c.oid AND d.deptype = 'i')) AND c.relname NOT LIKE 'databasechangelog%'";

    private final TestDatabase database;

    @TempDir
    private Path directory = Path.of("");

    private final Map<String, LockMode> seen = new TreeMap<>();
    private volatile String step = "";
    private volatile List<Long> existing = List.of();

    AnnouncedLocksTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> stepsTakeTheLocksTheyAnnounce() {
        String only = System.getProperty("locks.case", "");
        List<PlanCase> cases = new ArrayList<>(PlanCases.on(database));
        Collections.shuffle(cases, new Random(SEED));
        return cases.stream()
                .filter(c -> c.name().contains(only))
                .limit(FULL || !only.isEmpty() ? cases.size() : CASES_IN_SHORT)
                .map(c -> DynamicTest.dynamicTest(c.name() + " (seed " + SEED + ")", () -> run(c)));
    }

    private void run(PlanCase planCase) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        seen.clear();
        Path changelog = directory.resolve(planCase.name());
        ChangelogWriter.write(changelog, planCase.creation());
        apply(changelog, PhaseGroup.EXPAND);
        database.execute(planCase.rows().toArray(String[]::new));
        MigrationPlan plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(changelog, plan);
        seen.clear();
        apply(changelog, PhaseGroup.EXPAND);
        database.execute(PlanCase.statements(planCase.during()).toArray(String[]::new));
        apply(changelog, PhaseGroup.CONTRACT);
        Map<String, LockMode> announced = new TreeMap<>();
        for (Step each : plan.steps()) {
            announced.put(each.header().id(), each.header().lock());
            seen.putIfAbsent(each.header().id(), LockMode.NONE);
        }
        assertEquals(String.join("\n", lines(announced)), String.join("\n", lines(seen)));
    }

    private static List<String> lines(Map<String, LockMode> locks) {
        return locks.entrySet().stream()
                .map(e -> e.getKey() + ": " + e.getValue().sql())
                .toList();
    }

    private void apply(Path changelog, PhaseGroup phase) {
        MigrationListener listener = new MigrationListener() {
            @Override
            public void stepStarted(String migration, String id, String purpose) {
                existing = existing(id);
                step = id;
            }

            @Override
            public void stepFinished(StepReport report) {
                step = "";
            }
        };
        var report = Migrator.builder(TappedConnections.of(database.dataSource(), this::pass))
                .changelog(changelog)
                .listener(listener)
                .options(ExecutionOptions.DEFAULT.withWorkers(1).withLockAttempts(30))
                .build()
                .apply(EnumSet.of(phase), Optional.of("test"), OUR_SESSIONS);
        assertEquals(List.of(), report.closedGates());
    }

    /** A partition that a step attaches was made by the step before it, and no client knows of it. */
    private List<Long> existing(String id) {
        int attach = id.indexOf(ATTACH);
        String own = attach < 0 ? "" : id.substring(attach + ATTACH.length()).replace('-', '_');
        try {
            return database
                    .query("SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE "
                            + OF_CLIENTS + " AND c.relname <> '" + own + "'")
                    .stream()
                    .map(row -> Long.parseLong(String.valueOf(row.get(0))))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object pass(Connection connection, String text, Sending sending) throws Throwable {
        if (step.isEmpty()) {
            return sending.send();
        }
        if (text.equals("COMMIT") || text.equals("ROLLBACK") && !connection.getAutoCommit()) {
            note(connection.unwrap(PGConnection.class).getBackendPID());
            return sending.send();
        }
        boolean instant = text.stripLeading().startsWith("SET ") || text.contains("migratable_");
        return connection.getAutoCommit() && !instant ? heldUp(connection, sending) : sending.send();
    }

    private @Nullable Object heldUp(Connection connection, Sending sending) throws Throwable {
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        AtomicBoolean over = new AtomicBoolean();
        try (Connection client = database.connect()) {
            client.setAutoCommit(false);
            try (Statement statement = client.createStatement()) {
                for (long oid : existing) {
                    statement.execute(
                            "DO $$ BEGIN EXECUTE 'LOCK TABLE ' || (SELECT oid::regclass FROM pg_class WHERE oid = "
                                    + oid + " AND relkind IN ('r', 'p')) || ' IN ROW EXCLUSIVE MODE';"
                                    + " EXCEPTION WHEN null_value_not_allowed OR lock_not_available THEN NULL; END $$");
                }
            }
            CompletableFuture<Void> looking = CompletableFuture.runAsync(() -> look(pid, over, client));
            try {
                return sending.send();
            } finally {
                over.set(true);
                looking.join();
            }
        }
    }

    /** Waits until the statement waits, or is over, looks at its locks, and lets it go on. */
    private void look(int pid, AtomicBoolean over, Connection client) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                try (ResultSet waits =
                        statement.executeQuery("SELECT FROM pg_locks WHERE NOT granted AND pid = " + pid)) {
                    if (waits.next()) {
                        break;
                    }
                }
                LockSupport.parkNanos(1_000_000);
            }
            if (!over.get()) {
                note(pid);
            }
            client.rollback();
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private void note(int pid) throws SQLException {
        String oids = String.join(", ", existing.stream().map(String::valueOf).toList());
        if (oids.isEmpty()) {
            return;
        }
        // Strong ones that were asked for but not granted yet count as well.
        String query = "SELECT mode FROM pg_locks WHERE locktype = 'relation' AND pid = " + pid + " AND relation IN ("
                + oids + ")";
        List<LockMode> modes = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                String words = result.getString(1).replaceAll("Lock$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
                modes.add(LockMode.valueOf(words.toUpperCase(Locale.ROOT)));
            }
        }
        for (LockMode mode : modes) {
            seen.merge(step, mode, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
    }
}
