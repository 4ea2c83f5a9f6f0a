package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.change.AddColumn;
import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumnType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Runs the plain statement of each kind of change on a real server and compares its locks, its rewrites, the indexes it
 * builds anew, its scans and its failures with the facts. The server is the judge.
 */
@PostgresTest
class ClassifierProbeTest {

    /** SQLSTATE's classes for values that do not fit and constraints that are violated. */
    private static final Set<String> DATA_FAILURES = Set.of("22", "23");

    @Test
    void plainStatementsDoWhatTheFactsSay(TestDatabase database) throws SQLException {
        database.execute(ProbeCase.SETUP);
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        try (Connection connection = database.connect()) {
            connection.createStatement().execute("SET timezone = 'UTC'");
            Schema schema = CatalogInspector.inspect(connection).schema();
            ClassificationContext context = context(schema, database.serverVersion());
            List<ProbeCase> probes = probes(schema, database.serverVersion());
            context = context.withEvidence(types(connection, schema, probes));
            connection.setAutoCommit(false);
            ProbeServer server = new ProbeServer(connection);
            for (ProbeCase probe : probes) {
                Facts facts = ChangeFacts.of(probe.change(), context);
                ProbeServer.Observed observed =
                        server.observe(probe, partitions(schema, probe.change().table()));
                judged++;
                if (!matches(facts, observed)) {
                    wrong.add(probe.sql() + "\n  server " + observed + "\n  facts  " + facts);
                }
                failure(server, probe, facts).ifPresent(wrong::add);
            }
        }
        assertTrue(judged >= 70, "only " + judged + " were judged");
        assertEquals(List.of(), wrong);
    }

    /** A statement that may fail on data does so behind the violating row, and no other has such a row. */
    private static Optional<String> failure(ProbeServer server, ProbeCase probe, Facts facts) throws SQLException {
        String said = probe.sql() + ": the facts say that it " + (facts.mayFailOnData() ? "may" : "cannot") + " fail";
        if (probe.violation().isEmpty()) {
            return facts.mayFailOnData() ? Optional.of(said + ", and no row is known that makes it") : Optional.empty();
        }
        String state = server.failure(probe);
        boolean fails = state.length() == 5 && DATA_FAILURES.contains(state.substring(0, 2));
        return fails == facts.mayFailOnData()
                ? Optional.empty()
                : Optional.of(said + ", and the server gave '" + state + "' behind "
                        + probe.violation().get());
    }

    /** What is behind the names of types; the rows that are there are not asked, for the statements are. */
    static Evidence types(Connection connection, Schema schema, List<ProbeCase> probes) throws SQLException {
        List<Change> changes = probes.stream()
                .map(ProbeCase::change)
                .filter(c -> c instanceof AddColumn || c instanceof ChangeColumnType)
                .toList();
        Catalog catalog = new Catalog(
                schema, ClassificationContext.NEWEST_SERVER, Map.of(), true, List.of(), List.of(), List.of(), Map.of());
        Evidence asked = DataProbe.measure(connection, catalog, changes, DataProbe.Limits.DEFAULT);
        return asked.withoutCounts();
    }

    private static Set<QualifiedName> partitions(Schema schema, QualifiedName table) {
        return Set.copyOf(TableLinks.of(schema).partitions(table));
    }

    static boolean matches(Facts facts, ProbeServer.Observed observed) {
        boolean buildsIndexes = !facts.rebuiltIndexes().isEmpty();
        Map<String, LockMode> others = facts.otherLocks().entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue, (a, b) -> a, TreeMap::new));
        return facts.lock() == observed.lock()
                && others.equals(observed.others())
                && facts.rewrites() == observed.rewrites()
                && facts.rebuiltIndexes().stream().sorted().toList().equals(observed.rebuilt())
                && (buildsIndexes || facts.scans() == observed.scans());
    }

    private static ClassificationContext context(Schema schema, int version) {
        return new ClassificationContext(schema, schema, Declarations.NONE, version, true, Map.of(), Set.of());
    }

    static List<ProbeCase> probes(Schema schema, int version) {
        List<ProbeCase> probes = new ArrayList<>(ColumnProbes.added(version));
        probes.addAll(ColumnProbes.types());
        probes.addAll(ColumnProbes.namedTypes());
        probes.addAll(ColumnProbes.facets(schema, version));
        probes.addAll(RelationProbes.constraints(schema));
        probes.addAll(RelationProbes.relations(schema));
        probes.addAll(RelationProbes.unplanned(version));
        probes.addAll(SettingProbes.all(version));
        probes.addAll(EnumTypeProbes.all());
        probes.addAll(PartitionProbes.all(schema));
        return probes;
    }

    @Test
    void knownFunctionsHaveTheVolatilityTheCatalogSays(TestDatabase database) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (List<String> row : database.query("SELECT DISTINCT proname, provolatile FROM pg_proc"
                + " WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f'")) {
            boolean isVolatile = row.get(1).equals("v");
            Set<String> contradiction =
                    isVolatile ? DefaultVolatility.knownNotVolatile() : DefaultVolatility.knownVolatile();
            // Up to 14 timezone() of a time of day, which no default converts, is volatile.
            boolean known = row.get(0).equals("timezone") && database.serverVersion() <= 14;
            if (contradiction.contains(row.get(0)) && !known) {
                wrong.add(row.toString());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
