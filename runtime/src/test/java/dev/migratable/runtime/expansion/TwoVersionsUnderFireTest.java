package dev.migratable.runtime.expansion;

import static dev.migratable.runtime.expansion.TableBuilder.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.GenerateRequest;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.execute.ApplyReport;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.expansion.FireClient.Side;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old and new versions write the same rows all the time while a migration runs; nothing of theirs may get lost. */
@PostgresTest
class TwoVersionsUnderFireTest {
    private static final int CLIENTS = 4;
    private static final int BYSTANDERS = 6_000;
    private static final int PHASE_MILLIS = 700;
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");

    private final TestDatabase database;
    private final ReentrantReadWriteLock phase = new ReentrantReadWriteLock(true);
    private volatile Side side = Side.OLD;
    private volatile boolean over;

    @TempDir
    private Path changelog = Path.of("");

    TwoVersionsUnderFireTest(TestDatabase database) {
        this.database = database;
    }

    private static List<FireField> fields(boolean citext) {
        List<FireField> fields = new ArrayList<>(List.of(
                new FireField("code", "item_code", "varchar(40)", Optional.empty(), List.of()),
                new FireField(
                        "state", "status", "varchar(10)", Optional.of("NEW"), List.of("NEW", "A", "B", "", "null")),
                new FireField("grade", "level", "varchar(10)", Optional.of("LOW"), List.of("LOW", "HIGH", "")),
                new FireField("price", "cost", "numeric", Optional.empty(), List.of("1.0", "1.00", "1", "2.5", "null")),
                new FireField("share", "ratio", "numeric", Optional.of("0"), List.of("0", "0.0", "0.00", "1", "null")),
                new FireField(
                        "doc",
                        "payload",
                        "jsonb",
                        Optional.empty(),
                        List.of("{\"n\": 1.0}", "{\"n\": 1.00}", "[]", "null")),
                new FireField(
                        "seen",
                        "seen_at",
                        "timestamptz",
                        Optional.of("2020-01-01 00:00:00+00"),
                        List.of("2020-01-01 00:00:00+00", "2021-02-03 04:05:06.789+00", "null")),
                new FireField("owner_id", "keeper_id", "bigint", Optional.empty(), List.of()),
                new FireField("lot_id", "batch_id", "bigint", Optional.empty(), List.of()),
                new FireField(
                        "size",
                        "length",
                        "text",
                        Optional.empty(),
                        List.of("007", "8", "1.50", "null"),
                        "numeric",
                        List.of("7", "8", "7.5", "1.5", "null"),
                        v -> v.equals("null") ? v : new BigDecimal(v).toPlainString(),
                        v -> v.equals("null")
                                ? v
                                : new BigDecimal(v)
                                        .setScale(0, RoundingMode.HALF_UP)
                                        .toPlainString(),
                        v -> v),
                new FireField("stock", "in_stock", "integer", Optional.of("0"), List.of("0", "5", "-1", "null")),
                new FireField(
                        "visits",
                        "integer",
                        "bigint",
                        Optional.of("1"),
                        List.of("0", "1", "70000", "null"),
                        v -> v.equals("0") ? "10" : v)));
        if (citext) {
            fields.add(
                    new FireField("label", "tag", "citext", Optional.of("None"), List.of("None", "none", "X", "null")));
        }
        return List.copyOf(fields);
    }

    private static TableBuilder item(boolean present, boolean citext) {
        TableBuilder item = table("item")
                .required(present ? "item_code" : "code", "varchar(40)")
                .nullable(present ? "status" : "state", "varchar(10)", "'NEW'")
                .required(present ? "level" : "grade", "varchar(10)", "'LOW'")
                .nullable(present ? "cost" : "price", "numeric")
                .nullable(present ? "ratio" : "share", "numeric", "0")
                .nullable(present ? "payload" : "doc", "jsonb")
                .nullable(present ? "seen_at" : "seen", "timestamptz", "'2020-01-01 00:00:00+00'::timestamptz")
                .nullable(present ? "touched_at" : "touched", "timestamptz", "now()")
                .nullable(present ? "keeper_id" : "owner_id", "bigint")
                .nullable(present ? "batch_id" : "lot_id", "bigint")
                .nullable(present ? "length" : "size", present ? "numeric" : "text")
                .nullable(present ? "in_stock" : "stock", present ? "bigint" : "integer", "0")
                .nullable("visits", present ? "bigint" : "integer", "1")
                .index("idx_item_visits", "visits");
        if (citext) {
            item.nullable(present ? "tag" : "label", "citext", "'None'");
        }
        return item.unique("uk_item_code", present ? "item_code" : "code")
                .index("idx_item_owner", present ? "keeper_id" : "owner_id")
                .check("ck_item_price", (present ? "cost" : "price") + " >= 0")
                .foreignKey("fk_item_owner", present ? "keeper_id" : "owner_id", "keeper", ReferentialAction.SET_NULL)
                .foreignKey("fk_item_lot", present ? "batch_id" : "lot_id", "lot", ReferentialAction.CASCADE);
    }

    private static PlanCase evolution(List<FireField> fields, boolean citext) {
        PlanCase planCase = PlanCase.named("fire")
                .from(table("keeper"), table("lot"), item(false, citext))
                .to(table("keeper"), table("lot"), item(true, citext))
                .renamed("item", "touched", "touched_at")
                .converted("item", "length", "size::numeric", "round(length)::text");
        fields.stream()
                .filter(f -> !f.old().equals(f.present()))
                .forEach(f -> planCase.renamed("item", f.old(), f.present()));
        return planCase;
    }

    @Test
    void nothingWrittenUnderEitherNameIsLost() throws Exception {
        long seed = Long.getLong("migratable.fire.seed", System.nanoTime() & 0xffff);
        boolean citext = !database.query("SELECT 1 FROM pg_available_extensions WHERE name = 'citext'")
                .isEmpty();
        if (citext) {
            database.execute("CREATE EXTENSION IF NOT EXISTS citext");
        } else {
            System.out.println("this server has no extension citext; the case of a citext column is left out");
        }
        List<FireField> fields = fields(citext);
        PlanCase evolution = evolution(fields, citext);
        Model first = new Model(evolution.before(), Declarations.NONE);
        Generator.generate(new GenerateRequest(changelog, "create", Schema.EMPTY, first, Optional.empty()));
        apply(PhaseGroup.EXPAND);
        database.execute("INSERT INTO item (id, code, price) SELECT 1000000 + n, 'b' || n, n FROM generate_series(1, "
                + BYSTANDERS + ") n");
        database.execute(
                """
                CREATE FUNCTION not_zero() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN IF NEW.visits = 0 THEN NEW.visits := 10; END IF; RETURN NEW; END'""",
                "CREATE TRIGGER not_zero BEFORE INSERT OR UPDATE ON item FOR EACH ROW EXECUTE FUNCTION not_zero()");
        Generator.generate(
                new GenerateRequest(changelog, "rename", first.schema(), evolution.after(), Optional.empty()));
        try {
            fire(fields, seed);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("seed " + seed + " (-Dmigratable.fire.seed=): " + e.getMessage(), e);
        }
    }

    private void fire(List<FireField> fields, long seed) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<FireClient> clients = new ArrayList<>();
        List<Future<?>> running = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            Connection connection = database.connect();
            connection.createStatement().execute("SET timezone = 'UTC'");
            FireClient client = new FireClient(n, CLIENTS, fields, seed, connection, BYSTANDERS);
            clients.add(client);
            running.add(threads.submit(() -> {
                shoot(client);
                return null;
            }));
        }
        try {
            Thread.sleep(PHASE_MILLIS);
            apply(PhaseGroup.EXPAND);
            assertEquals("0", differing(fields));
            enter(Side.EITHER);
            Thread.sleep(PHASE_MILLIS);
            assertEquals("0", differing(fields));
            enter(Side.NEW);
            assertEquals(List.of(), apply(PhaseGroup.CONTRACT).closedGates());
            Thread.sleep(PHASE_MILLIS);
        } finally {
            over = true;
            for (Future<?> client : running) {
                client.get();
            }
            threads.shutdown();
        }
        verify(fields, clients);
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

    private ApplyReport apply(PhaseGroup group) {
        return Migrator.builder(database.dataSource())
                .changelog(changelog)
                .build()
                .apply(EnumSet.of(group), Optional.of("test"), OUR_SESSIONS);
    }

    private String differing(List<FireField> fields) throws SQLException {
        String condition = Stream.concat(
                        fields.stream()
                                .filter(f -> f.type().equals(f.presentType()))
                                .map(f -> f.old() + "::text IS DISTINCT FROM " + f.present() + "::text"),
                        Stream.of(
                                "touched IS DISTINCT FROM touched_at",
                                "visits IS DISTINCT FROM visits__parked_0002",
                                "size::numeric IS DISTINCT FROM length AND size IS DISTINCT FROM round(length)::text"))
                .collect(Collectors.joining(" OR "));
        return database.query("SELECT count(*) FROM item WHERE " + condition)
                .get(0)
                .get(0);
    }

    private void verify(List<FireField> fields, List<FireClient> clients) throws SQLException {
        Map<String, Map<String, String>> expected = new TreeMap<>();
        int done = 0;
        for (FireClient client : clients) {
            client.rows().forEach((key, row) -> expected.put(key.toString(), client.seen(row, Side.NEW)));
            done += client.done();
        }
        assertTrue(done > 100, "only " + done + " transactions");
        Map<String, Map<String, String>> found = new TreeMap<>();
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET timezone = 'UTC'");
            var result = statement.executeQuery("SELECT * FROM item WHERE id < " + FireClient.MOVE);
            while (result.next()) {
                Map<String, String> row = new TreeMap<>();
                for (FireField field : fields) {
                    row.put(field.key(Side.NEW), String.valueOf(result.getString(field.present())));
                }
                found.put(result.getString("id"), row);
            }
        }
        assertEquals(expected, found);
        assertEquals(
                List.of(List.of(Integer.toString(BYSTANDERS), "0")),
                database.query("SELECT count(*), count(*) FILTER (WHERE item_code <> 'b' || id % " + FireClient.MOVE
                        + " OR cost <> id % " + FireClient.MOVE
                        + " OR status <> 'NEW' OR touched_at IS NULL) FROM item "
                        + "WHERE id > " + FireClient.MOVE));
        System.out.println("under fire: " + done + " transactions, "
                + clients.stream().mapToInt(FireClient::retried).sum() + " tried again, longest statement "
                + clients.stream().mapToLong(FireClient::longestMillis).max().orElse(0) + " ms");
    }
}
