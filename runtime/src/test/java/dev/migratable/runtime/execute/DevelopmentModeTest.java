package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class DevelopmentModeTest {

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    DevelopmentModeTest(TestDatabase database) {
        this.database = database;
    }

    private StartReport start(dev.migratable.schema.Model model) {
        return Migrator.builder(database.dataSource())
                .mode(Mode.DEVELOPMENT)
                .build()
                .start(model);
    }

    private ShopDatabase shop() {
        return new ShopDatabase(database, changelog);
    }

    @Test
    void safeChangesAreAppliedAtOnceAndListed() throws SQLException {
        StartReport first = start(Shop.v1());
        assertTrue(first.matches(), first.toString());
        assertFalse(first.applied().isEmpty());
        assertEquals(List.of(), shop().differencesTo(Shop.v1()));

        StartReport second = start(Shop.v1WithNote());
        assertEquals(1, second.applied().size(), second.toString());
        assertTrue(second.applied().get(0).contains("note"), second.toString());
        assertEquals(List.of(), shop().differencesTo(Shop.v1WithNote()));

        assertEquals(new StartReport(List.of(), List.of(), List.of(), List.of()), start(Shop.v1WithNote()));
        assertEquals(List.of(), database.query("SELECT 1 FROM pg_class WHERE relname LIKE 'databasechangelog%'"));
    }

    @Test
    void riskyChangesAreRefusedWithTheReasonAndTheWayOn() throws SQLException {
        start(Shop.v1());
        shop().insertCustomers(2_000);
        StartReport report = start(Shop.v2());
        assertFalse(report.matches());
        assertTrue(
                report.refused().stream()
                        .anyMatch(d -> d.description().contains("email_address")
                                && !d.reason().isEmpty()
                                && !d.wayOn().isEmpty()),
                report.toString());
        assertEquals("1800", shop().one("SELECT count(email) FROM customer"));
    }

    @Test
    void leftoversAreListedAndKept() throws SQLException {
        start(Shop.v1());
        database.execute("CREATE TABLE of_another_branch (a int)", "ALTER TABLE customer ADD another text");
        StartReport report = start(Shop.v1());
        assertTrue(report.matches(), report.toString());
        assertEquals(2, report.leftovers().size(), report.toString());
        assertEquals(List.of(), report.applied());
        assertEquals("0", shop().one("SELECT count(another) FROM customer"));
        assertEquals("0", shop().one("SELECT count(*) FROM of_another_branch"));
    }

    @Test
    void aDatabaseMarkedAsProductionIsLeftAlone() throws SQLException {
        Migrator migrator =
                Migrator.builder(database.dataSource()).mode(Mode.DEVELOPMENT).build();
        migrator.markAsProduction();
        MigratableException failure = assertThrows(MigratableException.class, () -> migrator.start(Shop.v1()));
        assertTrue(failure.line().startsWith("DEV01 database: it is marked as production"), failure.line());
        assertEquals(Schema.EMPTY, shop().schema());
    }

    @Test
    void otherwiseDifferencesAreOnlyReported() throws SQLException {
        StartReport report = Migrator.builder(database.dataSource()).build().start(Shop.v1());
        assertFalse(report.matches());
        assertEquals(List.of(), report.applied());
        assertEquals(Schema.EMPTY, shop().schema());
        assertEquals(List.of(), database.query("SELECT 1 FROM pg_namespace WHERE nspname = 'migratable'"));
    }

    @Test
    void aGeneratedMigrationWhoseEffectsAreThereAlreadyPasses() throws SQLException {
        start(Shop.v1());
        start(Shop.v1WithNote());
        shop().insertCustomers(100);
        shop().generate("create_shop", Schema.EMPTY, Shop.v1());
        shop().generate("add_note", Shop.v1().schema(), Shop.v1WithNote());
        ApplyReport report = shop().expand();
        assertFalse(report.steps().isEmpty());
        assertEquals(List.of(), shop().differencesTo(Shop.v1WithNote()));
        assertEquals("100", shop().one("SELECT count(*) FROM customer"));
        assertTrue(shop().expand().isUpToDate());
    }
}
