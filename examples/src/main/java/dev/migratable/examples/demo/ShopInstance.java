package dev.migratable.examples.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.Lock;
import javax.sql.DataSource;

/**
 * A running instance of the shop: a few clients, each with a connection and a thread of its own, that read and write all
 * the time. Statements that fail and rows that are not what was written go to the ledger.
 */
final class ShopInstance implements AutoCloseable {

    /** Clients of one instance; two instances of each version keep two cores busy but not drowned. */
    private static final int CLIENTS = 3;

    /** A client's pause between two statements: these are users, not a load test. */
    private static final long THINKING_MILLIS = 3;

    private static final String[] STATUS = {"NEW", "PAID", "SENT", "DONE"};

    private final String name;
    private final ShopVersion version;
    private final DataSource dataSource;
    private final Ledger ledger;
    private final int customers;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running = true;

    private ShopInstance(String name, ShopVersion version, DataSource dataSource, Ledger ledger, int customers) {
        this.name = name;
        this.version = version;
        this.dataSource = dataSource;
        this.ledger = ledger;
        this.customers = customers;
    }

    /**
     * Starts an instance.
     *
     * @param seed makes its clients' choices repeatable
     * @param dataSource gives connections that carry the instance's tag
     * @param customers ids from 1 to this exist from the start
     */
    static ShopInstance start(
            String name, ShopVersion version, long seed, DataSource dataSource, Ledger ledger, int customers) {
        ShopInstance instance = new ShopInstance(name, version, dataSource, ledger, customers);
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(seed * CLIENTS + client);
            Thread thread = new Thread(() -> instance.run(random), name + "-" + client);
            thread.setDaemon(true);
            instance.threads.add(thread);
            thread.start();
        }
        return instance;
    }

    private void run(Random random) {
        try (Connection connection = dataSource.getConnection()) {
            List<Long> placed = new ArrayList<>();
            while (running) {
                step(connection, random, placed);
                Thread.sleep(THINKING_MILLIS);
            }
        } catch (SQLException e) {
            ledger.failed(name + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(Connection connection, Random random, List<Long> placed) {
        long customer = 1L + random.nextInt(customers);
        Lock lock = ledger.lock(customer);
        lock.lock();
        try {
            int choice = random.nextInt(100);
            if (choice < 45) {
                read(connection, customer);
            } else if (choice < 75) {
                updateEmail(connection, customer);
            } else if (choice < 80) {
                insertCustomer(connection, customer);
            } else if (choice < 95 || placed.isEmpty()) {
                placed.add(insertOrder(connection, customer, STATUS[0]));
            } else {
                updateStatus(connection, placed.get(random.nextInt(placed.size())), STATUS[random.nextInt(4)]);
            }
        } catch (SQLException e) {
            ledger.failed(name + ": " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private void read(Connection connection, long customer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(version.readCustomer())) {
            statement.setLong(1, customer);
            String expected = ledger.expectedEmail(customer);
            long start = System.nanoTime();
            try (ResultSet row = statement.executeQuery()) {
                ledger.succeeded(System.nanoTime() - start);
                String found = row.next() ? row.getString(1) : "no row";
                if (!expected.equals(found)) {
                    ledger.differs(name + " read customer " + customer + ": expected " + expected + ", found " + found);
                }
            }
        }
    }

    private void updateEmail(Connection connection, long customer) throws SQLException {
        String email = ledger.newEmail(customer);
        try (PreparedStatement statement = connection.prepareStatement(version.updateEmail())) {
            statement.setString(1, email);
            statement.setLong(2, customer);
            long start = System.nanoTime();
            int rows = statement.executeUpdate();
            ledger.succeeded(System.nanoTime() - start);
            if (rows == 1) {
                ledger.wroteEmail(customer, email);
            } else {
                ledger.differs(name + " updated " + rows + " rows of customer " + customer);
            }
        }
    }

    private void insertCustomer(Connection connection, long neighbour) throws SQLException {
        String email = ledger.newEmail(neighbour);
        try (PreparedStatement statement = connection.prepareStatement(version.insertCustomer())) {
            statement.setString(1, "Ada");
            statement.setString(2, "Number " + neighbour);
            statement.setString(3, email);
            ledger.wroteEmail(id(statement), email);
        }
    }

    private long insertOrder(Connection connection, long customer, String status) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(version.insertOrder())) {
            statement.setLong(1, customer);
            statement.setString(2, status);
            long order = id(statement);
            ledger.wroteOrder(order, customer, status);
            return order;
        }
    }

    private void updateStatus(Connection connection, long order, String status) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(version.updateStatus())) {
            statement.setString(1, status);
            statement.setLong(2, order);
            long start = System.nanoTime();
            int rows = statement.executeUpdate();
            ledger.succeeded(System.nanoTime() - start);
            if (rows == 1) {
                ledger.wroteStatus(order, status);
            } else {
                ledger.differs(name + " updated " + rows + " rows of order " + order);
            }
        }
    }

    private long id(PreparedStatement statement) throws SQLException {
        long start = System.nanoTime();
        try (ResultSet row = statement.executeQuery()) {
            ledger.succeeded(System.nanoTime() - start);
            row.next();
            return row.getLong(1);
        }
    }

    /** Stops the clients after the statement they are at and closes their connections. */
    @Override
    public void close() {
        running = false;
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
