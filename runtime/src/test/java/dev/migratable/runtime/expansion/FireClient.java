package dev.migratable.runtime.expansion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A client that owns some keys of the table under fire, writes them at random under the names that are in use, and
 * remembers what must be there. Used by one thread.
 */
final class FireClient {
    /** Which names a statement uses. */
    enum Side {
        OLD,
        NEW,
        EITHER
    }

    /** A column under both names, with its default as a text, and values in the server's own spelling. */
    record Field(String old, String present, String type, Optional<String> initial, List<String> values) {}

    private static final int KEYS = 40;
    private static final int KEEPERS = 6;

    private final int number;
    private final int clients;
    private final List<Field> fields;
    private final Random random;
    private final Connection connection;
    private TreeMap<Long, Map<String, String>> rows = new TreeMap<>();
    private TreeMap<Long, Boolean> keepers = new TreeMap<>();
    private final List<String> trace = new ArrayList<>();
    private int retried;
    private int done;
    private long longestMillis;

    FireClient(int number, int clients, List<Field> fields, long seed, Connection connection) {
        this.number = number;
        this.clients = clients;
        this.fields = fields;
        this.random = new Random(seed + number);
        this.connection = connection;
    }

    int retried() {
        return retried;
    }

    int done() {
        return done;
    }

    long longestMillis() {
        return longestMillis;
    }

    Map<Long, Map<String, String>> rows() {
        return rows;
    }

    /** Does one transaction of some statements, again where the server says that it may be tried again. */
    void transaction(Side side) throws SQLException {
        connection.setAutoCommit(false);
        while (true) {
            TreeMap<Long, Map<String, String>> rowsBefore = copy(rows);
            TreeMap<Long, Boolean> keepersBefore = new TreeMap<>(keepers);
            trace.clear();
            try {
                statements(side);
                if (random.nextInt(8) == 0) {
                    connection.rollback();
                    rows = rowsBefore;
                    keepers = keepersBefore;
                } else {
                    connection.commit();
                    done++;
                }
                return;
            } catch (SQLException e) {
                rows = rowsBefore;
                keepers = keepersBefore;
                connection.rollback();
                if (!Set.of("40001", "40P01").contains(String.valueOf(e.getSQLState()))) {
                    throw new SQLException(side + " " + e.getMessage() + " after " + trace, e.getSQLState(), e);
                }
                retried++;
            }
        }
    }

    private void statements(Side side) throws SQLException {
        int count = 1 + random.nextInt(3);
        for (int n = 0; n < count; n++) {
            if (random.nextInt(6) == 0) {
                Savepoint savepoint = connection.setSavepoint();
                TreeMap<Long, Map<String, String>> rowsBefore = copy(rows);
                TreeMap<Long, Boolean> keepersBefore = new TreeMap<>(keepers);
                statement(side);
                connection.rollback(savepoint);
                rows = rowsBefore;
                keepers = keepersBefore;
            }
            statement(side);
        }
    }

    private void statement(Side side) throws SQLException {
        long key = (long) random.nextInt(KEYS) * clients + number;
        Map<String, String> row = rows.get(key);
        switch (random.nextInt(10)) {
            case 0 -> keeper();
            case 1 -> delete(key);
            case 2, 3 -> upsert(key, side);
            case 4 -> check(key, side);
            default -> {
                if (row == null) {
                    insert(key, side);
                } else {
                    update(key, row, side);
                }
            }
        }
    }

    /** Adds a keeper, or deletes one, which sets the keys of its rows to NULL under either name. */
    private void keeper() throws SQLException {
        long id = (long) random.nextInt(KEEPERS) * clients + number;
        if (keepers.remove(id) != null) {
            run("DELETE FROM keeper WHERE id = ?", List.of(Long.toString(id)));
            rows.values().forEach(r -> r.replace("owner_id", Long.toString(id), "null"));
        } else {
            run("INSERT INTO keeper (id) VALUES (CAST(? AS bigint))", List.of(Long.toString(id)));
            keepers.put(id, true);
        }
    }

    private void delete(long key) throws SQLException {
        run("DELETE FROM item WHERE id = ?", List.of(Long.toString(key)));
        rows.remove(key);
    }

    private void insert(long key, Side side) throws SQLException {
        String code = code();
        if (owner(code).isPresent()) {
            return;
        }
        write(key, side, code, "");
    }

    /** Inserts under a code that may be taken, which then changes the row that has it. */
    private void upsert(long key, Side side) throws SQLException {
        if (rows.containsKey(key)) {
            return;
        }
        String code = code();
        Side one = one(side);
        Field field = fields.get(1 + random.nextInt(fields.size() - 1));
        String name = name(field, one);
        String arbiter = name(fields.get(0), one);
        Optional<Long> taken = owner(code);
        boolean nothing = random.nextInt(3) == 0;
        String action = nothing ? "NOTHING" : "UPDATE SET " + name + " = excluded." + name;
        Map<String, String> proposed = write(key, one, code, " ON CONFLICT (" + arbiter + ") DO " + action);
        if (taken.isPresent()) {
            rows.remove(key);
            if (!nothing) {
                rows.get(taken.get()).put(field.old(), proposed.get(field.old()));
            }
        }
    }

    /** Inserts a row; each column is left out, or written under one name, or under both where both are in use. */
    private Map<String, String> write(long key, Side side, String code, String conflict) throws SQLException {
        List<String> names = new ArrayList<>(List.of("id"));
        List<String> marks = new ArrayList<>(List.of("CAST(? AS bigint)"));
        List<String> values = new ArrayList<>(List.of(Long.toString(key)));
        Map<String, String> row = new TreeMap<>();
        for (Field field : fields) {
            boolean first = field.equals(fields.get(0));
            if (!first && random.nextInt(4) == 0) {
                row.put(field.old(), initial(field));
                continue;
            }
            String value = first ? code : value(field);
            names.add(name(field, one(side)));
            marks.add(mark(field));
            values.add(value);
            row.put(field.old(), value);
        }
        run(
                "INSERT INTO item (" + String.join(", ", names) + ") VALUES (" + String.join(", ", marks) + ")"
                        + conflict,
                values);
        rows.put(key, row);
        return row;
    }

    /** A default that tells the time is asked for; the others are known. */
    private static String initial(Field field) {
        return field.initial().orElse("null");
    }

    private void update(long key, Map<String, String> row, Side side) throws SQLException {
        List<String> sets = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Map<String, String> changed = new TreeMap<>(row);
        for (Field field : fields) {
            if (random.nextInt(3) != 0) {
                continue;
            }
            boolean first = field.equals(fields.get(0));
            String value = first ? code() : value(field);
            if (first && owner(value).isPresent()) {
                continue;
            }
            String name = name(field, one(side));
            sets.add(name + " = " + mark(field));
            values.add(value);
            String result = value;
            if (side == Side.EITHER && random.nextInt(4) == 0 && !first) {
                // Both names in one statement: the present one wins where it changes anything.
                String other = value(field);
                sets.add((name.equals(field.old()) ? field.present() : field.old()) + " = " + mark(field));
                values.add(other);
                String present = name.equals(field.old()) ? other : value;
                String former = name.equals(field.old()) ? value : other;
                result = present.equals(row.get(field.old())) ? former : present;
            }
            changed.put(field.old(), result);
        }
        if (sets.isEmpty()) {
            return;
        }
        values.add(Long.toString(key));
        run("UPDATE item SET " + String.join(", ", sets) + " WHERE id = CAST(? AS bigint)", values);
        rows.put(key, changed);
    }

    /** Reads a row under the names of one side, and demands what was written under whichever. */
    void check(long key, Side side) throws SQLException {
        Side one = one(side);
        String names = fields.stream().map(f -> name(f, one) + "::text").collect(Collectors.joining(", "));
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + names + " FROM item WHERE id = ? FOR UPDATE")) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                Map<String, String> found = null;
                if (result.next()) {
                    found = new TreeMap<>();
                    for (int n = 0; n < fields.size(); n++) {
                        found.put(fields.get(n).old(), String.valueOf(result.getString(n + 1)));
                    }
                }
                if (!Objects.equals(found, rows.get(key))) {
                    throw new AssertionError("row " + key + " as " + one + " is " + found + " instead of "
                            + rows.get(key) + " after " + trace);
                }
            }
        }
    }

    private Side one(Side side) {
        return side == Side.EITHER ? random.nextBoolean() ? Side.OLD : Side.NEW : side;
    }

    private static String name(Field field, Side side) {
        return side == Side.OLD ? field.old() : field.present();
    }

    private static String mark(Field field) {
        return "CAST(? AS " + field.type() + ")";
    }

    private String value(Field field) {
        if (field.old().equals("owner_id")) {
            List<Long> ids = List.copyOf(keepers.keySet());
            return ids.isEmpty() || random.nextInt(4) == 0
                    ? "null"
                    : Long.toString(ids.get(random.nextInt(ids.size())));
        }
        return field.values().get(random.nextInt(field.values().size()));
    }

    private String code() {
        return "c" + number + "-" + random.nextInt(KEYS);
    }

    private Optional<Long> owner(String code) {
        String column = fields.get(0).old();
        return rows.entrySet().stream()
                .filter(e -> code.equals(e.getValue().get(column)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void run(String sql, List<String> values) throws SQLException {
        trace.add(sql + " " + values);
        long started = System.nanoTime();
        try (PreparedStatement statement =
                connection.prepareStatement(sql.replace("id = ?", "id = CAST(? AS bigint)"))) {
            for (int n = 0; n < values.size(); n++) {
                String value = values.get(n);
                statement.setString(n + 1, value.equals("null") ? null : value);
            }
            statement.executeUpdate();
        }
        longestMillis = Math.max(longestMillis, (System.nanoTime() - started) / 1_000_000);
    }

    private static TreeMap<Long, Map<String, String>> copy(TreeMap<Long, Map<String, String>> rows) {
        TreeMap<Long, Map<String, String>> copy = new TreeMap<>();
        rows.forEach((key, row) -> copy.put(key, new TreeMap<>(row)));
        return copy;
    }
}
