package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.PurgeReport;
import dev.migratable.runtime.execute.PurgeRequest;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.schema.Model;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever any change parks goes by a purge, when the change is contracted and not before, and nothing else goes. */
@PostgresTest
class PurgeOfEveryChangeTest {
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final PurgeRequest NOW = PurgeRequest.afterRetention().olderThan(Duration.ZERO);

    private static final String PARKED = """
            SELECT c.oid::regclass || '.' || a.attname FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
            WHERE a.attname LIKE '%\\_\\_parked\\_%' AND NOT a.attisdropped
            UNION ALL SELECT oid::regclass::text FROM pg_class WHERE relname LIKE '%\\_\\_parked\\_%'
            UNION ALL SELECT oid::regtype::text FROM pg_type WHERE typname LIKE '%\\_\\_parked\\_%'
            UNION ALL SELECT conname FROM pg_constraint WHERE conname LIKE '%\\_\\_parked\\_%'
            ORDER BY 1""";

    /** A query for each table, of the columns that are not parked. */
    private static final String ROWS = """
            SELECT format('SELECT %L || (ROW(%s))::text FROM public.%I ORDER BY 1', c.relname || ' ',
                string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum), c.relname)
            FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attname NOT LIKE '%\\_\\_parked\\_%' AND c.relname NOT LIKE 'databasechangelog%'
            GROUP BY c.relname ORDER BY c.relname""";

    private final TestDatabase database;

    @TempDir
    private Path directory = Path.of("");

    PurgeOfEveryChangeTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> everyChange() {
        return PlanCases.on(database).stream()
                .filter(PurgeOfEveryChangeTest::parks)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> purge(c)));
    }

    private static boolean parks(PlanCase planCase) {
        return planCase.result().plan().orElseThrow().steps().stream()
                .anyMatch(step -> step instanceof DdlStep ddl
                        && ddl.statements().stream().anyMatch(sql -> sql.contains("__parked_")));
    }

    private void purge(PlanCase planCase) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        Migrator migrator = Migrator.builder(database.dataSource())
                .changelog(directory.resolve(planCase.name()))
                .build();
        ChangelogWriter.write(directory.resolve(planCase.name()), planCase.creation());
        apply(migrator, EnumSet.allOf(PhaseGroup.class));
        database.execute(planCase.rows().toArray(String[]::new));
        var plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(directory.resolve(planCase.name()), plan);

        apply(migrator, EnumSet.of(PhaseGroup.EXPAND));
        if (plan.hasContract()) {
            database.execute(PlanCase.statements(planCase.during()).toArray(String[]::new));
            PurgeReport early = migrator.purge(NOW);
            assertEquals(List.of(), early.purged(), "before the contract");
            early.kept()
                    .forEach(p -> assertEquals(
                            "0002_evolve is expanded, not contracted",
                            p.reasons().get(0)));
            apply(migrator, EnumSet.of(PhaseGroup.CONTRACT));
        }
        assertFalse(parked().isEmpty(), "nothing is parked");
        List<String> rows = rows();
        assertEquals(List.of(), migrator.purge(PurgeRequest.afterRetention()).purged(), "before its time");
        // A type goes in the run after the one that its columns went in.
        migrator.purge(NOW);
        PurgeReport second = migrator.purge(NOW);
        assertEquals(List.of(), second.kept());
        assertEquals(List.of(), second.retained());
        assertEquals(List.of(), parked());
        assertEquals(rows, rows());
        try (Connection connection = database.connect()) {
            Model after = planCase.after();
            assertEquals(
                    List.of(),
                    SchemaDiffer.diff(CatalogInspector.inspect(connection).schema(), after).stream()
                            .map(Change::description)
                            .toList());
        }
    }

    private static void apply(Migrator migrator, Set<PhaseGroup> phases) {
        var report = migrator.apply(phases, Optional.of("test"), OUR_SESSIONS);
        assertEquals(List.of(), report.closedGates());
    }

    private List<String> parked() throws SQLException {
        return database.query(PARKED).stream().map(row -> row.get(0)).toList();
    }

    private List<String> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        for (List<String> table : database.query(ROWS)) {
            database.query(table.get(0)).forEach(row -> rows.add(row.get(0)));
        }
        assertFalse(rows.contains(null));
        return rows;
    }
}
