package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.hook.HookPoint;
import dev.migratable.runtime.hook.HookPoint.Direction;
import dev.migratable.runtime.hook.HookPoint.Scope;
import dev.migratable.runtime.hook.HookPoint.When;
import dev.migratable.runtime.hook.MigrationHook;
import dev.migratable.schema.MigratableException;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
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

/** Hooks in Java and SQL: their order, what a failing one does, and that none is forgotten. */
@PostgresTest
class HooksTest {

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    private static final RollbackRequest TO_V1 = RollbackRequest.to("0001").ignoring(ShopDatabase.TEST_SESSIONS);

    private ShopDatabase shop;

    HooksTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void createShop() throws SQLException {
        shop = new ShopDatabase(database, changelog);
        shop.createShop(10);
        shop.generateV2();
        database.execute("CREATE TABLE heard (n int GENERATED ALWAYS AS IDENTITY, what text)");
    }

    private void file(String name, String sql) throws IOException {
        Path file = changelog.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, sql);
    }

    private static String hear(String what) {
        return "INSERT INTO heard (what) VALUES ('" + what + "' || current_setting('migratable.step')); SELECT 1";
    }

    private List<String> heard() throws SQLException {
        return database.query("SELECT what FROM heard ORDER BY n").stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void hooksAreCalledInOrder() throws Exception {
        file("hooks/before-migration.sql", hear("sql before migration "));
        file("hooks/after-phase-verify.sql", hear("sql after verify "));
        file("hooks/after-migration.sql", hear("sql after migration "));
        file("0002_rename_email/hooks/before-phase-backfill.2.sql", hear("sql second "));
        file("0002_rename_email/hooks/before-phase-backfill.1.sql", hear("sql first "));
        file("0001_create_shop/hooks/before-step.sql", "SELECT 1/0");
        List<HookPoint> points = new ArrayList<>();
        shop.migrator()
                .hook((point, connection) -> points.add(point))
                .build()
                .apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        List<String> expand = heard();
        assertEquals("sql before migration expand-01-begin", expand.get(0));
        assertTrue(expand.get(1).startsWith("sql first expand-"), expand::toString);
        assertTrue(expand.get(2).startsWith("sql second expand-"), expand::toString);
        assertTrue(expand.get(3).startsWith("sql after verify expand-"), expand::toString);
        assertEquals(4, expand.size(), expand::toString);
        assertEquals(
                List.of(Scope.MIGRATION, Scope.PHASE, Scope.STEP),
                points.subList(0, 3).stream().map(HookPoint::scope).toList());
        assertEquals(
                new HookPoint(
                        Direction.APPLY,
                        When.AFTER,
                        Scope.STEP,
                        "0002_rename_email",
                        points.get(0).phase(),
                        "expand-01-begin"),
                points.get(3));
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals("sql after migration ", heard().get(4).substring(0, 20));
        assertEquals("0", shop.one("SELECT count(*) FROM migratable.due_hook"));
    }

    @Test
    void aHookThatFailsBeforeAStepKeepsItFromBeginning() throws Exception {
        file("hooks/before-phase-backfill.sql", hear("x") + "; SELECT 1/0");
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertTrue(
                failure.line()
                        .startsWith(
                                "HOK02 0002_rename_email before phase backfill: the hook"
                                        + " hooks/before-phase-backfill.sql failed: division by zero. The step has not begun; "),
                failure.line());
        assertEquals(List.of(), heard());
        assertEquals("0", shop.one("SELECT count(email_address) FROM customer"));
        file("hooks/before-phase-backfill.sql", hear("again "));
        shop.expand();
        assertEquals(1, heard().size());
        assertEquals("9", shop.one("SELECT count(email_address) FROM customer"));
    }

    @Test
    void aHookThatFailedAfterAStepIsCalledAgainBeforeTheRunGoesOn() throws Exception {
        file("hooks/after-step.sql", "SELECT 1/0");
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertTrue(failure.line().contains(" after step expand-01-begin: "), failure.line());
        assertTrue(failure.line().contains("The step is done; the same command calls the hook again"), failure.line());
        assertEquals("expanding", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
        file("hooks/after-step.sql", hear(""));
        shop.expand();
        List<String> steps = heard();
        assertEquals("expand-01-begin", steps.get(0));
        assertEquals(steps.size(), Set.copyOf(steps).size());
        assertEquals(
                Integer.parseInt(shop.one("SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'")),
                steps.size());
    }

    @Test
    void aHookOfTheLastStepIsCalledEvenIfNothingElseIsLeft() throws Exception {
        file("hooks/after-migration.sql", "SELECT 1/0");
        shop.expand();
        assertThrows(MigratableException.class, shop::contract);
        assertEquals("contracted", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
        file("hooks/after-migration.sql", hear("at last "));
        assertTrue(shop.contract().isUpToDate());
        assertEquals(1, heard().size());
        assertTrue(shop.contract().isUpToDate());
        assertEquals(1, heard().size());
    }

    @Test
    void whatAHookInJavaWritesIsCommittedOrNot() throws Exception {
        Migrator migrator = shop.migrator()
                .hook((point, connection) -> {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("INSERT INTO heard (what) VALUES ('" + point.scope() + "')");
                    }
                    if (point.scope() == Scope.PHASE) {
                        throw new IllegalStateException("not now");
                    }
                })
                .build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertTrue(failure.line().contains("failed: IllegalStateException: not now. "), failure.line());
        assertEquals(List.of("MIGRATION"), heard());
    }

    @Test
    void aFileThatNamesNoPointIsRefusedBeforeAnythingRuns() throws Exception {
        file("hooks/befor-step.sql", "SELECT 1");
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(
                MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        assertTrue(failure.line().startsWith("HOK01 hooks/befor-step.sql: its name says no point"), failure.line());
        assertEquals("1", shop.one("SELECT count(*) FROM migratable.migration"));
    }

    @Test
    void theWayBackHasHooksOfItsOwn() throws Exception {
        file("hooks/before-migration.sql", hear("forth "));
        file("hooks/before-rollback-migration.sql", hear("before "));
        file("hooks/after-rollback-phase-expand.sql", hear("expand undone "));
        file("hooks/after-rollback-migration.sql", hear("after "));
        List<HookPoint> undone = new ArrayList<>();
        List<HookPoint> told = new ArrayList<>();
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        database.execute("TRUNCATE heard");
        ApplyReport report = shop.migrator()
                .hook(new MigrationHook() {
                    @Override
                    public void run(HookPoint point, Connection connection) {
                        throw new IllegalStateException("the way back is not a way forth");
                    }

                    @Override
                    public void undo(HookPoint point, Connection connection) {
                        undone.add(point);
                    }
                })
                .listener(new MigrationListener() {
                    @Override
                    public void reached(HookPoint point) {
                        told.add(point);
                    }
                })
                .build()
                .rollback(TO_V1);
        assertEquals(List.of(), report.closedGates());
        List<String> lines = heard();
        assertEquals(3, lines.size(), lines::toString);
        assertTrue(lines.get(0).startsWith("before contract-"), lines::toString);
        assertEquals(List.of("expand undone expand-01-begin", "after expand-01-begin"), lines.subList(1, 3));
        assertEquals(
                undone.stream().filter(point -> point.scope() != Scope.STEP).toList(), told);
        assertEquals(
                report.steps().size(),
                undone.stream()
                        .filter(p -> p.scope() == Scope.STEP && p.when() == When.AFTER)
                        .count());
        assertEquals(8, told.stream().filter(p -> p.scope() == Scope.PHASE).count(), told::toString);
        assertEquals("0", shop.one("SELECT count(*) FROM migratable.due_hook"));
    }

    @Test
    void aHookThatFailedBehindAnUndoneStepIsCalledAgain() throws Exception {
        shop.expand();
        file("hooks/after-rollback-step.sql", "SELECT 1/0");
        Migrator migrator = shop.migrator().build();
        MigratableException failure = assertThrows(MigratableException.class, () -> migrator.rollback(TO_V1));
        assertTrue(failure.line().contains(" after the rollback of step expand-"), failure.line());
        assertTrue(failure.line().contains("The step is undone; the same command calls the hook"), failure.line());
        file("hooks/after-rollback-step.sql", hear(""));
        shop.migrator().build().rollback(TO_V1);
        List<String> steps = heard();
        assertEquals("expand-01-begin", steps.get(steps.size() - 1));
        assertEquals(steps.size(), Set.copyOf(steps).size());
        assertTrue(failure.line().contains(steps.get(0)), steps::toString);
    }

    @Test
    void aHookThatFailedBehindAStepDoesNotBarTheWayBack() throws Exception {
        file("hooks/after-phase-verify.sql", "SELECT 1/0");
        assertThrows(MigratableException.class, shop::expand);
        assertEquals("1", shop.one("SELECT count(*) FROM migratable.due_hook"));
        assertEquals(List.of(), shop.migrator().build().rollback(TO_V1).closedGates());
        assertEquals("0", shop.one("SELECT count(*) FROM migratable.due_hook"));
        assertEquals("1", shop.one("SELECT count(*) FROM migratable.migration"));
    }

    @Test
    void aListenerHearsOfPhasesAndMigrations() throws Exception {
        List<String> told = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void reached(HookPoint point) {
                told.add(point.describe());
            }
        };
        shop.migrator().listener(listener).build().apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        assertEquals("0002_rename_email before the migration", told.get(0));
        assertEquals("0002_rename_email before phase expand", told.get(1));
        assertEquals("0002_rename_email after phase expand", told.get(told.size() - 1));
        assertTrue(told.contains("0002_rename_email after phase backfill"), told::toString);
    }

    @Test
    void aListenerHearsOfABeginningAgainButOfAnEndAtMostOnce() throws Exception {
        List<String> told = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void reached(HookPoint point) {
                told.add(point.describe());
            }
        };
        Migrator migrator = shop.migrator().listener(listener).build();
        file("hooks/before-phase-backfill.sql", "SELECT 1/0");
        file("hooks/after-phase-verify.sql", "SELECT 1/0");
        assertThrows(MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        file("hooks/before-phase-backfill.sql", "SELECT 1");
        assertThrows(MigratableException.class, () -> migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of()));
        file("hooks/after-phase-verify.sql", hear("called "));
        migrator.apply(ShopDatabase.EXPAND, Optional.empty(), Set.of());
        assertEquals(1, heard().size());
        assertEquals(
                List.of(
                        "0002_rename_email before the migration",
                        "0002_rename_email before phase expand",
                        "0002_rename_email before phase backfill",
                        "0002_rename_email before phase backfill",
                        "0002_rename_email after phase backfill",
                        "0002_rename_email before phase verify",
                        "0002_rename_email after phase expand"),
                told);
    }
}
