package dev.migratable.examples.demo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Remembers what the clients were told is committed, so that it can be compared with what the database holds.
 *
 * <p>One row is used by one client at a time ({@link #lock}); any difference is then the migration's fault, never that of
 * two clients that overtook each other.
 */
final class Ledger {

    /** So many that two clients seldom meet at one. */
    private static final int STRIPES = 4096;

    private final Lock[] stripes = new Lock[STRIPES];
    private final Map<Long, String> emails = new ConcurrentHashMap<>();
    private final Map<Long, PlacedOrder> orders = new ConcurrentHashMap<>();
    private final AtomicLong emailNumber = new AtomicLong();
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicInteger differences = new AtomicInteger();
    private volatile String firstProblem = "";

    /**
     * An order that a client was told is committed.
     *
     * @param customer the customer's id
     * @param status the status last written
     */
    record PlacedOrder(long customer, String status) {}

    Ledger() {
        for (int i = 0; i < STRIPES; i++) {
            stripes[i] = new ReentrantLock();
        }
    }

    /** Returns the lock that a client must hold while it uses a customer. */
    Lock lock(long customer) {
        return stripes[(int) (customer % STRIPES)];
    }

    /** Returns an e-mail address that nobody has. */
    String newEmail(long customer) {
        return "c" + customer + "." + emailNumber.incrementAndGet() + "@example.com";
    }

    /** Returns the e-mail address a customer had when the shop was filled. */
    static String seededEmail(long customer) {
        return "customer" + customer + "@example.com";
    }

    /** Records a committed e-mail address. */
    void wroteEmail(long customer, String email) {
        emails.put(customer, email);
    }

    /** Records a committed order. */
    void wroteOrder(long order, long customer, String status) {
        orders.put(order, new PlacedOrder(customer, status));
    }

    /** Records the committed status of an order placed before. */
    void wroteStatus(long order, String status) {
        orders.computeIfPresent(order, (id, placed) -> new PlacedOrder(placed.customer(), status));
    }

    /** Returns the e-mail address that the database must hold. */
    String expectedEmail(long customer) {
        return Optional.ofNullable(emails.get(customer)).orElseGet(() -> seededEmail(customer));
    }

    /** Returns the e-mail addresses that clients wrote. */
    Map<Long, String> emails() {
        return emails;
    }

    /** Returns the orders that clients placed. */
    Map<Long, PlacedOrder> orders() {
        return orders;
    }

    /** Records a statement that succeeded, with the time that the client waited for it. */
    void succeeded(long nanos) {
        statements.incrementAndGet();
        longestNanos.accumulateAndGet(nanos, Math::max);
    }

    /** Records a statement that failed. */
    void failed(String problem) {
        statements.incrementAndGet();
        failures.incrementAndGet();
        note(problem);
    }

    /** Records a row that is not what a client wrote. */
    void differs(String problem) {
        differences.incrementAndGet();
        note(problem);
    }

    private synchronized void note(String problem) {
        if (firstProblem.isEmpty()) {
            firstProblem = problem;
        }
    }

    /** Returns the number of statements that clients ran. */
    long statementCount() {
        return statements.get();
    }

    /** Returns the number of statements that failed. */
    long failureCount() {
        return failures.get();
    }

    /** Returns the number of rows lost or different. */
    int differenceCount() {
        return differences.get();
    }

    /** Returns the longest time a client waited for a statement, in milliseconds. */
    double longestMillis() {
        return longestNanos.get() / 1e6;
    }

    /** Returns the first problem, empty where there is none. */
    String firstProblem() {
        return firstProblem;
    }
}
