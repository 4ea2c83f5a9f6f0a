package dev.migratable.benchmark;

import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** What clients of the former version write to the renamed column; timed with and without the triggers of dual write. */
enum ClientWrites {
    POINT("single rows, each committed") {
        @Override
        void run(Connection connection, long rows, boolean both) throws SQLException {
            Random random = new Random(1);
            try (PreparedStatement statement = connection.prepareStatement(both ? BOTH_BY_KEY : BY_KEY)) {
                for (long n = 0; n < Math.min(rows, POINTS); n++) {
                    int parameter = 1;
                    statement.setString(parameter++, "changed." + n + "@example.org");
                    if (both) {
                        statement.setString(parameter++, "changed." + n + "@example.org");
                    }
                    statement.setLong(parameter, 1 + random.nextLong(rows));
                    statement.executeUpdate();
                }
            }
        }
    },
    ONE_TRANSACTION("single rows, one transaction") {
        @Override
        void run(Connection connection, long rows, boolean both) throws SQLException {
            connection.setAutoCommit(false);
            POINT.run(connection, rows, both);
            connection.commit();
            connection.setAutoCommit(true);
        }
    },
    INSERT("insert of many rows") {
        @Override
        void run(Connection connection, long rows, boolean both) throws SQLException {
            String value = ", 'new.' || n || '@example.org'";
            execute(
                    connection,
                    "INSERT INTO account (id, email" + (both ? ", email_address" : "") + ") SELECT " + rows + " + n"
                            + value + (both ? value : "") + " FROM generate_series(1, " + Math.min(rows, BULK)
                            + ") AS n");
        }
    },
    BULK_UPDATE("update of many rows") {
        @Override
        void run(Connection connection, long rows, boolean both) throws SQLException {
            execute(
                    connection,
                    "UPDATE account SET email = 'bulk.' || id" + (both ? ", email_address = 'bulk.' || id" : "")
                            + " WHERE id <= " + Math.min(rows, BULK));
        }
    };

    private static final String BY_KEY = "UPDATE account SET email = ? WHERE id = ?";
    private static final String BOTH_BY_KEY = "UPDATE account SET email = ?, email_address = ? WHERE id = ?";
    private static final long POINTS = 5_000;
    private static final long BULK = 200_000;

    private final String title;

    ClientWrites(String title) {
        this.title = title;
    }

    /** Returns the name for people. */
    String title() {
        return title;
    }

    abstract void run(Connection connection, long rows, boolean both) throws SQLException;

    /**
     * Returns the seconds that the writes take.
     *
     * @param both whether the client writes both columns, as the triggers would
     */
    double time(TestDatabase database, long rows, boolean both) throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, "CHECKPOINT");
            long started = System.nanoTime();
            run(connection, rows, both);
            return (System.nanoTime() - started) / 1e9;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
