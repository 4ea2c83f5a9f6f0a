package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.backfill.BackfillOptions;
import dev.migratable.runtime.backfill.BackfillRunner;
import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.gate.GateInspector;
import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.session.Backoff;
import dev.migratable.runtime.session.RunnerSession;
import dev.migratable.runtime.session.SessionSource;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The traps of a backfill, each beside the naive solution that falls into it. */
@PostgresTest
class BackfillTrapsTest {

    private static final int ROWS = 3_000;

    private final TestDatabase database;
    private final String owner;
    private BackfillStep step;
    private MigrationPlan plan;

    BackfillTrapsTest(TestDatabase database) {
        this.database = database;
        this.owner = "owner_" + database.name();
    }

    /** Expands the rename of a column, and makes the rows as they were before the backfill. */
    @BeforeEach
    void expand(@TempDir Path changelog) throws Exception {
        PlanCase planCase = PlanCase.named("rename")
                .from(table("customer").nullable("email", "text"))
                .to(table("customer").nullable("mail", "text"))
                .renamed("customer", "email", "mail");
        ChangelogWriter.write(changelog, planCase.creation());
        StockLiquibase.update(database, changelog);
        plan = planCase.result().plan().orElseThrow();
        ChangelogWriter.write(changelog, plan);
        StockLiquibase.update(database, changelog);
        step = plan.steps().stream()
                .filter(BackfillStep.class::isInstance)
                .map(BackfillStep.class::cast)
                .findFirst()
                .orElseThrow();
        database.execute(
                "SET session_replication_role = replica",
                "INSERT INTO customer (id, email) SELECT n, 'c' || n FROM generate_series(1, " + ROWS + ") n",
                "SET session_replication_role = origin",
                "CREATE ROLE " + owner);
        assertEquals(ROWS, missing());
    }

    @AfterEach
    void dropOwner() throws SQLException {
        database.execute(
                "REASSIGN OWNED BY " + owner + " TO CURRENT_USER", "DROP OWNED BY " + owner, "DROP ROLE " + owner);
    }

    private long missing() throws SQLException {
        return one("SELECT count(*) FROM customer WHERE mail IS DISTINCT FROM email");
    }

    private long one(String sql) throws SQLException {
        return Long.parseLong(String.valueOf(database.query(sql).get(0).get(0)));
    }

    private void run(SessionSource sessions) {
        new BackfillRunner(sessions, new BackfillOptions(2, 50, new Backoff(2, 10, 100)), new StopSignal(), p -> {})
                .run(plan.id(), step.header().id(), step.spec());
    }

    private SessionSource sessions() {
        return new SessionSource(database.dataSource());
    }

    private PGSimpleDataSource asOwner() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setOptions("-c role=" + owner);
        return source;
    }

    /** The trigger acts where a column changes, and a touch changes none. */
    @Trap(3)
    @Test
    void aTouchFillsNothingAndTheBackfillWritesTheTwinItself() throws Exception {
        database.execute("UPDATE customer SET id = id");
        assertEquals(ROWS, missing(), "the naive backfill");
        run(sessions());
        assertEquals(0, missing());
    }

    @Test
    void soDoesTheBlockThatLiquibaseRuns() throws Exception {
        database.execute(BackfillSql.block(step.spec()));
        assertEquals(0, missing());
    }

    /** Another trigger writes the column, which the statement does not mention. */
    @Trap(5)
    @Test
    void whatAnotherTriggerWritesIsFollowed() throws Exception {
        run(sessions());
        database.execute(
                "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN NEW.email := ''stamped''; RETURN NEW; END'",
                "CREATE TRIGGER stamp BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION stamp()",
                "UPDATE customer SET id = id WHERE id = 5");
        assertEquals(1, one("SELECT count(*) FROM customer WHERE mail = 'stamped'"));
        assertEquals(0, missing());
        String update = "~migratable_0002_update";
        database.execute(
                "DROP TRIGGER \"" + update + "\" ON customer",
                "CREATE TRIGGER \"" + update + "\" BEFORE UPDATE OF email, mail ON customer FOR EACH ROW"
                        + " EXECUTE FUNCTION migratable.customer_0002()",
                "UPDATE customer SET id = id WHERE id = 6");
        assertEquals(1, missing(), "the naive trigger");
    }

    /** A subscriber's or a replica's session writes past the triggers; the gate counts what is not in step. */
    @Trap(8)
    @Test
    void rowsWrittenPastTheTriggersKeepTheGateClosed() throws Exception {
        run(sessions());
        assertEquals(List.of(), violations(sessions()));
        database.execute(
                "SET session_replication_role = replica",
                "INSERT INTO customer (id, email) VALUES (0, 'past')",
                "UPDATE customer SET email = 'other' WHERE id = 7");
        assertEquals(List.of("2 rows of customer: mail differs from email"), violations(sessions()));
    }

    private List<String> violations(SessionSource sessions) throws SQLException {
        try (RunnerSession session = sessions.open()) {
            return GateInspector.violations(session.connection(), plan);
        }
    }

    private void hideRowsFromTheirOwner() throws SQLException {
        database.execute(
                "ALTER TABLE customer OWNER TO " + owner,
                "ALTER TABLE customer ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE customer FORCE ROW LEVEL SECURITY",
                "CREATE POLICY later ON customer USING (id > 10)",
                "GRANT CREATE ON DATABASE " + database.name() + " TO " + owner,
                "GRANT USAGE, CREATE ON SCHEMA migratable TO " + owner);
    }

    /** What a policy hides would stay as it is, and no count would show it. */
    @Trap(9)
    @Test
    void hiddenRowsAreAnErrorForRunnerBlockAndGate() throws Exception {
        hideRowsFromTheirOwner();
        try (var connection = asOwner().getConnection();
                var statement = connection.createStatement()) {
            assertEquals(ROWS - 10, statement.executeUpdate("UPDATE customer SET mail = email"), "the naive backfill");
            try (var row = statement.executeQuery("SELECT count(*) FROM customer WHERE mail IS DISTINCT FROM email")) {
                row.next();
                assertEquals(0, row.getLong(1), "and the naive verification");
            }
            SQLException block =
                    assertThrows(SQLException.class, () -> statement.execute(BackfillSql.block(step.spec())));
            assertTrue(block.getMessage().contains("row-level security"), block::getMessage);
        }
        assertEquals(10, missing());
        SessionSource sessions = new SessionSource(asOwner());
        MigratableException runner = assertThrows(MigratableException.class, () -> run(sessions));
        assertTrue(runner.line().contains("row-level security"), runner::line);
        SQLException gate = assertThrows(SQLException.class, () -> violations(sessions));
        assertTrue(gate.getMessage().contains("row-level security"), gate::getMessage);
    }

    /** Triggers of the user's own fire; the plan says so, and no row is written twice. */
    @Trap(13)
    @Test
    void triggersOfYourOwnFireOnceForARowAndThePlanSaysSo() throws Exception {
        assertTrue(step.header().purpose().contains("triggers of your own fire for each row written"));
        database.execute(
                "ALTER TABLE customer ADD touched int NOT NULL DEFAULT 0",
                "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN NEW.touched := OLD.touched + 1; RETURN NEW; END'",
                "CREATE TRIGGER touch BEFORE UPDATE ON customer FOR EACH ROW EXECUTE FUNCTION touch()",
                "UPDATE customer SET email = NULL, mail = NULL WHERE id <= 1000");
        run(sessions());
        database.execute(BackfillSql.block(step.spec()));
        run(sessions());
        assertEquals(0, missing());
        assertEquals(
                List.of(List.of("1", Integer.toString(ROWS))),
                database.query("SELECT touched, count(*) FROM customer GROUP BY 1"),
                "2000 of them by the backfill, the others by the client, who left nothing to fill");
        database.execute("UPDATE customer SET mail = email");
        assertEquals(
                ROWS, one("SELECT count(*) FROM customer WHERE touched = 2"), "the naive backfill writes all again");
    }
}
