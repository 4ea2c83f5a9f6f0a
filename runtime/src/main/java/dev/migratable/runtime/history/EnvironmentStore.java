package dev.migratable.runtime.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps, in {@code migratable.setting}, whether the database is a production database. Never commits. */
public final class EnvironmentStore {

    private static final String SCHEMA_MISSING = "SELECT to_regnamespace('migratable') IS NULL";

    private static final String CREATE_SCHEMA = "CREATE SCHEMA migratable";

    private static final String TABLE_MISSING = "SELECT to_regclass('migratable.setting') IS NULL";

    private static final String CREATE_TABLE =
            "CREATE TABLE migratable.setting (name text PRIMARY KEY, value text NOT NULL)";

    private static final String MARK = """
            INSERT INTO migratable.setting (name, value) VALUES ('environment', 'production')
            ON CONFLICT (name) DO UPDATE SET value = excluded.value""";

    private static final String IS_PRODUCTION = """
            SELECT EXISTS (SELECT FROM migratable.setting WHERE name = 'environment' AND value = 'production')""";

    private final Connection connection;

    /** Creates a store on a connection. */
    public EnvironmentStore(Connection connection) {
        this.connection = connection;
    }

    /** Returns whether the database is marked as production. */
    public boolean isProduction() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return !isTrue(statement, TABLE_MISSING) && isTrue(statement, IS_PRODUCTION);
        }
    }

    /** Marks the database as production. */
    public void markAsProduction() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (isTrue(statement, SCHEMA_MISSING)) {
                statement.execute(CREATE_SCHEMA);
            }
            if (isTrue(statement, TABLE_MISSING)) {
                statement.execute(CREATE_TABLE);
            }
            statement.execute(MARK);
        }
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
