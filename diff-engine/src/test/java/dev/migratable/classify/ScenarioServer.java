package dev.migratable.classify;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.Change;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Executes the statements of scenarios, and says in words what the server did. */
final class ScenarioServer {

    /** Takes away what an earlier scenario left. */
    private static final List<String> EMPTIED =
            List.of("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", "DROP PUBLICATION IF EXISTS outbox");

    private final Connection connection;
    private final int version;

    ScenarioServer(Connection connection, int version) {
        this.connection = connection;
        this.version = version;
    }

    int version() {
        return version;
    }

    /** Returns the schema before, and the one behind each statement; that to be comes last. */
    List<Schema> schemas(RuleScenario scenario) throws SQLException {
        connection.setAutoCommit(false);
        List<Schema> schemas = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            all(statement, EMPTIED);
            all(statement, scenario.before());
            schemas.add(CatalogInspector.inspect(connection).schema());
            for (String sql : scenario.statements()) {
                statement.execute("SAVEPOINT scenario");
                try {
                    statement.execute(sql);
                    schemas.add(CatalogInspector.inspect(connection).schema());
                } catch (SQLException e) {
                    statement.execute("ROLLBACK TO scenario");
                    schemas.add(schemas.get(schemas.size() - 1));
                }
            }
            if (scenario.after().isPresent()) {
                connection.rollback();
                all(statement, EMPTIED);
                all(statement, scenario.before());
                all(statement, scenario.after().get());
                schemas.add(CatalogInspector.inspect(connection).schema());
            }
        } finally {
            connection.rollback();
        }
        return schemas;
    }

    /** Makes what is there before, in place of what an earlier scenario left. */
    Catalog create(RuleScenario scenario) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            all(statement, EMPTIED);
            all(statement, scenario.before());
        }
        connection.commit();
        return CatalogInspector.inspect(connection);
    }

    private static void all(Statement statement, List<String> sql) throws SQLException {
        for (String one : sql) {
            statement.execute(one);
        }
    }

    /**
     * Executes a statement for good and says what it did.
     *
     * @param changes what it changes in the schema, at most one thing
     * @param wrong takes what the facts of that change do not say as observed
     */
    String execute(String sql, Schema current, List<Change> changes, List<String> wrong) throws SQLException {
        connection.rollback();
        List<String> said = new ArrayList<>();
        if (changes.size() > 1) {
            throw new IllegalArgumentException(sql + " changes more than one thing: " + changes);
        }
        if (!changes.isEmpty()) {
            Change change = changes.get(0);
            Set<QualifiedName> partitions = Set.copyOf(TableLinks.of(current).partitions(change.table()));
            ProbeServer.Observed observed =
                    new ProbeServer(connection).observe(ProbeCase.probe(change, sql), partitions);
            Facts facts = ChangeFacts.of(change, context(current));
            if (!ClassifierProbeTest.matches(facts, observed)) {
                wrong.add(sql + "\n  server " + observed + "\n  facts  " + facts);
            }
            said.add(words(observed));
        }
        said.addAll(run(sql, changes.isEmpty()));
        return said.isEmpty() ? "locks no table" : String.join("\n", said);
    }

    private ClassificationContext context(Schema schema) {
        return new ClassificationContext(schema, schema, Declarations.NONE, version, true, Map.of(), Set.of());
    }

    private List<String> run(String sql, boolean withLocks) throws SQLException {
        List<String> said = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            if (rows) {
                said.addAll(rows(statement));
            }
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                said.add("says: " + warning.getMessage());
            }
            if (withLocks && !rows) {
                said.addAll(0, locks(ProbeServer.locks(statement)));
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            String fact = String.valueOf(e.getMessage())
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst("^ERROR: ", "");
            said.add("fails, " + e.getSQLState() + ": " + fact);
        }
        return said;
    }

    private static List<String> rows(Statement statement) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = statement.getResultSet()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(result.getString(i));
                }
                rows.add("gives " + String.join(" | ", values));
            }
        }
        return rows;
    }

    private static List<String> locks(Map<String, LockMode> locks) {
        return locks.isEmpty()
                ? List.of()
                : List.of(String.join(
                        ", ",
                        new TreeMap<>(locks)
                                .entrySet().stream()
                                        .map(e -> e.getValue().sql() + " on " + e.getKey())
                                        .toList()));
    }

    private static String words(ProbeServer.Observed observed) {
        List<String> words = new ArrayList<>();
        String others = String.join("", locks(observed.others()));
        words.add(others.isEmpty() ? observed.lock().sql() : observed.lock().sql() + ", " + others);
        if (observed.rewrites()) {
            words.add("writes every row again");
        } else if (observed.scans()) {
            words.add("reads every row");
        }
        if (!observed.rewrites() && !observed.rebuilt().isEmpty()) {
            words.add("builds " + String.join(", ", observed.rebuilt()) + " anew");
        }
        return String.join("; ", words);
    }
}
