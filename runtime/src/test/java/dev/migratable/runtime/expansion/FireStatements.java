package dev.migratable.runtime.expansion;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** Runs a client's statements, remembers those of its transaction, and how long the longest of all took. */
final class FireStatements {
    private final Connection connection;
    private final List<String> trace = new ArrayList<>();
    private long longestMillis;

    FireStatements(Connection connection) {
        this.connection = connection;
    }

    long longestMillis() {
        return longestMillis;
    }

    /** Another transaction begins. */
    void forget() {
        trace.clear();
    }

    void run(String sql, List<String> values) throws SQLException {
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

    /** Copies one row. */
    void copyIn(String sql, List<String> values) throws SQLException {
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

    @Override
    public String toString() {
        return trace.toString();
    }
}
