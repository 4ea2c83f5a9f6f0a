package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.ExecutionOptions;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.Parked;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.PurgeReport;
import dev.migratable.runtime.execute.PurgeRequest;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.session.Blocker;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** What was parked goes for good, when it is asked for, old enough, and in nobody's way. */
@PostgresTest
class PurgeTest {
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final PurgeRequest NOW = PurgeRequest.afterRetention().olderThan(Duration.ZERO);

    private final TestDatabase database;

    @TempDir
    private Path changelog = Path.of("");

    PurgeTest(TestDatabase database) {
        this.database = database;
    }

    private void contracted(PlanCase planCase) throws Exception {
        ChangelogWriter.write(changelog, planCase.creation());
        apply();
        database.execute(planCase.rows().toArray(String[]::new));
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
        apply();
        assertEquals("contracted", one("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
    }

    private Migrator.Builder migrator() {
        return Migrator.builder(database.dataSource()).changelog(changelog);
    }

    private void apply() {
        var report = migrator().build().apply(EnumSet.allOf(PhaseGroup.class), Optional.of("test"), OUR_SESSIONS);
        assertEquals(List.of(), report.closedGates());
    }

    private PurgeReport purge(PurgeRequest request) {
        return migrator().build().purge(request);
    }

    private String one(String query) throws SQLException {
        return String.valueOf(database.query(query).get(0).get(0));
    }

    private static List<String> names(List<Parked> parked) {
        return parked.stream().map(Parked::name).toList();
    }

    @Test
    void columnsGoWithWhatHangsOnThemAndAreMissedByNobody() throws Exception {
        contracted(TransitionCases.renameColumn());
        database.execute(
                "CREATE INDEX left_behind ON customer (email__parked_0002, name)",
                "ALTER TABLE customer ADD COLUMN mine__parked_0002 text");
        assertEquals(
                List.of("customer.email__parked_0002"),
                names(purge(PurgeRequest.afterRetention()).retained()));
        PurgeReport would = migrator().build().purgeDryRun(NOW.of("0002"));
        assertEquals(List.of("index left_behind"), would.purged().get(0).goesWith());
        String rows = one("SELECT string_agg(id || coalesce(email_address, ''), ',' ORDER BY id) FROM customer");

        PurgeReport report = purge(NOW);
        assertEquals(List.of("customer.email__parked_0002"), names(report.purged()));
        assertEquals(List.of("customer.mine__parked_0002"), names(report.kept()));
        assertEquals(
                List.of("no change set of this changelog says that it parked it"),
                report.kept().get(0).reasons());
        assertEquals(rows, one("SELECT string_agg(id || coalesce(email_address, ''), ',' ORDER BY id) FROM customer"));
        assertEquals("t", one("SELECT to_regclass('left_behind') IS NULL"));
        assertEquals(
                "[0002_evolve, customer.email__parked_0002, {index left_behind}]",
                database.query("SELECT migration, object, went_with::text FROM migratable.purge")
                        .get(0)
                        .toString()
                        .replace("\"", ""));
        assertEquals("done", one("SELECT outcome FROM migratable.run WHERE command = 'purge'"));
        assertEquals(List.of(), purge(NOW).purged());
        apply();
    }

    @Test
    void nobodyComesBackAfterIt() throws Exception {
        contracted(PlanCases.dropColumn());
        String state = "SELECT state FROM migratable.migration WHERE id = '0002_evolve'";
        assertTrue(purge(NOW).purged().size() > 0);
        MigratableException refused = assertThrows(
                MigratableException.class,
                () -> migrator().build().rollback(RollbackRequest.to("0001").ignoring(OUR_SESSIONS)));
        assertTrue(
                refused.line()
                        .matches("RBK04 rollback: 0002_evolve cannot be undone any more, because customer\\.\\S+ was"
                                + " purged at .* UTC by .*"),
                refused.line());
        Exception stock = assertThrows(Exception.class, () -> StockLiquibase.rollback(database, changelog, 1));
        assertTrue(
                stock.toString().contains("cannot be undone any more, these were purged: customer."), stock.toString());
        assertEquals("contracted", one(state));
    }

    @Test
    void tablesAndSequencesGoUnlessSomethingDependsOnThem() throws Exception {
        contracted(PlanCases.dropTable());
        database.execute(
                "CREATE TABLE keeper (id bigint PRIMARY KEY, note_id bigint REFERENCES migratable_parked.note__parked_0002)",
                "CREATE VIEW watcher AS SELECT id FROM migratable_parked.note__parked_0002");
        PurgeReport kept = purge(NOW);
        assertEquals(List.of(), kept.purged());
        String reasons = kept.kept().get(0).reasons().toString();
        assertTrue(reasons.contains("constraint keeper_note_id_fkey on table keeper depends on it"), reasons);
        assertTrue(reasons.contains(" view watcher depends on it"), reasons);
        database.execute("DROP VIEW watcher", "DROP TABLE keeper");
        assertEquals(
                List.of("migratable_parked.note__parked_0002"), names(purge(NOW).purged()));
        assertEquals("t", one("SELECT to_regclass('migratable_parked.note__parked_0002') IS NULL"));
    }

    @Test
    void aSequenceGoes() throws Exception {
        contracted(PlanCases.dropSequence());
        assertEquals(1, purge(NOW).purged().size());
        assertEquals("0", one("SELECT count(*) FROM pg_class WHERE relnamespace = 'migratable_parked'::regnamespace"));
    }

    @Test
    void aTypeGoesWhenTheColumnsThatHaveItAreGone() throws Exception {
        contracted(EnumTypeCases.narrow());
        PurgeReport first = purge(NOW);
        assertEquals(List.of("car.color__parked_0002"), names(first.purged()));
        assertEquals(
                List.of("column color__parked_0002 of table car depends on it"),
                first.kept().get(0).reasons());
        assertEquals(
                List.of("migratable_parked.color__parked_0002"),
                names(purge(NOW).purged()));
        assertEquals("t", one("SELECT to_regtype('migratable_parked.color__parked_0002') IS NULL"));
    }

    @Test
    void aCompositeTypeGoesWhenTheColumnsThatHaveItAreGone() throws Exception {
        contracted(CompositeTypeCases.replace());
        PurgeReport first = purge(NOW);
        assertEquals(List.of("house.address__parked_0002"), names(first.purged()));
        assertEquals(
                List.of("column address__parked_0002 of table house depends on it"),
                first.kept().get(0).reasons());
        assertEquals(
                List.of("migratable_parked.address__parked_0002"),
                names(purge(NOW).purged()));
        assertEquals("t", one("SELECT to_regtype('migratable_parked.address__parked_0002') IS NULL"));
    }

    @Test
    void retentionCountsFromTheLatestMomentThatTheRecordMayMean() throws Exception {
        contracted(PlanCases.dropColumn());
        for (String age : List.of("5 days", "30 days 11 hours")) {
            database.execute("UPDATE databasechangelog SET dateexecuted = (clock_timestamp() AT TIME ZONE 'UTC')"
                    + " - interval '" + age + "'");
            PurgeReport report = purge(PurgeRequest.afterRetention());
            assertEquals(List.of(), report.purged(), age);
            assertTrue(report.retained().size() > 0, age);
        }
        database.execute("UPDATE databasechangelog SET dateexecuted = (clock_timestamp() AT TIME ZONE 'UTC')"
                + " - interval '30 days 13 hours'");
        assertTrue(purge(PurgeRequest.afterRetention()).purged().size() > 0);
        MigratableException unknown = assertThrows(MigratableException.class, () -> purge(NOW.of("0009")));
        assertTrue(unknown.line().startsWith("PRG01 purge of 0009: "), unknown.line());
    }

    @Test
    void anOldInstanceIsInTheWay() throws Exception {
        contracted(PlanCases.dropColumn());
        try (Connection report = DriverManager.getConnection(database.url() + "&ApplicationName=reports")) {
            assertTrue(report.isValid(1));
            PurgeReport closed = purge(NOW);
            assertEquals(List.of(), closed.purged());
            assertTrue(closed.kept().get(0).reasons().get(0).contains("of unknown version alive: reports from"));
            assertTrue(migrator()
                            .build()
                            .purgeDryRun(NOW.ignoring(Set.of("reports")))
                            .purged()
                            .size()
                    > 0);
            assertEquals(List.of(), purge(NOW).purged(), "a dry run leaves nothing behind");
            assertTrue(purge(NOW.ignoring(Set.of("reports"))).purged().size() > 0);
        }
    }

    @Test
    void whoHoldsTheTableIsNamedAndWaitedForShortly() throws Exception {
        contracted(PlanCases.dropColumn());
        CountDownLatch retried = new CountDownLatch(1);
        MigrationListener listener = new MigrationListener() {
            @Override
            public void retrying(String migration, String step, int attempt, long waitMillis, String reason) {
                assertTrue(reason.contains("blocked by pid "), reason);
                retried.countDown();
            }

            @Override
            public void blocked(String migration, String step, List<Blocker> blockers) {
                assertEquals(1, blockers.size());
            }
        };
        try (Connection holder = database.connect()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK TABLE customer IN ACCESS SHARE MODE");
            MigratableException lost = assertThrows(
                    MigratableException.class,
                    () -> migrator()
                            .listener(listener)
                            .options(ExecutionOptions.DEFAULT.withLockAttempts(2))
                            .build()
                            .purge(NOW));
            assertTrue(lost.line().startsWith("RUN03 0002_evolve purge customer."), lost.line());
            assertEquals(0, retried.getCount());
        }
        assertTrue(purge(NOW).purged().size() > 0);
    }

    @Test
    void whoMayNotDropAnythingIsToldAllOfItFirst() throws Exception {
        contracted(PlanCases.dropColumn());
        String clerk = "clerk_" + database.name();
        database.execute(
                "CREATE VIEW watcher AS SELECT fax__parked_0002 FROM customer",
                "CREATE FUNCTION first_fax() RETURNS text LANGUAGE plpgsql AS"
                        + " 'BEGIN RETURN (SELECT min(fax__parked_0002) FROM customer); END'",
                "CREATE ROLE " + clerk,
                "GRANT USAGE ON SCHEMA migratable TO " + clerk,
                "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA migratable, public TO " + clerk,
                "REVOKE UPDATE ON migratable.run FROM " + clerk);
        try {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(database.url());
            source.setOptions("-c role=" + clerk);
            PurgeReport report =
                    Migrator.builder(source).changelog(changelog).build().purgeDryRun(NOW.ignoring(OUR_SESSIONS));
            assertEquals(List.of(), report.purged());
            String all = report.kept().toString();
            for (String reason : List.of(
                    "view watcher depends on it",
                    "function first_fax() mentions it in its text",
                    "it belongs to the role ",
                    "GRANT CREATE ON SCHEMA migratable TO " + clerk,
                    "GRANT TRIGGER ON migratable.migration TO " + clerk,
                    "GRANT UPDATE ON migratable.run TO " + clerk)) {
                assertTrue(all.contains(reason), all);
            }
        } finally {
            database.execute("DROP OWNED BY " + clerk, "DROP ROLE " + clerk);
        }
    }
}
