package dev.migratable.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/** What clients of the former version write to the renamed column, a part at a time. */
enum ClientWrites {
    POINT("single rows, each committed", 500) {
        @Override
        void run(Connection connection, Part part, boolean both) throws SQLException {
            Random random = new Random(part.number());
            try (PreparedStatement statement = connection.prepareStatement(both ? BOTH_BY_KEY : BY_KEY)) {
                for (long n = 0; n < part.size(); n++) {
                    int parameter = 1;
                    String value = "changed." + part.number() + "." + n + "@example.org";
                    statement.setString(parameter++, value);
                    if (both) {
                        statement.setString(parameter++, value);
                    }
                    statement.setLong(parameter, 1 + random.nextLong(part.rows()));
                    statement.executeUpdate();
                }
            }
        }
    },
    ONE_TRANSACTION("single rows, one transaction", 4_000) {
        @Override
        void run(Connection connection, Part part, boolean both) throws SQLException {
            connection.setAutoCommit(false);
            POINT.run(connection, part, both);
            connection.commit();
            connection.setAutoCommit(true);
        }
    },
    INSERT("insert of many rows", 20_000) {
        @Override
        void run(Connection connection, Part part, boolean both) throws SQLException {
            String value = ", 'new.' || n || '@example.org'";
            long from = part.rows() + (long) part.number() * part.size();
            execute(
                    connection,
                    "INSERT INTO account (id, email" + (both ? ", email_address" : "") + ") SELECT " + from + " + n"
                            + value + (both ? value : "") + " FROM generate_series(1, " + part.size() + ") AS n");
        }
    },
    BULK_UPDATE("update of many rows", 20_000) {
        @Override
        void run(Connection connection, Part part, boolean both) throws SQLException {
            String value = "'bulk." + part.number() + ".' || id";
            long from = (long) part.number() * part.size() % part.rows();
            execute(
                    connection,
                    "UPDATE account SET email = " + value + (both ? ", email_address = " + value : "") + " WHERE id > "
                            + from + " AND id <= " + (from + part.size()));
        }
    };

    private static final String BY_KEY = "UPDATE account SET email = ? WHERE id = ?";
    private static final String BOTH_BY_KEY = "UPDATE account SET email = ?, email_address = ? WHERE id = ?";

    /**
     * Some of a client's writes.
     *
     * @param number a number of its own, so that no part writes what another one wrote
     * @param size how many rows
     * @param rows how many rows the table had at first
     */
    record Part(int number, int size, long rows) {}

    private final String title;
    private final int most;

    ClientWrites(String title, int most) {
        this.title = title;
        this.most = most;
    }

    /** Returns the name for people. */
    String title() {
        return title;
    }

    /**
     * Writes.
     *
     * @param both whether the client writes both columns, as the triggers would
     */
    abstract void run(Connection connection, Part part, boolean both) throws SQLException;

    /** Returns the seconds that a part takes. */
    double time(Connection connection, int number, long rows, boolean both) throws SQLException {
        Part part = new Part(number, (int) Math.min(rows, most), rows);
        long started = System.nanoTime();
        run(connection, part, both);
        return (System.nanoTime() - started) / 1e9;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
