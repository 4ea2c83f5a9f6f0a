package dev.migratable.runtime.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.migratable.catalog.CatalogInspector;
import dev.migratable.catalog.ExpressionInspector;
import dev.migratable.change.Change;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.change.UnsupportedChange;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.diff.OwnedScope;
import dev.migratable.diff.SchemaDiffer;
import dev.migratable.runtime.changelog.Generator;
import dev.migratable.runtime.expansion.PlanRequest;
import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.Planner;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.Declarations.Retirement;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import dev.migratable.testkit.PostgresTest;
import dev.migratable.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Follows the schemas of real projects through their history, where they lie beside the repository or where {@code
 * -Dmigratable.corpora=…} says. What is expected of each step is told by kinds of changes; {@code -Dgolden.update=true}
 * writes it anew.
 */
@PostgresTest
class RealLifeTest {

    private static final String CORPORA = "migratable.corpora";
    private static final String EXPECTED = "evolution-notifications.txt";

    @Test
    void everyStepOfAProjectIsDiffedJudgedDoneAndUndone(TestDatabase database) throws Exception {
        List<Path> versions = files("evolution-notifications");
        assertTrue(versions.size() > 30, versions::toString);
        List<String> told = new ArrayList<>();
        Schema current = create(database, versions.get(0));
        for (int i = 1; i < versions.size(); i++) {
            Schema desired = create(database, versions.get(i));
            String step = name(versions.get(i - 1)) + " to " + name(versions.get(i));
            told.add(step);
            told.addAll(tell(current, desired));
            assertEquals(List.of(), diff(database, desired, desired), step + ": nothing differs from itself");
            lead(database, desired, current, step + ", back");
            lead(database, current, desired, step);
            current = desired;
        }
        compare(told);
    }

    /** What a project's own changelog made differs from what its entities say in one column, and in what they leave out. */
    @Test
    void adoptingADatabaseFindsTheOneTrueDifference(TestDatabase database) throws Exception {
        List<Path> files = files("adoption-jhipster");
        Schema reference = create(database, named(files, "ref.sql"));
        Schema live = create(database, named(files, "live-schema.sql"));
        Model model = new Model(reference, Declarations.NONE);
        OwnedScope.Result result = OwnedScope.split(diff(database, live, reference), model);
        assertEquals(
                List.of("change type of jhi_user.email from character varying(191) to character varying(254)"),
                result.changes().stream().map(Change::description).toList(),
                () -> result.leftovers().toString());
    }

    private static List<String> tell(Schema current, Schema desired) {
        Model model = new Model(desired, retired(current, desired));
        List<ClassifiedChange> judged = Generator.judge(current, model);
        Map<String, Long> lines = judged.stream()
                .map(RealLifeTest::line)
                .collect(Collectors.groupingBy(line -> line, TreeMap::new, Collectors.counting()));
        List<String> told = new ArrayList<>();
        lines.forEach((line, count) -> told.add("  " + count + " " + line));
        PlanResult plan = Planner.plan(new PlanRequest("0001_step", current, model, judged, List.of()));
        told.add(plan.plan()
                .map(made -> "  planned in " + made.steps().size() + " steps")
                .orElse("  refused: "
                        + plan.refusals().stream()
                                .map(PlanResult.Refusal::reason)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining("; "))));
        return told;
    }

    private static String line(ClassifiedChange change) {
        String rules = change.findings().stream()
                .map(finding -> finding.rule().value())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        return (change.change().getClass().getSimpleName() + " " + change.risk() + " " + rules).strip();
    }

    /** The developer gives everything up that goes. */
    private static Declarations retired(Schema current, Schema desired) {
        List<Retirement> retired = new ArrayList<>();
        for (Change change : SchemaDiffer.diff(current, new Model(desired, Declarations.NONE))) {
            if (change instanceof DropTable) {
                retired.add(new Retirement(change.table(), Optional.empty()));
            } else if (change instanceof DropColumn drop) {
                retired.add(
                        new Retirement(change.table(), Optional.of(drop.column().name())));
            }
        }
        return new Declarations(List.of(), List.of(), retired, List.of(), List.of());
    }

    private static void lead(TestDatabase database, Schema from, Schema to, String step) throws SQLException {
        List<Change> changes = diff(database, from, to);
        assertTrue(changes.stream().noneMatch(UnsupportedChange.class::isInstance), () -> step + ": " + changes);
        List<String> offline = descriptions(SchemaDiffer.diff(from, new Model(to, Declarations.NONE)));
        assertEquals(offline, descriptions(changes), step + ": the server sees what the rules see");
        List<String> ddl = PlainDdl.of(from, changes);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : ddl) {
                statement.execute(sql);
            }
        }
        assertEquals(List.of(), descriptions(diff(database, read(database), to)), () -> step + ": " + ddl);
    }

    private static List<String> descriptions(List<Change> changes) {
        return changes.stream().map(Change::description).toList();
    }

    private static List<Change> diff(TestDatabase database, Schema from, Schema to) throws SQLException {
        try (Connection connection = database.connect()) {
            return SchemaDiffer.diff(from, new Model(to, Declarations.NONE), new ExpressionInspector(connection));
        }
    }

    /** A dump holds commands for psql, which begin with a backslash. */
    private static Schema create(TestDatabase database, Path file) throws IOException, SQLException {
        String sql = Files.readString(file)
                .lines()
                .filter(line -> !line.startsWith("\\"))
                .collect(Collectors.joining("\n"));
        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public", sql);
        return read(database);
    }

    private static Schema read(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return CatalogInspector.inspect(connection).schema();
        }
    }

    private static void compare(List<String> told) throws IOException {
        String text = String.join("\n", told) + "\n";
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(Path.of("src/test/resources/dev/migratable/runtime/sql", EXPECTED), text);
        }
        try (InputStream in = RealLifeTest.class.getResourceAsStream(EXPECTED)) {
            byte[] expected = Objects.requireNonNull(in, EXPECTED).readAllBytes();
            assertEquals(
                    Boolean.getBoolean("golden.update") ? text : new String(expected, StandardCharsets.UTF_8), text);
        }
    }

    private static String name(Path version) {
        return String.valueOf(version.getFileName()).replace(".sql", "");
    }

    private static Path named(List<Path> files, String name) {
        return files.stream().filter(file -> file.endsWith(name)).findFirst().orElseThrow();
    }

    private static List<Path> files(String corpus) throws IOException {
        Optional<Path> folder = Stream.of(
                        System.getProperty(CORPORA, ""), "../../shared/corpora", "../../../shared/corpora")
                .filter(root -> !root.isEmpty())
                .map(root -> Path.of(root, corpus))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(folder.isPresent(), "skipped: there is no shared/corpora/" + corpus + " beside the repository");
        try (Stream<Path> files = Files.list(folder.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
