package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.classify.rule.Rules;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Each rule's page ends in statements of the probe in which the rule finds something, with what they were measured to
 * do. {@code -Dgolden.update=true} writes them.
 */
@PostgresTest
class RulePagesTest {

    static final String HEADING = "\n## Measured\n";

    private static final String INTRODUCTION = "\nBy the project's tests, on each of PostgreSQL 13 to 18 that knows the"
            + " statement:\n\n| statement | locks | besides |\n|---|---|---|\n";

    /** As many statements as a reader looks at; the tests have all. */
    private static final int SHOWN = 6;

    @Test
    void pagesShowWhatWasMeasured(TestDatabase database) throws SQLException, IOException {
        database.execute(ProbeCase.SETUP);
        Map<RuleId, List<String>> lines;
        try (Connection connection = database.connect()) {
            lines = lines(connection, CatalogInspector.inspect(connection).schema());
        }
        for (RuleId rule : Rules.ids()) {
            compare(rule, lines.getOrDefault(rule, List.of()));
        }
    }

    /** Returns what the page of each rule that finds something in a statement of the probe shows. */
    static Map<RuleId, List<String>> lines(Connection connection, Schema schema) throws SQLException {
        Map<RuleId, List<String>> lines = new TreeMap<>();
        int newest = ClassificationContext.NEWEST_SERVER;
        ClassificationContext context =
                new ClassificationContext(schema, schema, Declarations.NONE, newest, true, Map.of(), Set.of());
        List<ProbeCase> probes = ClassifierProbeTest.probes(schema, newest);
        context = context.withEvidence(ClassifierProbeTest.types(connection, schema, probes));
        for (ProbeCase probe : probes) {
            ClassifiedChange change =
                    Classifier.classify(List.of(probe.change()), context).get(0);
            Set<RuleId> rules = new TreeSet<>();
            change.findings().forEach(f -> rules.add(f.rule()));
            for (RuleId rule : rules) {
                lines.computeIfAbsent(rule, r -> new ArrayList<>()).add(line(probe, change.facts()));
            }
        }
        return lines;
    }

    private static void compare(RuleId rule, List<String> lines) throws IOException {
        Path page = Path.of(System.getProperty("migratable.root")).resolve(rule.page());
        String text = Files.readString(page);
        int heading = text.indexOf(HEADING);
        String written = heading < 0 ? text : text.substring(0, heading);
        String table = String.join("", lines.stream().limit(SHOWN).toList());
        String expected = written + (lines.isEmpty() ? "" : HEADING + INTRODUCTION + table);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, expected);
        }
        assertEquals(expected, Files.readString(page), rule.page());
    }

    private static String line(ProbeCase probe, Facts facts) {
        List<String> locks = new ArrayList<>();
        locks.add(facts.lock().sql());
        facts.otherLocks().forEach((table, lock) -> locks.add(lock.sql() + " on " + table.display()));
        List<String> besides = new ArrayList<>();
        if (facts.rewrites()) {
            besides.add("writes every row again");
        } else if (facts.scans()) {
            besides.add("reads every row");
        }
        if (!facts.rewrites() && !facts.rebuiltIndexes().isEmpty()) {
            besides.add("builds " + String.join(", ", facts.rebuiltIndexes()) + " anew");
        }
        if (facts.mayFailOnData()) {
            besides.add("fails on some rows");
        }
        return "| `" + probe.sql() + "` | " + String.join(", ", locks) + " | " + String.join(", ", besides) + " |\n";
    }
}
