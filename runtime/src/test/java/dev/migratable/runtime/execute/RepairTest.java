package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.hook.HookPoint;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.hook.MigrationHook;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backfill's batches pass over is found by the verification behind them, written again, and verified again. */
@PostgresTest
class RepairTest {

    private final TestDatabase database;
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    RepairTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void createShop() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(2_000);
        shop.generateV2();
    }

    private static MigrationHook beforeVerification(String sql) {
        return (point, connection) -> {
            if (point.when() == When.BEFORE && point.scope() == Scope.STEP && point.phase() == Phase.VERIFY) {
                past(connection, sql);
            }
        };
    }

    /** As a subscriber's session does, which fires no trigger. */
    private static void past(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute(sql);
        }
    }

    private void expand(MigrationHook hook) {
        shop.migrator()
                .hook(hook)
                .listener(new MigrationListener() {
                    @Override
                    public void warning(String migration, String warning) {
                        warnings.add(migration + ": " + warning);
                    }
                })
                .build()
                .apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
    }

    private String outOfStep() throws SQLException {
        return shop.one(
                "SELECT count(*) FROM customer WHERE email_address IS DISTINCT FROM email OR status IS DISTINCT FROM 'active'");
    }

    @Test
    void rowsThatTheVerificationFindsAreNamedWrittenAndVerified() throws SQLException {
        expand(beforeVerification("UPDATE customer SET email = 'past@x.org' WHERE id = 7"));
        assertEquals(
                List.of("0002_rename_email: verification failed: 1 rows of customer: email_address differs from email;"
                        + " they are written again: (7)"),
                warnings);
        assertEquals("0", outOfStep());
        assertEquals("past@x.org", shop.one("SELECT email_address FROM customer WHERE id = 7"));
        assertEquals("expanded", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
    }

    /** A conversion of the user's own that gives NULL cannot be put right by writing the row again. */
    @Test
    void whatNoBackfillCanWriteStaysAnError() throws SQLException {
        database.execute("CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS"
                + " 'BEGIN IF NEW.id = 9 THEN NEW.email_address := NULL; END IF; RETURN NEW; END'");
        MigratableException failure = assertThrows(
                MigratableException.class,
                () -> expand((HookPoint point, Connection connection) -> {
                    if (point.when() == When.BEFORE && point.phase() == Phase.VERIFY && point.scope() == Scope.STEP) {
                        past(connection, "UPDATE customer SET email_address = NULL WHERE id = 9");
                        try (Statement statement = connection.createStatement()) {
                            statement.execute("CREATE TRIGGER \"~~last\" BEFORE UPDATE ON customer FOR EACH ROW"
                                    + " EXECUTE FUNCTION keep()");
                        }
                    }
                }));
        assertTrue(failure.line().contains("1 rows of customer: email_address differs from email"), failure::line);
        assertEquals(2, warnings.size(), "it was tried twice more");
        assertEquals("expanding", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
    }

    /** The batches do what the block is for; to any Liquibase the change set is one that ran. */
    @Test
    void theBlockIsNotedAsRun() throws SQLException {
        List<String> writes = new ArrayList<>();
        expand((point, connection) -> {
            if (point.when() == When.AFTER
                    && point.scope() == Scope.STEP
                    && point.step().contains("backfill-")) {
                writes.add(
                        shop.one(
                                "SELECT exectype || ' ' || (md5sum IS NOT NULL) FROM databasechangelog WHERE id LIKE '0002-%backfill-%'"));
            }
        });
        assertEquals(List.of("EXECUTED true"), writes);
        assertEquals(List.of(), shop.migrator().build().dryRun(ShopDatabase.EXPAND));
        assertEquals("0", outOfStep());
    }
}
