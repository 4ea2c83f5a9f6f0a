package dev.migratable.runtime.expansion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.runtime.changelog.ChangelogWriter;
import dev.migratable.runtime.execute.Migrator;
import dev.migratable.runtime.execute.PhaseGroup;
import dev.migratable.runtime.execute.RollbackRequest;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients let the server number their rows while what numbers them is exchanged, forth and back: no number comes twice. */
@PostgresTest
class NumbersUnderFireTest {
    private static final Set<String> OUR_SESSIONS = Set.of("PostgreSQL JDBC Driver");
    private static final int CLIENTS = 3;

    private final TestDatabase database;

    @TempDir
    private Path directory = Path.of("");

    NumbersUnderFireTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(strings = {"serial-to-identity", "identity-to-serial"})
    void noNumberIsHandedOutTwice(String name) throws Exception {
        database.execute("DROP SCHEMA IF EXISTS migratable, migratable_parked, public CASCADE", "CREATE SCHEMA public");
        PlanCase planCase = PlanCases.all().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
        Path changelog = directory.resolve(name);
        ChangelogWriter.write(changelog, planCase.creation());
        apply(changelog);
        ChangelogWriter.write(changelog, planCase.result().plan().orElseThrow());
        // The server itself would refuse a second row of the number; here it is told apart from other errors.
        AtomicBoolean over = new AtomicBoolean();
        List<Long> numbers = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(CompletableFuture.runAsync(() -> insert(over, numbers)));
        }
        try {
            apply(changelog);
            assertTrue(Migrator.builder(database.dataSource())
                    .changelog(changelog)
                    .build()
                    .rollback(RollbackRequest.to("0001").ignoring(OUR_SESSIONS))
                    .closedGates()
                    .isEmpty());
        } finally {
            over.set(true);
        }
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
        assertEquals(numbers.size(), new HashSet<>(numbers).size());
        assertEquals(List.of(List.of(String.valueOf(numbers.size()))), database.query("SELECT count(*) FROM entry"));
    }

    private void insert(AtomicBoolean over, List<Long> numbers) {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO entry (text) VALUES ('x') RETURNING id")) {
            while (!over.get()) {
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    numbers.add(result.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void apply(Path changelog) {
        assertTrue(Migrator.builder(database.dataSource())
                .changelog(changelog)
                .build()
                .apply(EnumSet.of(PhaseGroup.EXPAND), Optional.of("test"), OUR_SESSIONS)
                .closedGates()
                .isEmpty());
    }
}
