package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated changelogs run on a Liquibase that has never heard of us, and our runner runs on either Liquibase. */
@PostgresTest
class StockLiquibaseTest {

    private static final int CUSTOMERS = 5_000;

    private final TestDatabase database;

    @TempDir
    private Path changelog;

    @TempDir
    private Path work;

    StockLiquibaseTest(TestDatabase database) {
        this.database = database;
    }

    private void liquibase(String version, String... command) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "--url=" + database.url(),
                "--username=" + database.user(),
                "--changelog-file=db.changelog-root.yaml",
                "--search-path=" + changelog,
                "--show-banner=false",
                "--analytics-enabled=false"));
        arguments.addAll(List.of(command));
        ChildJvm child = ChildJvm.liquibase(work, version, arguments);
        assertEquals(0, child.join(), child.printed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.33.0", "5.0.4"})
    void itRunsThereAndBackAndContractWaitsAtItsGate(String version) throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.generateV1();
        liquibase(version, "update");
        shop.insertCustomers(CUSTOMERS);
        liquibase(version, "tag", "--tag=v1");
        Schema before = shop.schema();
        List<?> customers = database.query("SELECT id, email, name FROM customer ORDER BY id");

        shop.generateV2();
        liquibase(version, "update");
        assertEquals("expanded", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE email IS DISTINCT FROM email_address"));
        assertEquals("0", shop.one("SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%/contract.sql'"));

        database.execute("UPDATE migratable.migration SET approved_by = 'test', "
                + "ignored_clients = '{PostgreSQL JDBC Driver}' WHERE id LIKE '0002%'");
        liquibase(version, "update");
        assertEquals("contracted", shop.one("SELECT state FROM migratable.migration WHERE id LIKE '0002%'"));
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
        assertEquals(customers, database.query("SELECT id, email_address, name FROM customer ORDER BY id"));
        assertEquals("0", shop.one("SELECT count(*) FROM customer WHERE status <> 'active'"));

        database.execute(
                "INSERT INTO customer (id, email_address, name, status) VALUES (99999, 'new@x.org', 'n', 'vip')");
        liquibase(version, "rollback", "--tag=v1");
        assertEquals(before, shop.schema());
        assertEquals("new@x.org", shop.one("SELECT email FROM customer WHERE id = 99999"));
        assertEquals(customers, database.query("SELECT id, email, name FROM customer WHERE id <> 99999 ORDER BY id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.33.0", "5.0.4"})
    void rollbackOfExpandAloneLeavesNothing(String version) throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(CUSTOMERS);
        Schema before = shop.schema();
        shop.generateV2();
        shop.expand();
        String count = shop.one("SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'");
        liquibase(version, "rollback-count", "--count=" + count);
        assertEquals(before, shop.schema());
        assertEquals("1", shop.one("SELECT count(*) FROM migratable.migration"));
        shop.expand();
        assertEquals(List.of(), shop.contract().closedGates());
        assertEquals(List.of(), shop.differencesTo(Shop.v2()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.33.0", "5.0.4"})
    void ourRunnerRunsOnEither(String version) throws Exception {
        ShopDatabase shop = new ShopDatabase(database, changelog);
        shop.createShop(CUSTOMERS);
        shop.generateV2();
        ChildJvm child = ChildJvm.start(work, version, ApplyMain.class, database.url(), changelog.toString(), "EXPAND");
        assertEquals(0, child.join(), child.printed());
        assertEquals(
                "applied " + shop.one("SELECT count(*) FROM databasechangelog WHERE filename LIKE '0002%'"),
                child.printed().strip());
        assertEquals(Optional.empty(), shop.migrator().build().status().runner());
        assertEquals(List.of(), shop.contract().closedGates());
        assertTrue(shop.differencesTo(Shop.v2()).isEmpty());
    }
}
