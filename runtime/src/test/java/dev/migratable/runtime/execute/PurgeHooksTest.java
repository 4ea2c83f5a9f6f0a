package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.hook.HookPoint;
import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.MigrationHook;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hooks of a purge: they may keep what is parked, and none is forgotten once it is gone. */
@PostgresTest
class PurgeHooksTest {

    private static final PurgeRequest NOW =
            PurgeRequest.afterRetention().olderThan(Duration.ZERO).ignoring(ShopDatabase.TEST_SESSIONS);
    private static final String EMAIL = "purge customer.email__parked_0002";

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private ShopDatabase shop;

    PurgeHooksTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void parkAColumn() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(10);
        shop.generateV2();
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        database.execute("CREATE TABLE heard (n int GENERATED ALWAYS AS IDENTITY, what text)");
    }

    private void file(String name, String sql) throws IOException {
        Path file = changelog.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    private static String hear(String what) {
        return "INSERT INTO heard (what) VALUES ('" + what + "' || current_setting('migratable.step'))";
    }

    private List<String> heard() throws SQLException {
        return database.query("SELECT what FROM heard ORDER BY n").stream()
                .map(row -> row.get(0))
                .toList();
    }

    private String parked() throws SQLException {
        return shop.one("SELECT count(*) FROM pg_attribute WHERE attname = 'email__parked_0002'");
    }

    @Test
    void hooksOfThePurgeAndNoOthersAreCalledInOrder() throws Exception {
        file("hooks/before-step.sql", "SELECT 1/0");
        file("hooks/after-rollback-migration.sql", "SELECT 1/0");
        file("hooks/before-purge-migration.sql", hear("before all "));
        file("hooks/before-purge-step.sql", hear("before "));
        file("0002_rename_email/hooks/after-purge-step.sql", hear("after "));
        file("hooks/after-purge-migration.sql", hear("after all "));
        file("0001_create_shop/hooks/before-purge-step.sql", "SELECT 1/0");
        List<String> points = new ArrayList<>();
        List<String> told = new ArrayList<>();
        PurgeReport report = shop.migrator()
                .hook(new MigrationHook() {
                    @Override
                    public void run(HookPoint point, Connection connection) {
                        throw new IllegalStateException("a purge applies nothing");
                    }

                    @Override
                    public void purge(HookPoint point, Connection connection) {
                        assertEquals(Direction.PURGE, point.direction());
                        points.add(point.describe());
                    }
                })
                .listener(new MigrationListener() {
                    @Override
                    public void reached(HookPoint point) {
                        told.add(point.describe());
                    }
                })
                .build()
                .purge(NOW);
        assertEquals(1, report.purged().size(), report::toString);
        assertEquals(List.of("before all " + EMAIL, "before " + EMAIL, "after " + EMAIL, "after all "), heard());
        List<String> all = List.of(
                "0002_rename_email before the purge of the migration",
                "0002_rename_email before step " + EMAIL,
                "0002_rename_email after step " + EMAIL,
                "0002_rename_email after the purge of the migration");
        assertEquals(all, points);
        assertEquals(List.of(all.get(0), all.get(3)), told);
        assertEquals("0", shop.one("SELECT count(*) FROM migratable.due_hook"));
    }

    @Test
    void aHookThatFailsBeforeKeepsWhatIsParked() throws Exception {
        file("hooks/before-purge-step.sql", "SELECT 1/0");
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(MigratableException.class, () -> migrator.purge(NOW));
        assertTrue(
                failure.line().startsWith("HOK02 0002_rename_email before step " + EMAIL + ": the hook "),
                failure.line());
        assertEquals("1", parked());
        assertEquals("0", shop.one("SELECT count(*) FROM migratable.due_hook"));
    }

    @Test
    void aHookThatFailedBehindADropIsCalledByTheNextPurge() throws Exception {
        file("hooks/after-purge-step.sql", "SELECT 1/0");
        file("hooks/after-purge-migration.sql", hear("all"));
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(MigratableException.class, () -> migrator.purge(NOW));
        assertTrue(failure.line().contains("It is dropped; the same command calls the hook again"), failure.line());
        assertEquals("0", parked());
        assertEquals("2", shop.one("SELECT count(*) FROM migratable.due_hook"));
        file("hooks/after-purge-step.sql", hear(""));
        assertTrue(shop.contract().isUpToDate(), "no other run calls them");
        assertEquals(List.of(), heard());
        assertEquals(List.of(), migrator.purge(NOW).purged());
        assertEquals(List.of(EMAIL, "all"), heard());
        migrator.purge(NOW);
        assertEquals(2, heard().size());
    }

    @Test
    void aPurgeHasNoPhases() throws Exception {
        file("hooks/before-purge-phase.sql", "SELECT 1");
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(MigratableException.class, () -> migrator.purge(NOW));
        assertTrue(failure.line().startsWith("HOK01 hooks/before-purge-phase.sql: "), failure.line());
        assertEquals("1", parked());
    }
}
