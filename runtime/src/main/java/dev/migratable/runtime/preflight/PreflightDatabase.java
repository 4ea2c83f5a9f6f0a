package dev.migratable.runtime.preflight;

import dev.migratable.runtime.sql.PreflightSql;
import dev.migratable.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks a database in short transactions of its own that cannot write, wait half a second for a lock at most, and end
 * after each question.
 */
final class PreflightDatabase {

    /** Far longer than any look into the catalog takes. */
    static final int CATALOG_MILLIS = 10_000;

    /** Reads one row. */
    interface RowReader<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }

    /** Asks something. */
    interface Question<T> {
        T ask(Connection connection) throws SQLException;
    }

    private final Connection connection;

    PreflightDatabase(Connection connection) {
        this.connection = connection;
    }

    /** Asks in a transaction of its own; whatever it did is undone. */
    <T> T readOnly(int millis, Question<T> question) throws SQLException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute(PreflightSql.BEGIN);
                statement.execute(PreflightSql.limit(millis));
            }
            return question.ask(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Runs a query whose parameters are texts, arrays of text, numbers; a row that gives null is left out. */
    <T> List<T> rows(String sql, RowReader<T> reader, Object... parameters) throws SQLException {
        return readOnly(CATALOG_MILLIS, c -> {
            List<T> rows = new ArrayList<>();
            try (PreparedStatement statement = c.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    bind(statement, i + 1, parameters[i]);
                }
                try (ResultSet result = statement.executeQuery()) {
                    while (result.next()) {
                        T row = reader.read(result);
                        if (row != null) {
                            rows.add(row);
                        }
                    }
                }
            }
            return rows;
        });
    }

    /** Returns whether a query gives true. */
    boolean isTrue(String sql, Object... parameters) throws SQLException {
        return rows(sql, row -> row.getBoolean(1), parameters).contains(true);
    }

    private static void bind(PreparedStatement statement, int index, Object parameter) throws SQLException {
        if (parameter instanceof Collection<?> texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
        } else {
            statement.setObject(index, parameter);
        }
    }

    /** Returns a name as people say it: without the schema where that is {@code public}. */
    static String display(String text) {
        String standard = QualifiedName.DEFAULT_SCHEMA + ".";
        return text.startsWith(standard) ? text.substring(standard.length()) : text;
    }

    /** Returns names as the server parses them. */
    static List<String> texts(Collection<QualifiedName> names) {
        return names.stream().map(PreflightSql::text).toList();
    }
}
