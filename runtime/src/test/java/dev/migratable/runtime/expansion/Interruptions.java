package dev.migratable.runtime.expansion;

import dev.migratable.runtime.expansion.CutConnections.Cut;
import dev.migratable.schema.MigratableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Interrupts some work on copies of a database, again and again, does it once more after each interruption, and collects
 * where that does not end as the work does that is left alone.
 *
 * <p>What an interruption leaves is looked at first: where it is, in all that the next runner can see, what another one
 * left from which the work was finished well, or what the work begins with, finishing it once more would prove nothing;
 * one in sixteen of these is finished all the same.
 */
final class Interruptions {
    private static final int FINISHED_ALL_THE_SAME = 16;
    private static final Duration SESSIONS_END_WITHIN = Duration.ofSeconds(5);
    private static final String OTHER_SESSIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

    /** Something that a runner does with a database, and the same thing again. */
    interface Work {
        void run(DataSource source);
    }

    /** A place to interrupt at: a statement, counted from 1. */
    record Point(int statement, Cut cut) {}

    private final DatabaseCopies copies;
    private final Work work;
    private final String beginning;
    private final String end;
    private final List<String> endInFull;
    private final int statements;
    private final Set<Integer> lasting;
    private final Set<Integer> commits;
    private final Set<String> leadToTheEnd = ConcurrentHashMap.newKeySet();
    private final AtomicInteger tried = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final List<String> wrong = new ArrayList<>();

    /** Does the work once, and counts its statements. */
    Interruptions(DatabaseCopies copies, Work work) throws SQLException {
        this.copies = copies;
        this.work = work;
        DataSource source = copies.renew();
        try (Connection connection = source.getConnection()) {
            beginning = DatabaseState.digestToGoOnFrom(connection);
        }
        leadToTheEnd.add(beginning);
        CutConnections counting = new CutConnections(source, 0, Cut.BEFORE);
        work.run(counting.dataSource());
        statements = counting.sent();
        lasting = counting.lasting();
        commits = counting.commits();
        endInFull = DatabaseState.of(source);
        try (Connection connection = source.getConnection()) {
            end = DatabaseState.digest(connection);
        }
    }

    int statements() {
        return statements;
    }

    /**
     * Returns the places at some statements. Within a transaction, that an answer is lost is the same as that the next
     * statement never arrives, so there is no place after such a statement.
     */
    List<Point> points(IntStream statements) {
        return statements
                .boxed()
                .flatMap(n -> Stream.of(Cut.values()).map(cut -> new Point(n, cut)))
                .filter(point -> point.cut() == Cut.BEFORE || lasting.contains(point.statement()))
                .toList();
    }

    /** Returns whether it is where a transaction was committed and nobody learns of it. */
    boolean isAnswerOfCommit(Point point) {
        return point.cut() == Cut.AFTER && commits.contains(point.statement());
    }

    /** Tries some points on several threads, and returns what went wrong. */
    List<String> at(List<Point> points, int threads) throws Exception {
        ConcurrentLinkedQueue<Point> queue = new ConcurrentLinkedQueue<>(points);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 1; i <= threads; i++) {
                int number = i;
                all.add(executor.submit(() -> {
                    drain(queue, number);
                    return number;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            executor.shutdown();
        }
        return List.copyOf(wrong);
    }

    /** How many points were tried, and how many of them were finished to the end. */
    String figures() {
        return tried.get() - wrong.size() + " of " + tried + " interruptions survived, " + finished + " finished";
    }

    private void drain(ConcurrentLinkedQueue<Point> queue, int number) throws SQLException {
        try (DatabaseCopies own = copies.sibling(number)) {
            boolean fresh = false;
            for (Point point = queue.poll(); point != null; point = queue.poll()) {
                if (!fresh) {
                    own.renew();
                }
                StringBuilder failure = new StringBuilder();
                fresh = interrupt(own.latest(), point, failure);
                if (!failure.isEmpty()) {
                    synchronized (wrong) {
                        wrong.add(point.cut() + " statement " + point.statement() + " of " + statements + failure);
                    }
                }
            }
        }
    }

    /** Returns whether the database is as it was before. */
    private boolean interrupt(DataSource source, Point point, StringBuilder failure) throws SQLException {
        CutConnections cutting = new CutConnections(source, point.statement(), point.cut());
        String told = "ended by itself";
        try {
            work.run(cutting.dataSource());
        } catch (MigratableException e) {
            told = e.line();
        } catch (RuntimeException e) {
            told = "not told as an error of ours: " + e;
            failure.append(" (").append(cutting.where()).append("): ").append(told);
            return false;
        }
        int number = tried.incrementAndGet();
        String place = " (" + cutting.where() + "): " + told;
        String left;
        try (Connection connection = source.getConnection()) {
            if (!othersEnd(connection)) {
                failure.append(place).append("; sessions stayed open");
                return false;
            }
            left = DatabaseState.digestToGoOnFrom(connection);
        }
        if (leadToTheEnd.contains(left) && number % FINISHED_ALL_THE_SAME != 0) {
            return left.equals(beginning);
        }
        finished.incrementAndGet();
        failure.append(finish(source, place));
        if (failure.isEmpty()) {
            leadToTheEnd.add(left);
        }
        return false;
    }

    /** Returns what went wrong; empty where nothing did. */
    private String finish(DataSource source, String place) throws SQLException {
        try {
            work.run(source);
        } catch (RuntimeException e) {
            return place + "; then: " + e;
        }
        try (Connection connection = source.getConnection()) {
            if (DatabaseState.digest(connection).equals(end)) {
                return "";
            }
        }
        List<String> state = DatabaseState.of(source);
        List<String> more = new ArrayList<>(state);
        endInFull.forEach(more::remove);
        List<String> less = new ArrayList<>(endInFull);
        state.forEach(less::remove);
        return place + "; then more: " + more + ", less: " + less;
    }

    private static boolean othersEnd(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + SESSIONS_END_WITHIN.toNanos();
        try (var statement = connection.createStatement()) {
            while (true) {
                try (var result = statement.executeQuery(OTHER_SESSIONS)) {
                    if (result.next() && result.getInt(1) == 0) {
                        return true;
                    }
                }
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(500_000);
            }
        }
    }
}
