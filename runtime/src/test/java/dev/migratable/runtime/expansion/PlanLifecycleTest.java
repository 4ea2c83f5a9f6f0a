package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.ChangelogReader;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Carries every case out on a real server, forth, again, and back. */
@PostgresTest
class PlanLifecycleTest {
    private static final List<String> RESET =
            List.of("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");

    private final TestDatabase database;

    @TempDir
    private Path directory = Path.of("");

    PlanLifecycleTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> everyCaseRunsForthAgainAndBack() {
        String only = System.getProperty("plan.case", "");
        return PlanCases.on(database).stream()
                .filter(c -> c.name().contains(only))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> run(c)));
    }

    private void run(PlanCase planCase) throws Exception {
        database.execute(RESET.toArray(String[]::new));
        Path changelog = directory.resolve(planCase.name());
        MigrationPlan plan = plan(planCase);
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        assertEquals(List.of(), differences(new Model(planCase.created(), Declarations.NONE)), "created");
        execute(planCase.rows(), changelog);

        ChangelogWriter.write(changelog, plan);
        assertEquals(List.of(planCase.creation(), plan), ChangelogReader.read(changelog));
        StockLiquibase.updateTwice(database, changelog);
        assertEquals(residual(plan), differences(planCase.after()), "residual");
        assertState(plan.hasContract() ? "expanded" : "contracted");
        execute(planCase.during(), changelog);

        if (plan.hasContract()) {
            contract(changelog);
            assertEquals(List.of(), differences(planCase.after()), "contracted");
        }
        assertState("contracted");
        execute(planCase.afterwards(), changelog);
        rollback(planCase, changelog);
    }

    private static MigrationPlan plan(PlanCase planCase) {
        PlanResult result = planCase.result();
        return result.plan()
                .orElseGet(() -> fail(
                        result.refusals().stream().map(r -> r.line()).toList().toString()));
    }

    private void rollback(PlanCase planCase, Path changelog) throws Exception {
        List<String> counts = counts(planCase);
        StockLiquibase.rollback(database, changelog, executed("0002_evolve"));
        assertEquals(planCase.kept(), differences(new Model(planCase.before(), Declarations.NONE)), "rolled back");
        assertEquals(counts, countsBefore(planCase));
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT count(*) FROM migratable.migration WHERE id = '0002_evolve'"));
        execute(planCase.rolledBack(), changelog);
    }

    private List<String> counts(PlanCase planCase) throws SQLException {
        List<String> result = new ArrayList<>();
        for (var table : planCase.before().tables()) {
            String name = table.name().name();
            List<String> places = List.of(
                    "public." + name,
                    name.equals("customer") ? "public.client" : "public." + name,
                    "migratable_parked." + name + "__parked_0002");
            for (String place : places) {
                if (value("SELECT to_regclass('" + place + "') IS NOT NULL").equals("t")) {
                    result.add(name + " " + value("SELECT count(*) FROM ONLY " + place));
                    break;
                }
            }
        }
        return result;
    }

    private List<String> countsBefore(PlanCase planCase) throws SQLException {
        List<String> result = new ArrayList<>();
        for (var table : planCase.before().tables()) {
            result.add(table.name().name() + " "
                    + value("SELECT count(*) FROM ONLY " + table.name().name()));
        }
        return result;
    }

    private int executed(String migration) throws SQLException {
        return Integer.parseInt(
                value("SELECT count(*) FROM databasechangelog WHERE filename LIKE '" + migration + "/%'"));
    }

    private void contract(Path changelog) throws Exception {
        assertClosed(changelog);
        database.execute("UPDATE migratable.migration SET approved_by = 'test', "
                + "ignored_clients = ARRAY['PostgreSQL JDBC Driver', '(no name)']");
        StockLiquibase.updateTwice(database, changelog);
    }

    private void assertClosed(Path changelog) throws Exception {
        int before = executed("0002_evolve");
        StockLiquibase.update(database, changelog);
        assertEquals(before, executed("0002_evolve"), "the gate should be closed");
    }

    private void assertState(String state) throws SQLException {
        assertEquals(state, value("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
    }

    private void execute(List<String> lines, Path changelog) throws Exception {
        for (String line : lines) {
            int arrow = line.lastIndexOf(" -> ");
            if (line.equals("GATE CLOSED")) {
                database.execute("UPDATE migratable.migration SET approved_by = 'test', "
                        + "ignored_clients = ARRAY['PostgreSQL JDBC Driver', '(no name)']");
                assertClosed(changelog);
                database.execute("UPDATE migratable.migration SET approved_by = NULL");
            } else if (line.startsWith("ERROR ")) {
                assertThrows(SQLException.class, () -> database.execute(line.substring(6)), line);
            } else if (arrow > 0) {
                assertEquals(line.substring(arrow + 4), value(line.substring(0, arrow)), line);
            } else {
                database.execute(line);
            }
        }
    }

    private String value(String query) throws SQLException {
        List<? extends List<String>> rows = database.query(query);
        assertTrue(rows.size() == 1 && rows.get(0).size() == 1, query);
        return String.valueOf(Objects.requireNonNullElse(rows.get(0).get(0), "null"));
    }

    private static List<String> residual(MigrationPlan plan) {
        return plan.changes().stream()
                .flatMap(c -> c.residual().stream())
                .sorted()
                .toList();
    }

    private List<String> differences(Model model) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaDiffer.diff(CatalogInspector.inspect(connection).schema(), model).stream()
                    .map(Change::description)
                    .sorted()
                    .toList();
        }
    }
}
