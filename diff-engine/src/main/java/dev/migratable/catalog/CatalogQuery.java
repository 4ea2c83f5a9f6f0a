package dev.migratable.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/**
 * Runs the queries that lie beside this class as {@code .sql} files; a query is called by its file's name without that
 * ending.
 *
 * @param connection where they run
 */
record CatalogQuery(Connection connection) {

    /** So many rows are held at once; a few megabytes of memory against a round trip. */
    private static final int FETCH_SIZE = 5000;

    /** Takes one row of a result. */
    interface RowConsumer {
        void accept(Row row) throws SQLException;
    }

    /** Runs a query with parameters: {@code Boolean}, or what {@link #texts} and {@link #numbers} give. */
    void each(String name, RowConsumer rows, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql(name))) {
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof Array array) {
                    statement.setArray(i + 1, array);
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.accept(new Row(result));
                }
            }
        }
    }

    /** Runs a statement whose result, if any, does not matter. */
    void run(String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql(name));
        }
    }

    /** Returns a statement with texts in the places of {@code %s}; what they hold is not looked at. */
    String text(String name, Object... parts) {
        return sql(name).strip().formatted(parts);
    }

    /** Runs one or more statements that {@link #text} gave. */
    void execute(String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
        }
    }

    Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    Array numbers(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    private static String sql(String name) {
        String file = name + ".sql";
        try (InputStream in = CatalogQuery.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new FileNotFoundException(file + " is missing beside " + CatalogQuery.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
