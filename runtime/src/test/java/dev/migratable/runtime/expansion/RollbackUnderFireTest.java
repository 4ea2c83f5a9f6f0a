package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.runtime.expansion.FireClient.Side;
import dev.migratable.runtime.session.StopSignal;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both versions write the same rows all the time while a migration runs to its end and is undone, or is undone midway;
 * nothing of theirs may get lost, and none may see an error.
 */
@PostgresTest
class RollbackUnderFireTest {
    private static final int CLIENTS = 3;
    private static final int PHASE_MILLIS = 400;
    private static final long SEED = Long.getLong("migratable.fire.seed", System.nanoTime() & 0xffff);
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final List<FireField> FIELDS = List.of(
            new FireField("code", "item_code", "varchar(40)", Optional.empty(), List.of()),
            new FireField("state", "status", "varchar(10)", Optional.of("NEW"), List.of("NEW", "A", "B", "", "null")),
            new FireField("price", "cost", "numeric", Optional.empty(), List.of("1.0", "1.00", "1", "2.5", "null")),
            new FireField("owner_id", "keeper_id", "bigint", Optional.empty(), List.of()));

    private final TestDatabase database;
    private final ReentrantReadWriteLock phase = new ReentrantReadWriteLock(true);
    private volatile Side side = Side.OLD;
    private volatile boolean over;

    @TempDir
    private Path changelog = Path.of("");

    RollbackUnderFireTest(TestDatabase database) {
        this.database = database;
    }

    private static TableBuilder item(boolean present) {
        return table("item")
                .required(present ? "item_code" : "code", "varchar(40)")
                .nullable(present ? "status" : "state", "varchar(10)", "'NEW'")
                .nullable(present ? "cost" : "price", "numeric")
                .nullable(present ? "keeper_id" : "owner_id", "bigint")
                .unique("uk_item_code", present ? "item_code" : "code")
                .index("idx_item_owner", present ? "keeper_id" : "owner_id")
                .check("ck_item_price", (present ? "cost" : "price") + " >= 0")
                .foreignKey("fk_item_owner", present ? "keeper_id" : "owner_id", "keeper", ReferentialAction.SET_NULL);
    }

    @Test
    void theWayBackFromTheEndLosesNothing() throws Exception {
        underFire(() -> {
            assertEquals(List.of(), apply(PhaseGroup.EXPAND, Integer.MAX_VALUE).closedGates());
            enter(Side.EITHER);
            enter(Side.NEW);
            assertEquals(
                    List.of(), apply(PhaseGroup.CONTRACT, Integer.MAX_VALUE).closedGates());
            Thread.sleep(PHASE_MILLIS);
            // The new version writes on while the contract is undone; the way back stops where it still needs
            // something.
            try (Connection instance =
                    migrator().build().applicationDataSource(models().get(1)).getConnection()) {
                assertEquals(1, rollback().closedGates().size());
                assertTrue(instance.isValid(1));
            }
            enter(Side.EITHER);
            Thread.sleep(PHASE_MILLIS);
            enter(Side.OLD);
            assertEquals(List.of(), rollback().closedGates());
        });
    }

    @Test
    void theWayBackFromAnExpandLosesNothing() throws Exception {
        underFire(() -> {
            assertEquals(List.of(), apply(PhaseGroup.EXPAND, Integer.MAX_VALUE).closedGates());
            enter(Side.EITHER);
            Thread.sleep(PHASE_MILLIS);
            enter(Side.OLD);
            assertEquals(List.of(), rollback().closedGates());
        });
    }

    @Test
    void theWayBackFromAHalfDoneContractLosesNothing() throws Exception {
        underFire(() -> {
            apply(PhaseGroup.EXPAND, Integer.MAX_VALUE);
            enter(Side.EITHER);
            enter(Side.NEW);
            assertTrue(apply(PhaseGroup.CONTRACT, 4).stopped());
            Thread.sleep(PHASE_MILLIS);
            try (Connection instance =
                    migrator().build().applicationDataSource(models().get(1)).getConnection()) {
                assertEquals(1, rollback().closedGates().size());
                assertTrue(instance.isValid(1));
            }
            enter(Side.OLD);
            assertEquals(List.of(), rollback().closedGates());
        });
    }

    private interface Course {
        void run() throws Exception;
    }

    private static List<Model> models() {
        PlanCase evolution =
                PlanCase.named("fire").from(table("keeper"), item(false)).to(table("keeper"), item(true));
        FIELDS.forEach(f -> evolution.renamed("item", f.old(), f.present()));
        return List.of(new Model(evolution.before(), Declarations.NONE), evolution.after());
    }

    private void underFire(Course course) throws Exception {
        Model first = models().get(0);
        Generator.generate(new GenerateRequest(changelog, "create", Schema.EMPTY, first, Optional.empty()));
        apply(PhaseGroup.EXPAND, Integer.MAX_VALUE);
        database.execute("INSERT INTO item (id, code, price) SELECT 1000000 + n, 'b' || n, n FROM"
                + " generate_series(1, 3000) n");
        Generator.generate(new GenerateRequest(changelog, "rename", first.schema(), models().get(1), Optional.empty()));
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<FireClient> clients = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            FireClient client = new FireClient(n, CLIENTS, FIELDS, SEED, database.connect(), 0);
            clients.add(client);
            running.add(threads.submit(() -> {
                shoot(client);
                return null;
            }));
        }
        try {
            Thread.sleep(PHASE_MILLIS);
            course.run();
            Thread.sleep(PHASE_MILLIS);
        } finally {
            over = true;
            for (Future<?> client : running) {
                client.get();
            }
            threads.shutdown();
        }
        verify(first, clients);
    }

    private void shoot(FireClient client) throws SQLException {
        while (!over) {
            phase.readLock().lock();
            try {
                client.transaction(side);
            } finally {
                phase.readLock().unlock();
            }
        }
    }

    private void enter(Side next) {
        phase.writeLock().lock();
        side = next;
        phase.writeLock().unlock();
    }

    private Migrator.Builder migrator() {
        return Migrator.builder(database.dataSource()).changelog(changelog);
    }

    private ApplyReport rollback() {
        return migrator().build().rollback(RollbackRequest.to("0001").ignoring(OUR_SESSIONS));
    }

    private ApplyReport apply(PhaseGroup group, int steps) {
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
        return migrator()
                .listener(listener)
                .stop(stop)
                .build()
                .apply(EnumSet.of(group), Optional.of("test"), OUR_SESSIONS);
    }

    private void verify(Model first, List<FireClient> clients) throws SQLException {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        for (FireClient client : clients) {
            assertTrue(client.done() > 20, () -> "only " + client.done() + " transactions");
            client.rows().forEach((key, row) -> {
                Map<String, String> old = new TreeMap<>();
                FIELDS.forEach(f -> old.put(f.old(), row.get(f.old())));
                expected.put(key.toString(), old);
            });
        }
        Map<String, Map<String, String>> found = new TreeMap<>();
        database.query("SELECT id, code, state, price, owner_id FROM item WHERE id < 1000000")
                .forEach(row -> {
                    Map<String, String> values = new TreeMap<>();
                    for (int i = 0; i < FIELDS.size(); i++) {
                        values.put(FIELDS.get(i).old(), String.valueOf(row.get(i + 1)));
                    }
                    found.put(String.valueOf(row.get(0)), values);
                });
        assertEquals(expected, found, "seed " + SEED + " (-Dmigratable.fire.seed=)");
        assertEquals(
                List.of(List.of("3000")),
                database.query("SELECT count(*) FROM item WHERE id > 1000000 AND code = 'b' || (id - 1000000)"
                        + " AND price = id - 1000000 AND state = 'NEW'"));
        try (Connection connection = database.connect()) {
            assertEquals(
                    List.of(),
                    SchemaDiffer.diff(CatalogInspector.inspect(connection).schema(), first).stream()
                            .map(Change::description)
                            .toList());
        }
    }
}
