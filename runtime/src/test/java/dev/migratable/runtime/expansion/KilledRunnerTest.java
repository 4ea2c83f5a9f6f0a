package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runner whose sessions are killed around and within every change set ends where one does that is left alone. */
@PostgresTest
class KilledRunnerTest {
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final String KILL =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() "
                    + "AND application_name LIKE 'migratable-runner%'";
    private static final String ROWS = "SELECT (SELECT md5(string_agg(c.id || ' ' || c.name || ' ' || c.email_address "
            + "|| ' ' || c.search_name || ' ' || c.loyalty, ',' ORDER BY c.id)) FROM customer c), "
            + "(SELECT md5(string_agg(o.id || ' ' || o.customer_id || ' ' || o.total, ',' ORDER BY o.id)) "
            + "FROM orders o)";
    private static final String LEFT_BEHIND =
            "SELECT (SELECT count(*) FROM pg_trigger WHERE tgname LIKE '~migratable%') "
                    + "+ (SELECT count(*) FROM pg_index WHERE NOT indisvalid) "
                    + "+ (SELECT count(*) FROM pg_constraint WHERE NOT convalidated OR conname LIKE '%\\_nn\\_%')";

    private final TestDatabase database;
    private final Set<String> kills = new HashSet<>();
    private final Random random = new Random(7);

    @TempDir
    private Path changelog = Path.of("");

    KilledRunnerTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void everyChangeSetIsKilledBeforeWithinAndAfterAndTheEndIsTheSame() throws Exception {
        PlanCase shop = PlanCases.shop();
        Model first = new Model(shop.before(), Declarations.NONE);
        Generator.generate(new GenerateRequest(changelog, "create", Schema.EMPTY, first, Optional.empty()));
        apply(new MigrationListener() {});
        database.execute(shop.rows().toArray(String[]::new));
        String expected = rows("lower(c.name)", "email", "0");
        Generator.generate(new GenerateRequest(changelog, "evolve", first.schema(), shop.after(), Optional.empty()));
        String last = "";
        for (int runs = 0; !contracted(); runs++) {
            assertTrue(runs < 110, "does not come to an end: " + last);
            try {
                last = apply(new Killer()).toString();
            } catch (MigratableException e) {
                last = e.line();
                assertEquals(1, last.lines().count(), last);
            }
        }
        assertTrue(kills.size() > 60, () -> "killed at " + kills);
        assertEquals(List.of(), differences(shop.after()));
        assertEquals("0", database.query(LEFT_BEHIND).get(0).get(0));
        assertEquals(expected, database.query(ROWS).toString());
    }

    private String rows(String searchName, String email, String loyalty) throws SQLException {
        return database.query(ROWS.replace("c.search_name", searchName)
                        .replace("c.email_address", "c." + email)
                        .replace("c.loyalty", loyalty))
                .toString();
    }

    private ApplyReport apply(MigrationListener listener) {
        return Migrator.builder(database.dataSource())
                .changelog(changelog)
                .options(ExecutionOptions.DEFAULT.withWaitForRunner(Duration.ofSeconds(20)))
                .listener(listener)
                .build()
                .apply(EnumSet.allOf(PhaseGroup.class), Optional.of("test"), OUR_SESSIONS);
    }

    private boolean contracted() throws SQLException {
        return database.query("SELECT to_regclass('migratable.migration') IS NOT NULL")
                        .get(0)
                        .get(0)
                        .equals("t")
                && !database.query("SELECT 1 FROM migratable.migration WHERE id LIKE '0002%' AND state = 'contracted'")
                        .isEmpty();
    }

    private List<String> differences(Model model) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaDiffer.diff(
                            CatalogInspector.inspect(connection).schema(), new Model(model.schema(), Declarations.NONE))
                    .stream()
                    .map(c -> c.description())
                    .toList();
        }
    }

    /** Kills all sessions of the runner once at each of its moments. */
    private final class Killer implements MigrationListener {
        @Override
        public void stepStarted(String migration, String step, String purpose) {
            if (kills.add("before " + step)) {
                kill();
            } else if (kills.add("within " + step)) {
                int micros = random.nextInt(6_000);
                CompletableFuture.runAsync(() -> {
                    long until = System.nanoTime() + micros * 1_000L;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                    kill();
                });
            }
        }

        @Override
        public void stepFinished(StepReport report) {
            if (kills.add("after " + report.step())) {
                kill();
            }
        }

        private void kill() {
            try {
                database.query(KILL);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
