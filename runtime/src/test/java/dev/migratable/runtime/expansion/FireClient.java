package dev.migratable.runtime.expansion;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

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

    private static final int KEYS = 40;
    private static final int PARENTS = 6;

    /** How far a bystander moves when its key changes: behind all keys of the clients, and before the others. */
    static final long MOVE = 500_000;

    /** A table that rows refer to, by a column of this former name; deleting its rows sets that to NULL or deletes. */
    private enum Parent {
        KEEPER("owner_id", false),
        LOT("lot_id", true);

        private final String column;
        private final boolean cascade;

        Parent(String column, boolean cascade) {
            this.column = column;
            this.cascade = cascade;
        }

        String table() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final int number;
    private final int clients;
    private final List<FireField> fields;
    private final Random random;
    private final Connection connection;
    private final int bystanders;
    private TreeMap<Long, Map<String, String>> rows = new TreeMap<>();
    private Map<Parent, Set<Long>> parents = new EnumMap<>(Parent.class);
    private final List<String> trace = new ArrayList<>();
    private int retried;
    private int done;
    private long longestMillis;

    /**
     * Creates a client.
     *
     * @param bystanders how many rows that nobody else writes have the keys from {@code 2 * MOVE + 1} on; the client
     *     changes the keys of some of them
     */
    FireClient(int number, int clients, List<FireField> fields, long seed, Connection connection, int bystanders) {
        this.number = number;
        this.clients = clients;
        this.fields = fields;
        this.random = new Random(seed + number);
        this.connection = connection;
        this.bystanders = bystanders;
        Arrays.stream(Parent.values())
                .filter(p -> fields.stream().anyMatch(f -> f.old().equals(p.column)))
                .forEach(p -> parents.put(p, new TreeSet<>()));
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
            Map<Parent, Set<Long>> parentsBefore = copyParents();
            trace.clear();
            try {
                statements(side);
                if (random.nextInt(8) == 0) {
                    connection.rollback();
                    rows = rowsBefore;
                    parents = parentsBefore;
                } else {
                    connection.commit();
                    done++;
                }
                return;
            } catch (SQLException e) {
                rows = rowsBefore;
                parents = parentsBefore;
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
                Map<Parent, Set<Long>> parentsBefore = copyParents();
                statement(side);
                connection.rollback(savepoint);
                rows = rowsBefore;
                parents = parentsBefore;
            }
            statement(side);
        }
    }

    private void statement(Side side) throws SQLException {
        long key = (long) random.nextInt(KEYS) * clients + number;
        Map<String, String> row = rows.get(key);
        switch (random.nextInt(12)) {
            case 0 -> parent();
            case 1 -> delete(key);
            case 2, 3 -> upsert(key, side);
            case 4 -> check(key, side);
            case 5 -> changeKey(key);
            case 6 -> moveBystander();
            default -> {
                if (row == null) {
                    insert(key, side);
                } else {
                    update(key, row, side);
                }
            }
        }
    }

    /** Adds a parent, or deletes one, which deletes its rows, or sets their references to NULL under either name. */
    private void parent() throws SQLException {
        Parent parent = List.copyOf(parents.keySet()).get(random.nextInt(parents.size()));
        String id = Long.toString((long) random.nextInt(PARENTS) * clients + number);
        if (parents.get(parent).remove(Long.valueOf(id))) {
            run("DELETE FROM " + parent.table() + " WHERE id = ?", List.of(id));
            if (parent.cascade) {
                rows.values().removeIf(r -> id.equals(r.get(parent.column)));
            } else {
                FireField field = field(parent.column);
                rows.values().stream()
                        .filter(r -> id.equals(r.get(parent.column)))
                        .forEach(r -> field.write(r, Side.OLD, "null"));
            }
        } else {
            run("INSERT INTO " + parent.table() + " (id) VALUES (CAST(? AS bigint))", List.of(id));
            parents.get(parent).add(Long.valueOf(id));
        }
    }

    private FireField field(String old) {
        return fields.stream().filter(f -> f.old().equals(old)).findFirst().orElseThrow();
    }

    /** Gives a row another key, which another row may have had before. */
    private void changeKey(long key) throws SQLException {
        long next = (long) random.nextInt(KEYS) * clients + number;
        if (rows.containsKey(key) && !rows.containsKey(next)) {
            run(
                    "UPDATE item SET id = CAST(? AS bigint) WHERE id = ?",
                    List.of(Long.toString(next), Long.toString(key)));
            rows.put(next, Objects.requireNonNull(rows.remove(key)));
        }
    }

    /** Changes the key of a row that nobody writes, over the place that a backfill has come to, or back. */
    private void moveBystander() throws SQLException {
        if (bystanders > 0) {
            int n = 1 + random.nextInt(bystanders / clients - 1) * clients + number;
            run(
                    "UPDATE item SET id = CASE WHEN id > " + 2 * MOVE + " THEN id - " + MOVE + " ELSE id + " + MOVE
                            + " END WHERE id IN (CAST(? AS bigint), CAST(? AS bigint))",
                    List.of(Long.toString(MOVE + n), Long.toString(2 * MOVE + n)));
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
        FireField field = fields.get(1 + random.nextInt(fields.size() - 1));
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
        for (FireField field : fields) {
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
        if (conflict.isEmpty() && random.nextInt(3) == 0) {
            copyIn("COPY item (" + String.join(", ", names) + ") FROM STDIN", values);
        } else {
            run(
                    "INSERT INTO item (" + String.join(", ", names) + ") VALUES (" + String.join(", ", marks) + ")"
                            + conflict,
                    values);
        }
        rows.put(key, row);
        return row;
    }

    private void update(long key, Map<String, String> row, Side side) throws SQLException {
        List<String> sets = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Map<String, String> changed = new TreeMap<>(row);
        for (FireField field : fields) {
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

    private String value(FireField field, Side side) {
        Optional<Parent> parent = parents.keySet().stream()
                .filter(p -> p.column.equals(field.old()))
                .findFirst();
        if (parent.isPresent()) {
            List<Long> ids = List.copyOf(parents.get(parent.get()));
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

    private void copyIn(String sql, List<String> values) throws SQLException {
        trace.add(sql + " " + values);
        String line = values.stream()
                .map(v -> v.equals("null") ? "\\N" : v.replace("\\", "\\\\"))
                .collect(Collectors.joining("\t", "", "\n"));
        long started = System.nanoTime();
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(line));
        } catch (IOException e) {
            throw new SQLException(e);
        }
        longestMillis = Math.max(longestMillis, (System.nanoTime() - started) / 1_000_000);
    }

    private Map<Parent, Set<Long>> copyParents() {
        Map<Parent, Set<Long>> copy = new EnumMap<>(Parent.class);
        parents.forEach((parent, ids) -> copy.put(parent, new TreeSet<>(ids)));
        return copy;
    }

    private static TreeMap<Long, Map<String, String>> copy(TreeMap<Long, Map<String, String>> rows) {
        TreeMap<Long, Map<String, String>> copy = new TreeMap<>();
        rows.forEach((key, row) -> copy.put(key, new TreeMap<>(row)));
        return copy;
    }
}
