package dev.migratable.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.testkit.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs every variant once on a few rows, where nothing is measured, so that the benchmark keeps working. */
class BackfillBenchmarkTest {

    @Test
    void everyVariantRunsAndNoClientFails() throws Exception {
        try (PostgresServer server = PostgresServer.startWithDefaultSettings()) {
            Map<String, Double> results = BackfillBenchmark.once(server, 2_000, 50, 2);
            assertTrue(results.get("migratable, workers: 2, rows/s") > 0, results::toString);
            assertTrue(results.get("verification, rows/s") > 0, results::toString);
            assertEquals(0, results.get("beside migratable, workers: 2, failed"), results::toString);
            assertEquals(0, results.get("beside a rename by a view, failed"), results::toString);
            assertEquals(0, results.get("beside migratable, 5 % of the time, failed"), results::toString);
            assertTrue(results.get("dual write, insert of many rows, triggers alone") > 0, results::toString);
        }
    }
}
