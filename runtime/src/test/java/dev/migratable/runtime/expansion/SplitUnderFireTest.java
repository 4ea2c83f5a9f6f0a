package dev.migratable.runtime.expansion;

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
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old versions write one column and new ones two while it is split; nothing of either may get lost. */
@PostgresTest
class SplitUnderFireTest {
    private static final int CLIENTS = 3;
    private static final int KEYS = 30;
    private static final int PHASE_MILLIS = 500;
    private static final List<String> NAMES = List.of("Ada Lovelace", "Plato", "Jean Paul Sartre", "X  Y");
    private static final List<String> FIRST = List.of("Ada", "Mary Ann", "Q");
    private static final List<String> LAST = List.of("Lovelace", "van Dyke", "null");

    private final TestDatabase database;
    private final ReentrantReadWriteLock phase = new ReentrantReadWriteLock(true);
    private volatile Side side = Side.OLD;
    private volatile boolean over;

    @TempDir
    private Path changelog = Path.of("");

    SplitUnderFireTest(TestDatabase database) {
        this.database = database;
    }

    /** What all versions believe of a row. */
    private record Person(String name, String first, String last) {
        static Person ofName(String name) {
            int space = name.indexOf(' ');
            String rest = space < 0 ? "" : name.substring(space + 1);
            return new Person(name, space < 0 ? name : name.substring(0, space), rest.isEmpty() ? "null" : rest);
        }

        static Person of(String first, String last) {
            return new Person(last.equals("null") ? first : first + " " + last, first, last);
        }

        Person withName(String other) {
            return other.equals(name) ? this : ofName(other);
        }

        /** What the name explains already leaves the name as it is. */
        Person with(String newFirst, String newLast) {
            Person explained = ofName(name);
            boolean same =
                    explained.first().equals(newFirst) && explained.last().equals(newLast);
            return newFirst.equals(first) && newLast.equals(last) || same
                    ? new Person(name, newFirst, newLast)
                    : of(newFirst, newLast);
        }
    }

    @Test
    void nothingWrittenToEitherSideIsLost() throws Exception {
        PlanCase split = TransitionCases.splitColumn();
        Model first = new Model(split.before(), Declarations.NONE);
        Generator.generate(new GenerateRequest(changelog, "create", Schema.EMPTY, first, Optional.empty()));
        apply(PhaseGroup.EXPAND);
        database.execute("INSERT INTO person SELECT 1000000 + n, 'A' || n || ' B C' FROM generate_series(1, 4000) n");
        Generator.generate(new GenerateRequest(changelog, "split", first.schema(), split.after(), Optional.empty()));
        long seed = Long.getLong("migratable.fire.seed", System.nanoTime() & 0xffff);
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Map<Long, Person>>> running = new ArrayList<>();
        for (int n = 0; n < CLIENTS; n++) {
            int number = n;
            running.add(threads.submit(() -> shoot(number, new Random(seed + number))));
        }
        Map<Long, Person> expected = new TreeMap<>();
        try {
            Thread.sleep(PHASE_MILLIS);
            apply(PhaseGroup.EXPAND);
            enter(Side.EITHER);
            Thread.sleep(PHASE_MILLIS);
            enter(Side.NEW);
            assertEquals(List.of(), apply(PhaseGroup.CONTRACT).closedGates(), "seed " + seed);
            Thread.sleep(PHASE_MILLIS);
        } finally {
            over = true;
            for (Future<Map<Long, Person>> client : running) {
                expected.putAll(client.get());
            }
            threads.shutdown();
        }
        verify(expected, seed);
    }

    private void verify(Map<Long, Person> expected, long seed) throws SQLException {
        Map<Long, String> found = new TreeMap<>();
        database.query("SELECT id, first_name || '|' || coalesce(last_name, 'null') FROM person WHERE id < 1000000")
                .forEach(r -> found.put(Long.valueOf(r.get(0)), r.get(1)));
        Map<Long, String> believed = new TreeMap<>();
        expected.forEach((key, p) -> believed.put(key, p.first() + "|" + p.last()));
        assertEquals(believed, found, "seed " + seed);
        assertTrue(found.size() > CLIENTS, "seed " + seed);
        assertEquals(
                List.of(List.of("4000")),
                database.query("SELECT count(*) FROM person WHERE id > 1000000 "
                        + "AND first_name = 'A' || (id - 1000000) AND last_name = 'B C'"));
    }

    private Map<Long, Person> shoot(int number, Random random) throws SQLException {
        Map<Long, Person> rows = new TreeMap<>();
        try (Connection connection = database.connect()) {
            while (!over) {
                phase.readLock().lock();
                try {
                    long key = (long) random.nextInt(KEYS) * CLIENTS + number;
                    statement(connection, random, rows, key);
                } finally {
                    phase.readLock().unlock();
                }
            }
        }
        return rows;
    }

    private void statement(Connection connection, Random random, Map<Long, Person> rows, long key) throws SQLException {
        boolean old = side == Side.OLD || side == Side.EITHER && random.nextBoolean();
        String name = pick(NAMES, random);
        String first = pick(FIRST, random);
        String last = pick(LAST, random);
        Person present = rows.get(key);
        if (present == null) {
            rows.put(key, old ? Person.ofName(name) : Person.of(first, last));
            if (old) {
                run(connection, "INSERT INTO person (name, id) VALUES (?, ?)", key, name);
            } else {
                run(connection, "INSERT INTO person (first_name, last_name, id) VALUES (?, ?, ?)", key, first, last);
            }
        } else if (random.nextInt(8) == 0) {
            rows.remove(key);
            run(connection, "DELETE FROM person WHERE id = ?", key);
        } else if (old) {
            rows.put(key, present.withName(name));
            run(connection, "UPDATE person SET name = ? WHERE id = ?", key, name);
        } else if (random.nextBoolean()) {
            rows.put(key, present.with(first, present.last()));
            run(connection, "UPDATE person SET first_name = ? WHERE id = ?", key, first);
        } else {
            rows.put(key, present.with(first, last));
            run(connection, "UPDATE person SET first_name = ?, last_name = ? WHERE id = ?", key, first, last);
        }
    }

    private static String pick(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static void run(Connection connection, String sql, long key, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int next = 1;
            for (String value : values) {
                statement.setString(next++, value.equals("null") ? null : value);
            }
            statement.setLong(next, key);
            assertEquals(1, statement.executeUpdate(), sql);
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
                .apply(EnumSet.of(group), Optional.of("test"), Set.of("PostgreSQL JDBC Driver"));
    }
}
