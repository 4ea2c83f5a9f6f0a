package dev.migratable.classify;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.Dependent;
import dev.migratable.change.Change;
import dev.migratable.change.RenameColumn;
import dev.migratable.change.RenameTable;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Table;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks a live database how many of its rows are in the way of changes.
 *
 * <p>It only reads, each count in a READ ONLY transaction of its own, so that neither a snapshot nor ACCESS SHARE is held
 * for longer than one count; it waits for no lock longer than an instant. A count that takes too long is repeated on a
 * sample, and one that is impossible says why; neither is an error. A check of the model is run as SQL.
 */
public final class DataProbe {

    private static final Logger LOGGER = System.getLogger(DataProbe.class.getPackageName());

    /** Long enough for DDL to be gone, short enough that nobody queues behind the reader. */
    private static final Duration LOCK_WAIT = Duration.ofMillis(100);

    private static final String CANCELLED = "57014";
    private static final String LOCKED = "55P03";

    /** Where nobody knows how many rows there are, a hundredth of the pages. */
    private static final double UNKNOWN_PERCENT = 1;

    private static final double ALL_PERCENT = 100;

    /**
     * Bounds the cost.
     *
     * @param statement how long one count may take
     * @param exactRows from how many estimated rows on only a sample is read
     * @param sampleRows how many rows a sample has, about
     */
    public record Limits(Duration statement, long exactRows, long sampleRows) {

        /** Five seconds a count: what PostgreSQL reads of a cached table in that time is some 50 million rows. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(5), 50_000_000, 100_000);
    }

    private final Connection connection;
    private final Schema current;
    private final OldNames oldNames;
    private final Map<QualifiedName, Long> rowCounts;
    private final List<Dependent> dependents;
    private final Limits limits;

    private DataProbe(Connection connection, Schema current, OldNames oldNames, Catalog catalog, Limits limits) {
        this.connection = connection;
        this.current = current;
        this.oldNames = oldNames;
        this.rowCounts = catalog.rowCounts();
        this.dependents = catalog.dependents();
        this.limits = limits;
    }

    /**
     * Measures what a classification of the changes can use.
     *
     * @param connection to the database, in autocommit mode, in which it is left
     * @param catalog what was read of it
     * @param changes the changes to it, declared renames first
     * @param limits what it may cost
     * @throws SQLException where the connection fails; a count that fails is part of the answer
     * @throws IllegalArgumentException where the connection is in a transaction
     */
    public static Evidence measure(Connection connection, Catalog catalog, List<Change> changes, Limits limits)
            throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalArgumentException("the connection is in a transaction, which would hold its locks");
        }
        List<Change> renames = changes.stream()
                .filter(c -> c instanceof RenameTable || c instanceof RenameColumn)
                .toList();
        Schema renamed = renames.isEmpty() ? catalog.schema() : Change.applyAll(catalog.schema(), renames);
        boolean wasReadOnly = connection.isReadOnly();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            return new DataProbe(connection, renamed, new OldNames(changes), catalog, limits).measure(changes);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setReadOnly(wasReadOnly);
        }
    }

    private Evidence measure(List<Change> changes) throws SQLException {
        RowQuestions questions = new RowQuestions(current, oldNames);
        Map<Change, RowCount> failing = new HashMap<>();
        Map<Change, RowCount> losing = new HashMap<>();
        for (Change change : changes) {
            Optional<RowQuestion> failure = questions.failing(change);
            if (failure.isPresent()) {
                failing.put(change, count(failure.get()));
            }
            Optional<RowQuestion> loss = questions.losing(change);
            if (loss.isPresent()) {
                losing.put(change, count(loss.get()));
            }
        }
        return new Evidence(failing, losing, oldNames.rename(dependents), new TypeReader(connection).read(changes));
    }

    private RowCount count(RowQuestion question) throws SQLException {
        Optional<Long> estimate = Optional.ofNullable(rowCounts.get(oldNames.table(question.table())));
        boolean huge = estimate.filter(rows -> rows > limits.exactRows()).isPresent();
        if (!huge) {
            RowCount exact = count(question, "");
            if (exact.obstacle().filter(this.tooLong()::equals).isEmpty()) {
                return exact;
            }
        }
        double percent = estimate.map(rows -> Math.min(ALL_PERCENT, ALL_PERCENT * limits.sampleRows() / rows))
                .orElse(UNKNOWN_PERCENT);
        return count(
                question,
                Sql.template("sample").with("percent", Double.toString(percent)).text());
    }

    private String tooLong() {
        return "it takes longer than " + limits.statement().toMillis() + " ms";
    }

    private RowCount count(RowQuestion question, String sample) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            limit(connection, limits);
            try (ResultSet result = statement.executeQuery(sql(question, sample))) {
                result.next();
                long found = result.getLong("found");
                long read = result.getLong("read");
                return sample.isEmpty() ? RowCount.exact(found, read) : RowCount.inSample(found, read);
            }
        } catch (SQLException e) {
            LOGGER.log(Level.DEBUG, "rows of " + question.table() + " were not counted", e);
            return RowCount.impossible(obstacle(e));
        } finally {
            connection.rollback();
        }
    }

    /** Bounds what the statements of a transaction may cost. */
    static void limit(Connection connection, Limits limits) throws SQLException {
        try (PreparedStatement limit =
                connection.prepareStatement(Sql.template("limits").text())) {
            limit.setString(1, Long.toString(limits.statement().toMillis()));
            limit.setString(2, Long.toString(LOCK_WAIT.toMillis()));
            limit.executeQuery().close();
        }
    }

    private String obstacle(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("none");
        if (state.equals(CANCELLED)) {
            return tooLong();
        }
        if (state.equals(LOCKED)) {
            return "somebody holds a lock on the table";
        }
        String fact = String.valueOf(e.getMessage()).lines().findFirst().orElse("no message");
        return "the server says \"" + fact.replaceFirst("^ERROR: ", "").strip() + "\"";
    }

    private String sql(RowQuestion question, String sample) {
        Table table = current.table(question.table()).orElseThrow();
        String columns = table.columns().stream()
                .map(c -> Sql.name(oldNames.column(table.name(), c.name())) + " as " + Sql.name(c.name()))
                .collect(Collectors.joining(", "));
        Sql template = Sql.template(question.keys().isEmpty() ? "rows" : "duplicates")
                .with("condition", question.condition())
                .with("columns", columns)
                .with("table", Sql.name(oldNames.table(table.name())))
                .with("alias", Sql.alias(table.name()))
                .with("sample", sample)
                .with("keys", String.join(", ", question.keys()))
                .with("uncompared", Boolean.toString(question.uncompared()));
        return template.text();
    }
}
