package dev.migratable.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.catalog.Catalog;
import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.Dependent;
import dev.migratable.change.Change;
import dev.migratable.check.BaselineCheck;
import dev.migratable.classify.rule.Rules;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The SQL on the pages of the rules is that of their scenarios, executed here, with what the server did. The rule finds
 * something in what the statements change, and the facts of each are what was observed. {@code -Dgolden.update=true}
 * writes the pages.
 */
@PostgresTest
class RuleProbeTest {

    private static final Pattern BLOCK = Pattern.compile("```sql\n(.*?)```\n", Pattern.DOTALL);
    /** A statement within a sentence; words that stand for any name have none in small letters, or an ellipsis. */
    private static final Pattern INLINE =
            Pattern.compile("`((?:ALTER|CREATE|DROP|INSERT|UPDATE|DELETE|SELECT)\\b[^`…]*[a-z][^`…]*)`");

    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");

    /** Rules that find something in a change as it is declared, with the declaration; others need none. */
    private static final Map<String, Declarations> DECLARED = Map.of(
            "MIG413",
                    new Declarations(
                            List.of(new Declarations.ColumnRename(CUSTOMER, "code", "code_number")),
                            List.of(),
                            List.of(),
                            List.of(backfill("code_number", "code::integer", Optional.of("code_number::text"))),
                            List.of()),
            "MIG504",
                    new Declarations(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(new Declarations.AcceptedRisk(
                                    CUSTOMER, Optional.of("email"), "MIG204", "checked by hand in May"))),
            "MIG505",
                    new Declarations(
                            List.of(new Declarations.ColumnRename(CUSTOMER, "emial", "email_address")),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of()),
            "MIG514",
                    new Declarations(
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(backfill("region", "'EU'", Optional.empty())),
                            List.of()));

    /** Rules that speak of a desired side that knows nothing of settings, as entities do. */
    private static final Set<String> OF_ENTITIES = Set.of("MIG517");

    private static Declarations.Backfill backfill(String column, String expression, Optional<String> reverse) {
        return new Declarations.Backfill(new ColumnName(CUSTOMER, column), expression, reverse);
    }

    private static Set<RuleId> ids() {
        Set<RuleId> ids = new TreeSet<>(Rules.ids());
        ids.add(BaselineCheck.SAFE);
        return ids;
    }

    @Test
    void pagesShowWhatTheStatementsDo(TestDatabase database) throws SQLException, IOException {
        boolean newest = database.serverVersion() == ClassificationContext.NEWEST_SERVER;
        List<String> wrong = new ArrayList<>();
        try (Connection connection = database.connect()) {
            ScenarioServer server = new ScenarioServer(connection, database.serverVersion());
            for (RuleId rule : ids()) {
                Optional<RuleScenario> scenario =
                        RuleScenario.of(rule).filter(s -> s.since() <= database.serverVersion());
                Optional<String> block = Optional.empty();
                if (scenario.isPresent()) {
                    Map<String, String> outcomes = judge(server, scenario.get(), wrong);
                    block = Optional.of(scenario.get().block(outcomes));
                }
                if (newest) { // the words of older servers are others
                    compare(rule, block);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Demands of each statement that the facts of its change are what it did, and of the rule that it finds something. */
    private static Map<String, String> judge(ScenarioServer server, RuleScenario scenario, List<String> wrong)
            throws SQLException {
        List<Schema> schemas = server.schemas(scenario);
        Catalog before = server.create(scenario);
        Map<String, String> outcomes = new LinkedHashMap<>();
        boolean found = false;
        for (int i = 0; i < scenario.statements().size(); i++) {
            Schema current = schemas.get(i);
            List<Change> changes = SchemaDiffer.diff(current, new Model(schemas.get(i + 1), Declarations.NONE));
            outcomes.put(scenario.key(i), server.execute(scenario.statements().get(i), current, changes, wrong));
            found |= finds(server, scenario, current, before.dependents(), schemas.get(i + 1));
        }
        Schema desired = OF_ENTITIES.contains(scenario.rule().value())
                ? bare(schemas.get(schemas.size() - 1))
                : schemas.get(schemas.size() - 1);
        found |= finds(server, scenario, before.schema(), before.dependents(), desired);
        if (!found) {
            wrong.add(scenario.rule() + " finds nothing in its own statements");
        }
        return outcomes;
    }

    private static Schema bare(Schema schema) {
        return schema.withTables(schema.tables().stream()
                .map(t -> t.withSettings(Optional.empty()))
                .toList());
    }

    private static boolean finds(
            ScenarioServer server, RuleScenario scenario, Schema current, List<Dependent> dependents, Schema desired) {
        Declarations declarations = DECLARED.getOrDefault(scenario.rule().value(), Declarations.NONE);
        List<Change> changes = SchemaDiffer.diff(current, new Model(desired, declarations));
        ClassificationContext context = new ClassificationContext(
                current,
                desired,
                declarations,
                server.version(),
                true,
                Map.of(),
                Set.of(),
                Evidence.ofDependents(dependents, changes));
        List<ClassifiedChange> classified = Classifier.classify(changes, context);
        Stream<Finding> findings = Stream.concat(
                classified.stream().flatMap(c -> c.findings().stream()),
                Classifier.staleDeclarations(classified, context).stream().map(StaleDeclaration::finding));
        return scenario.rule().equals(BaselineCheck.SAFE)
                ? !classified.isEmpty() && findings.findAny().isEmpty()
                : findings.anyMatch(f -> f.rule().equals(scenario.rule()));
    }

    private static void compare(RuleId rule, Optional<String> block) throws IOException {
        Path page = Path.of(System.getProperty("migratable.root")).resolve(rule.page());
        String text = Files.readString(page);
        if (Boolean.getBoolean("golden.update") && block.isPresent()) {
            text = BLOCK.matcher(text).replaceFirst(Matcher.quoteReplacement("```sql\n" + block.get() + "```\n"));
            Files.writeString(page, text);
        }
        List<String> shown = BLOCK.matcher(text).results().map(m -> m.group(1)).toList();
        assertEquals(block.stream().toList(), shown, rule.page());
        String prose = text.split(RulePagesTest.HEADING, 2)[0];
        INLINE.matcher(prose)
                .results()
                .forEach(m -> assertTrue(block.orElse("").contains(m.group(1)), rule + " " + m.group(1)));
    }

    /** A rule without a scenario is found in a statement of the probe, which executes it and compares all facts. */
    @Test
    void everyRuleHasAStatementThatIsExecuted(TestDatabase database) throws SQLException, IOException {
        database.execute(ProbeCase.SETUP);
        Set<RuleId> executed = new TreeSet<>();
        try (Connection connection = database.connect()) {
            Schema schema = CatalogInspector.inspect(connection).schema();
            executed.addAll(RulePagesTest.lines(connection, schema).keySet());
        }
        Map<RuleId, String> pages = new HashMap<>();
        for (RuleId rule : ids()) {
            if (RuleScenario.of(rule).isPresent()) {
                executed.add(rule);
            }
            pages.put(
                    rule,
                    Files.readString(
                            Path.of(System.getProperty("migratable.root")).resolve(rule.page())));
        }
        assertEquals(ids(), executed);
        pages.forEach((rule, text) ->
                assertTrue(BLOCK.matcher(text).find() || text.contains(RulePagesTest.HEADING), rule + " has no SQL"));
    }
}
