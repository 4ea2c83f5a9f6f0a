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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /**
     * A column under both names, with its default as a text, and values in the server's own spelling; where it is
     * converted, with the type, the values and the default of the present one, and what makes one value of the other.
     */
    record Field(
            String old,
            String present,
            String type,
            Optional<String> initial,
            List<String> values,
            String presentType,
            List<String> presentValues,
            UnaryOperator<String> forward,
            UnaryOperator<String> backward) {
        Field(String old, String present, String type, Optional<String> initial, List<String> values) {
            this(old, present, type, initial, values, type, values, v -> v, v -> v);
        }

        boolean isNamed(Side side) {
            return !old.equals(present) || side != Side.EITHER;
        }

        String name(Side side) {
            return side == Side.OLD ? old : present;
        }

        String mark(Side side) {
            return "CAST(? AS " + (side == Side.OLD ? type : presentType) + ")";
        }

        /** The key under which a row remembers what one side sees. */
        String key(Side side) {
            return side == Side.OLD ? old : "new " + present;
        }

        /** An inserted value; a side that was left out shows the default. */
        void insert(Map<String, String> row, Side side, String value) {
            String first = initial.orElse("null");
            row.put(key(Side.OLD), first);
            row.put(key(Side.NEW), forward.apply(first));
            write(row, side, value);
        }

        void write(Map<String, String> row, Side side, String value) {
            if (side == Side.OLD) {
                if (!value.equals(row.put(key(Side.OLD), value))) {
                    row.put(key(Side.NEW), forward.apply(value));
                }
            } else if (!value.equals(row.put(key(Side.NEW), value))
                    && !forward.apply(row.get(key(Side.OLD))).equals(value)) {
                row.put(key(Side.OLD), backward.apply(value));
            }
        }

        /** Both in one statement: the present one wins where it changes anything. */
        void writeBoth(Map<String, String> row, String former, String value) {
            if (value.equals(row.get(key(Side.NEW)))) {
                write(row, Side.OLD, former);
            } else {
                row.put(key(Side.OLD), former);
                write(row, Side.NEW, value);
            }
        }
    }

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
            rows.values().forEach(r -> {
                r.replace("owner_id", Long.toString(id), "null");
                r.replace("new keeper_id", Long.toString(id), "null");
            });
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
        String name = field.name(one);
        String arbiter = fields.get(0).name(one);
        Optional<Long> taken = owner(code);
        boolean nothing = random.nextInt(3) == 0;
        String action = nothing ? "NOTHING" : "UPDATE SET " + name + " = excluded." + name;
        Map<String, String> proposed = write(key, one, code, " ON CONFLICT (" + arbiter + ") DO " + action);
        if (taken.isPresent()) {
            rows.remove(key);
            if (!nothing) {
                field.write(rows.get(taken.get()), one, String.valueOf(proposed.get(field.key(one))));
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
                field.insert(row, Side.OLD, field.initial().orElse("null"));
                continue;
            }
            Side one = one(side);
            String value = first ? code : value(field, one);
            names.add(field.name(one));
            marks.add(field.mark(one));
            values.add(value);
            field.insert(row, one, value);
        }
        run(
                "INSERT INTO item (" + String.join(", ", names) + ") VALUES (" + String.join(", ", marks) + ")"
                        + conflict,
                values);
        rows.put(key, row);
        return row;
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
            Side one = one(side);
            String value = first ? code() : value(field, one);
            if (first && owner(value).isPresent()) {
                continue;
            }
            sets.add(field.name(one) + " = " + field.mark(one));
            values.add(value);
            if (side == Side.EITHER && field.isNamed(side) && random.nextInt(4) == 0 && !first) {
                Side other = one == Side.OLD ? Side.NEW : Side.OLD;
                String second = value(field, other);
                sets.add(field.name(other) + " = " + field.mark(other));
                values.add(second);
                field.writeBoth(changed, one == Side.OLD ? value : second, one == Side.OLD ? second : value);
            } else {
                field.write(changed, one, value);
            }
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
        String names = fields.stream().map(f -> f.name(one) + "::text").collect(Collectors.joining(", "));
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT " + names + " FROM item WHERE id = ? FOR UPDATE")) {
            statement.setLong(1, key);
            try (ResultSet result = statement.executeQuery()) {
                Map<String, String> found = null;
                if (result.next()) {
                    found = new TreeMap<>();
                    for (int n = 0; n < fields.size(); n++) {
                        found.put(fields.get(n).key(one), String.valueOf(result.getString(n + 1)));
                    }
                }
                Map<String, String> expected = seen(rows.get(key), one);
                if (!Objects.equals(found, expected)) {
                    throw new AssertionError("row " + key + " as " + one + " is " + found + " instead of " + expected
                            + " after " + trace);
                }
            }
        }
    }

    /** Returns what one side sees of a row. */
    @Nullable
    Map<String, String> seen(@Nullable Map<String, String> row, Side side) {
        if (row == null) {
            return null;
        }
        Map<String, String> seen = new TreeMap<>();
        fields.forEach(f -> seen.put(f.key(side), row.get(f.key(side))));
        return seen;
    }

    private Side one(Side side) {
        return side == Side.EITHER ? random.nextBoolean() ? Side.OLD : Side.NEW : side;
    }

    private String value(Field field, Side side) {
        if (field.old().equals("owner_id")) {
            List<Long> ids = List.copyOf(keepers.keySet());
            return ids.isEmpty() || random.nextInt(4) == 0
                    ? "null"
                    : Long.toString(ids.get(random.nextInt(ids.size())));
        }
        List<String> values = side == Side.OLD ? field.values() : field.presentValues();
        return values.get(random.nextInt(values.size()));
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
