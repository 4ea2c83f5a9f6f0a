package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.hook.MigrationHook;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client puts a row right, or deletes it, between the verification that counts it and the look for its key. */
@PostgresTest
class HealedRowsTest {
    private static final String COUNTED = "verification failed: 1 rows of customer: email_address differs from email";

    private final TestDatabase database;
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path changelog = Path.of("");

    HealedRowsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aRowThatAClientWroteMeanwhileStopsNothing() throws Exception {
        expand("UPDATE customer SET email = 'healed@x' WHERE id = 7");
        assertEquals(
                List.of("healed@x"),
                database.query("SELECT email_address FROM customer WHERE id = 7")
                        .get(0));
    }

    @Test
    void aRowThatAClientDeletedMeanwhileStopsNothing() throws Exception {
        expand("DELETE FROM customer WHERE id = 7");
        assertEquals(List.of(), database.query("SELECT id FROM customer WHERE id = 7"));
    }

    private void expand(String healing) throws SQLException {
        PlanCase planCase = PlanCase.named("healed")
                .from(TableBuilder.table("customer").nullable("email", "text"))
                .to(TableBuilder.table("customer").nullable("email_address", "text"))
                .renamed("customer", "email", "email_address");
        ChangelogWriter.write(changelog, planCase.creation());
        apply(database.dataSource());
        database.execute("INSERT INTO customer SELECT n, 'c' || n FROM generate_series(1, 20) AS n");
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
        apply(TappedConnections.of(database.dataSource(), (connection, text, sending) -> {
            try {
                return sending.send();
            } catch (SQLException e) {
                if (String.valueOf(e.getMessage()).contains(COUNTED)) {
                    database.execute(healing);
                }
                throw e;
            }
        }));
        assertEquals(
                List.of("0002_evolve: " + COUNTED + "; no such row is found any more, so they are counted again"),
                warnings);
        assertEquals(
                List.of(List.of("expanded")),
                database.query("SELECT state FROM migratable.migration WHERE id = '0002_evolve'"));
        assertEquals(
                List.of(List.of("0")),
                database.query("SELECT count(*) FROM customer WHERE email_address IS DISTINCT FROM email"));
    }

    /** A write that fires no trigger, as a subscriber's session does. */
    private static MigrationHook breakingBeforeVerification() {
        return (point, connection) -> {
            if (point.when() == When.BEFORE && point.scope() == Scope.STEP && point.phase() == Phase.VERIFY) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LOCAL session_replication_role = replica");
                    statement.execute("UPDATE customer SET email = 'broken' WHERE id = 7");
                }
            }
        };
    }

    private void apply(DataSource source) {
        MigrationListener listener = new MigrationListener() {
            @Override
            public void warning(String migration, String warning) {
                warnings.add(migration + ": " + warning);
            }
        };
        Migrator.builder(source)
                .changelog(changelog)
                .hook(breakingBeforeVerification())
                .listener(listener)
                .build()
                .apply(EnumSet.of(PhaseGroup.EXPAND), Optional.empty(), Set.of());
    }
}
