package dev.migratable.runtime.expansion;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.migratable.runtime.plan.BackfillStep;
import dev.migratable.runtime.plan.ConcurrentIndexStep;
import dev.migratable.runtime.plan.DdlStep;
import dev.migratable.runtime.plan.GateStep;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.Verification;
import dev.migratable.runtime.plan.VerifyStep;
import dev.migratable.runtime.sql.BackfillSql;
import dev.migratable.runtime.sql.BatchSql;
import dev.migratable.runtime.sql.BookkeepingSql;
import dev.migratable.runtime.sql.PlaceSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each page of a change ends in the SQL of cases that other tests run, phase by phase. {@code -Dgolden.update=true} writes
 * it.
 */
class OperationPagesTest {
    private static final Path PAGES = Path.of(System.getProperty("migratable.root"), "docs", "operations");

    private static final String HEADING = "\n## The SQL, phase by phase\n";

    private static final String INTRODUCTION = """

            Of cases that the tests run forth, again, and back, killed at every statement. Left out are the change sets that enter
            the migration in `migratable.migration` and look at the end whether the catalog shows every effect, the timeouts of
            each change set, and the rollbacks; the cases' files have them. Of a backfill it is the statement of a batch, of a
            verification and a gate what they count.
            """;

    /** The cases of each page, the usual one first. */
    private static final Map<String, List<String>> CASES = Map.ofEntries(
            entry("add-column", List.of("add-columns", "add-required-column", "add-column-with-volatile-default")),
            entry("change-type", List.of("convert-text", "swap-type")),
            entry("composite-type", List.of("create-composite-type", "replace-composite-type")),
            entry("constraints", List.of("add-constraints", "tighten-check")),
            entry("drop", List.of("drop-column", "drop-table", "drop-sequence")),
            entry("enum-type", List.of("create-enum-type", "widen-enum-type", "narrow-enum-type")),
            entry("generated-column", List.of("add-stored-generated-column", "release-generated-column")),
            entry("identity", List.of("add-identity", "drop-identity", "serial-to-identity")),
            entry("indexes", List.of("indexes")),
            entry("partitions", List.of("partitions")),
            entry("persistence", List.of("change-persistence")),
            entry("primary-key", List.of("add-primary-key", "change-referenced-key", "drop-primary-key")),
            entry("rename-column", List.of("rename-column", "alias-column")),
            entry("rename-table", List.of("rename-table")),
            entry("set-not-null", List.of("set-not-null", "set-not-null-with-backfill", "loosen")),
            entry("split-merge", List.of("split-column", "merge-columns")));

    /** What is not about one kind of change. */
    private static final Set<String> OTHERS = Set.of(
            "README",
            "backfill",
            "control",
            "gate",
            "history",
            "hooks",
            "partitions",
            "preflight",
            "purge",
            "rollback");

    @TestFactory
    Stream<DynamicTest> pagesShowWhatTheTestsRun() {
        return CASES.keySet().stream().sorted().map(page -> DynamicTest.dynamicTest(page, () -> compare(page)));
    }

    @Test
    void everyPageOfAChangeHasItsSql() throws IOException {
        Set<String> pages = new TreeSet<>(CASES.keySet());
        pages.addAll(OTHERS);
        try (Stream<Path> files = Files.list(PAGES)) {
            assertEquals(
                    pages,
                    files.map(file -> file.getFileName().toString().replace(".md", ""))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static void compare(String name) throws IOException {
        Path page = PAGES.resolve(name + ".md");
        String text = Files.readString(page);
        int heading = text.indexOf(HEADING);
        StringBuilder expected = new StringBuilder(heading < 0 ? text : text.substring(0, heading));
        expected.append(HEADING).append(INTRODUCTION);
        for (String planCase : CASES.getOrDefault(name, List.of())) {
            expected.append(section(planCase));
        }
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(page, expected);
        }
        assertEquals(
                expected.toString(),
                Files.readString(page),
                () -> page + " differs; rewrite it with -Dgolden.update=true");
    }

    private static String section(String name) {
        MigrationPlan plan = PlanCases.all().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .result()
                .plan()
                .orElseThrow();
        String changes = plan.changes().stream().map(c -> c.description()).collect(Collectors.joining("; "));
        StringBuilder text = new StringBuilder("\n<details>\n<summary>")
                .append(name)
                .append(": ")
                .append(changes.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</summary>\n\nCase [")
                .append(name)
                .append("](../../runtime/src/test/resources/plans/")
                .append(name)
                .append(".txt).\n");
        boolean contract = false;
        for (Step step : plan.steps()) {
            if (step instanceof GateStep || !step.header().table().schema().equals(BookkeepingSql.SCHEMA)) {
                if (!contract && step.header().phase() == Phase.CONTRACT) {
                    text.append("\n**Behind the gate**\n");
                    contract = true;
                }
                text.append(shown(plan.id(), step));
            }
        }
        return text.append("\n</details>\n").toString();
    }

    private static String shown(String migration, Step step) {
        return "\n`" + step.header().id() + "`, " + step.header().phase().name().toLowerCase(Locale.ROOT) + ", "
                + step.header().lock().sql() + ": " + step.header().purpose() + ".\n\n```sql\n"
                + String.join(";\n", step.accept(new Statements(migration))) + ";\n```\n";
    }

    /** What a step does, its loops and guards of errors left out. */
    private record Statements(String migration) implements Step.Visitor<List<String>> {
        @Override
        public List<String> visit(DdlStep step) {
            return step.statements();
        }

        @Override
        public List<String> visit(ConcurrentIndexStep step) {
            return step.statements();
        }

        @Override
        public List<String> visit(BackfillStep step) {
            return List.of(
                    step.spec().byPlace()
                            ? PlaceSql.update(step.spec(), PlaceSql.RANGES_SINCE)
                            : BatchSql.update(step.spec(), true));
        }

        @Override
        public List<String> visit(VerifyStep step) {
            return counts(step.verifications());
        }

        @Override
        public List<String> visit(GateStep step) {
            return Stream.concat(
                            Stream.of(BookkeepingSql.countBlockers(migration)), counts(step.verifications()).stream())
                    .toList();
        }

        private static List<String> counts(List<Verification> verifications) {
            return verifications.stream().map(BackfillSql::violations).toList();
        }
    }
}
