package dev.migratable.runtime.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresServer;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that mention an old name are listed before a contract takes the name away. */
class OldNamesTest {

    private static List<String> oldNames(ShopDatabase shop) {
        return shop.migrator().build().status().migrations().stream()
                .flatMap(migration -> migration.oldNames().stream())
                .toList();
    }

    private static void query(TestDatabase database, String... statements) throws SQLException {
        for (String sql : statements) {
            database.query(sql);
        }
    }

    @Test
    void onlyStatementsOfClientsThatUseTheOldNameAreListed(@TempDir Path changelog) throws Exception {
        try (PostgresServer server =
                PostgresServer.startWith(Map.of("shared_preload_libraries", "pg_stat_statements"))) {
            TestDatabase database = server.createDatabase();
            ShopDatabase shop = new ShopDatabase(database, changelog);
            shop.createShop(10);
            shop.generateV2();
            shop.expand();
            assertEquals(List.of(), oldNames(shop), "nothing counts statements");
            database.execute("CREATE EXTENSION pg_stat_statements");
            query(database, "SELECT pg_stat_statements_reset()");
            assertEquals(List.of(), oldNames(shop), "our own statements are none");
            query(
                    database,
                    "SELECT email_address FROM customer",
                    "SELECT email FROM pg_class AS other, customer WHERE email = 'x'",
                    "SELECT EMAIL FROM customer",
                    "SELECT 1 AS email",
                    "SELECT id AS emails FROM customer");
            List<String> found = oldNames(shop);
            assertEquals(2, found.size(), found::toString);
            assertTrue(found.get(0).startsWith("email is mentioned, 1 times"), found::toString);
            assertTrue(
                    found.get(1).endsWith(": SELECT email FROM pg_class AS other, customer WHERE email = $1"),
                    found::toString);
            List<String> warnings = new ArrayList<>();
            shop.migrator()
                    .listener(new MigrationListener() {
                        @Override
                        public void warning(String migration, String warning) {
                            warnings.add(warning);
                        }
                    })
                    .build()
                    .apply(ShopDatabase.CONTRACT, Optional.of("test"), ShopDatabase.TEST_SESSIONS);
            assertEquals(2, warnings.size(), "the contract begins all the same");
        }
    }
}
