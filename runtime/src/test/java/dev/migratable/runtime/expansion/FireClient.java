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

    private static final int KEYS = 40;

    /** How far a bystander moves when its key changes: behind all keys of the clients, and before the others. */
    static final long MOVE = 500_000;

    private final int number;
    private final int clients;
    private final List<FireField> fields;
    private final Random random;
    private final Connection connection;
    private final int bystanders;
    private TreeMap<Long, Map<String, String>> rows = new TreeMap<>();
    private FireParents parents;
    private final FireStatements statements;
    private int retried;
    private int done;

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
        this.parents = FireParents.of(fields);
        this.statements = new FireStatements(connection);
    }

    int retried() {
        return retried;
    }

    int done() {
        return done;
    }

    long longestMillis() {
        return statements.longestMillis();
    }

    Map<Long, Map<String, String>> rows() {
        return rows;
    }

    /** Does one transaction of some statements, again where the server says that it may be tried again. */
    void transaction(Side side) throws SQLException {
        connection.setAutoCommit(false);
        while (true) {
            TreeMap<Long, Map<String, String>> rowsBefore = copy(rows);
            FireParents parentsBefore = parents.copy();
            statements.forget();
            try {
                some(side);
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
                    throw new SQLException(side + " " + e.getMessage() + " after " + statements, e.getSQLState(), e);
                }
                retried++;
            }
        }
    }

    private void some(Side side) throws SQLException {
        int count = 1 + random.nextInt(3);
        for (int n = 0; n < count; n++) {
            if (random.nextInt(6) == 0) {
                Savepoint savepoint = connection.setSavepoint();
                TreeMap<Long, Map<String, String>> rowsBefore = copy(rows);
                FireParents parentsBefore = parents.copy();
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
        FireParents.Parent parent = parents.any(random);
        long id = parents.anyId(random, number, clients);
        if (parents.remove(parent, id)) {
            statements.run("DELETE FROM " + parent.table() + " WHERE id = ?", List.of(Long.toString(id)));
            if (parent.cascades()) {
                rows.values().removeIf(r -> Long.toString(id).equals(r.get(parent.column())));
            } else {
                FireField field = field(parent.column());
                rows.values().stream()
                        .filter(r -> Long.toString(id).equals(r.get(parent.column())))
                        .forEach(r -> field.write(r, Side.OLD, "null"));
            }
        } else {
            statements.run(
                    "INSERT INTO " + parent.table() + " (id) VALUES (CAST(? AS bigint))", List.of(Long.toString(id)));
            parents.add(parent, id);
        }
    }

    private FireField field(String old) {
        return fields.stream().filter(f -> f.old().equals(old)).findFirst().orElseThrow();
    }

    /** Gives a row another key, which another row may have had before. */
    private void changeKey(long key) throws SQLException {
        long next = (long) random.nextInt(KEYS) * clients + number;
        if (rows.containsKey(key) && !rows.containsKey(next)) {
            statements.run(
                    "UPDATE item SET id = CAST(? AS bigint) WHERE id = ?",
                    List.of(Long.toString(next), Long.toString(key)));
            rows.put(next, Objects.requireNonNull(rows.remove(key)));
        }
    }

    /** Changes the key of a row that nobody writes, over the place that a backfill has come to, or back. */
    private void moveBystander() throws SQLException {
        if (bystanders > 0) {
            int n = 1 + random.nextInt(bystanders / clients - 1) * clients + number;
            statements.run(
                    "UPDATE item SET id = CASE WHEN id > " + 2 * MOVE + " THEN id - " + MOVE + " ELSE id + " + MOVE
                            + " END WHERE id IN (CAST(? AS bigint), CAST(? AS bigint))",
                    List.of(Long.toString(MOVE + n), Long.toString(2 * MOVE + n)));
        }
    }

    private void delete(long key) throws SQLException {
        statements.run("DELETE FROM item WHERE id = ?", List.of(Long.toString(key)));
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
            statements.copyIn("COPY item (" + String.join(", ", names) + ") FROM STDIN", values);
        } else {
            statements.run(
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
        statements.run("UPDATE item SET " + String.join(", ", sets) + " WHERE id = CAST(? AS bigint)", values);
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
                            + " after " + statements);
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
        if (parents.isReference(field)) {
            return parents.reference(field, random).map(id -> Long.toString(id)).orElse("null");
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

    private static TreeMap<Long, Map<String, String>> copy(TreeMap<Long, Map<String, String>> rows) {
        TreeMap<Long, Map<String, String>> copy = new TreeMap<>();
        rows.forEach((key, row) -> copy.put(key, new TreeMap<>(row)));
        return copy;
    }
}
