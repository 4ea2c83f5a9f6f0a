package dev.migratable.examples.demo;

import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The shop's database: filled at the start, compared with what clients wrote at the end. */
final class Shop {

    /** Customers at the start. */
    static final int CUSTOMERS = 200_000;

    /** Orders at the start. */
    static final int ORDERS = 1_000_000;

    private static final int FETCH_ROWS = 10_000;

    private final TestDatabase database;

    Shop(TestDatabase database) {
        this.database = database;
    }

    /** Fills the tables of the old version. */
    void fill() throws SQLException {
        database.execute(
                "INSERT INTO customer (first_name, last_name, email, city)"
                        + " SELECT 'First' || n, 'Last' || n, 'customer' || n || '@example.com', 'Ulm'"
                        + " FROM generate_series(1, " + CUSTOMERS + ") n",
                "INSERT INTO orders (customer_id, status, total, placed_at)"
                        + " SELECT 1 + n % " + CUSTOMERS + ", 'NEW', (n % 10000) / 100.0,"
                        + " timestamp '2026-01-01' + n * interval '1 second'"
                        + " FROM generate_series(1, " + ORDERS + ") n",
                "ANALYZE");
    }

    /** Compares every row with what clients wrote; what is lost or different goes to the ledger. */
    void compare(Ledger ledger) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false); // or the driver would hold all rows at once
            compareCustomers(connection, ledger);
            compareOrders(connection, ledger);
            connection.rollback();
        }
    }

    private static void compareCustomers(Connection connection, Ledger ledger) throws SQLException {
        Set<Long> missing = new HashSet<>(ledger.emails().keySet());
        for (long id = 1; id <= CUSTOMERS; id++) {
            missing.add(id);
        }
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row =
                    statement.executeQuery("SELECT id, email_address, display_name, loyalty_points FROM customer")) {
                while (row.next()) {
                    long id = row.getLong(1);
                    if (!missing.remove(id)) {
                        ledger.differs("customer " + id + " is there but nobody was told it is committed");
                    }
                    String expected = ledger.expectedEmail(id);
                    if (!expected.equals(row.getString(2)) || row.getString(3) == null || row.getObject(4) == null) {
                        ledger.differs("customer " + id + ": expected " + expected + ", found " + row.getString(2)
                                + ", display name " + row.getString(3) + ", points " + row.getObject(4));
                    }
                }
            }
        }
        missing.forEach(id -> ledger.differs("customer " + id + " is lost"));
    }

    private static void compareOrders(Connection connection, Ledger ledger) throws SQLException {
        Map<Long, Ledger.PlacedOrder> missing = new HashMap<>(ledger.orders());
        long seeded = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet row =
                    statement.executeQuery("SELECT id, customer_id, status, total_cents = total * 100 FROM orders")) {
                while (row.next()) {
                    Ledger.PlacedOrder found = new Ledger.PlacedOrder(row.getLong(2), row.getString(3));
                    long id = row.getLong(1);
                    Ledger.PlacedOrder expected = missing.remove(id);
                    boolean untouched = expected == null
                            && id <= ORDERS
                            && found.equals(new Ledger.PlacedOrder(1 + id % CUSTOMERS, "NEW"));
                    seeded += untouched ? 1 : 0;
                    if (!row.getBoolean(4) || !untouched && !found.equals(expected)) {
                        ledger.differs("order " + id + ": expected " + expected + ", found " + found
                                + ", total_cents right: " + row.getBoolean(4));
                    }
                }
            }
        }
        missing.keySet().forEach(id -> ledger.differs("order " + id + " is lost"));
        if (seeded != ORDERS) {
            ledger.differs(ORDERS - seeded + " of the first " + ORDERS + " orders are lost or changed");
        }
    }

    /** Returns the number that a query gives. */
    long number(String sql) throws SQLException {
        return Long.parseLong(String.valueOf(database.query(sql).get(0).get(0)));
    }
}
