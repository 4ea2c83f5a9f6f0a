package dev.migratable.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.migratable.change.AddColumn;
import dev.migratable.change.DropColumn;
import dev.migratable.change.DropTable;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Evidence;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.LockMode;
import dev.migratable.classify.Risk;
import dev.migratable.classify.RuleId;
import dev.migratable.json.Json;
import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.schema.QualifiedName;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RenderingTest {

    private static final QualifiedName CUSTOMER = QualifiedName.inPublic("customer");

    private static final Side SIDE = Side.offline("a.json", Models.model());

    private static final Finding LOSS = new Finding(
            new RuleId("MIG102"), Risk.DESTRUCTIVE, "customer.fax", "its values are lost", "Retire it first");

    private static final ClassifiedChange SAFE = new ClassifiedChange(
            new AddColumn(CUSTOMER, Models.column("region", "text")),
            Risk.SAFE,
            Facts.instant(LockMode.ACCESS_EXCLUSIVE),
            List.of(),
            List.of());

    private static final ClassifiedChange DESTRUCTIVE = new ClassifiedChange(
            new DropColumn(CUSTOMER, Models.column("fax", "text")),
            Risk.DESTRUCTIVE,
            Facts.instant(LockMode.ACCESS_EXCLUSIVE)
                    .rewriting()
                    .rebuilding(List.of("i", "j"))
                    .failingOnData()
                    .breakingOld()
                    .neededByNew()
                    .losing(List.of("the values of fax")),
            List.of(LOSS),
            List.of(new AcceptedFinding(LOSS, "nobody faxes")));

    private static final Comparison COMPARISON = new Comparison(
            SIDE,
            SIDE,
            List.of(SAFE, DESTRUCTIVE),
            List.of(
                    new DropTable(Models.table("others", Models.id())),
                    new DropColumn(CUSTOMER, Models.column("shoe_size", "integer"))),
            Evidence.NONE,
            Optional.empty());

    @Test
    void textIsRiskiestFirstWithFactsAndFindings() {
        assertEquals("""
                DESTRUCTIVE  drop column customer.fax
                             lock ACCESS EXCLUSIVE; rewrites every row; rebuilds i, j; may fail on existing rows; \
                breaks the old version; the new version needs it; loses the values of fax
                             MIG102 customer.fax: its values are lost. Retire it first. (docs/rules/MIG102.md)
                             accepted MIG102 customer.fax: nobody faxes
                SAFE         add column customer.region text
                             lock ACCESS EXCLUSIVE

                2 changes: 1 destructive, 1 safe
                """, DiffTextRenderer.render(COMPARISON, RulePages.IN_PROJECT, Ink.NONE));
    }

    @Test
    void notesCountTablesAndNameTheRest() {
        assertEquals(
                List.of(
                        "1 table not in the model: left alone",
                        "column customer.shoe_size is not in the model: left alone"),
                Notes.of(COMPARISON));
    }

    @Test
    void jsonHasWhatTheReferenceSays() {
        Map<?, ?> tree = (Map<?, ?>) Json.parse(DiffJsonRenderer.render(COMPARISON), "diff");
        assertEquals(List.of("format", "from", "to", "changes", "notes"), List.copyOf(tree.keySet()));
        Map<?, ?> change = (Map<?, ?>) ((List<?>) tree.get("changes")).get(0);
        assertEquals("DropColumn", change.get("kind"));
        assertEquals("public.customer", change.get("table"));
        assertEquals("DESTRUCTIVE", change.get("risk"));
        assertEquals(List.of("the values of fax"), ((Map<?, ?>) change.get("facts")).get("losses"));
        assertEquals(
                Map.of(
                        "rule", "MIG102",
                        "risk", "DESTRUCTIVE",
                        "element", "customer.fax",
                        "message", "its values are lost",
                        "fix", "Retire it first",
                        "page", "docs/rules/MIG102.md"),
                ((List<?>) change.get("findings")).get(0));
        assertEquals("nobody faxes", ((Map<?, ?>) ((List<?>) change.get("accepted")).get(0)).get("reason"));
    }

    private static Shell shell(Map<String, String> environment, boolean outTerminal) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return new Shell(nowhere, nowhere, environment, Optional::empty, false, outTerminal);
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertTrue(Ink.of(shell(Map.of(), true)).coloured());
        assertTrue(Ink.of(shell(Map.of("NO_COLOR", ""), true)).coloured());
        assertFalse(Ink.of(shell(Map.of("NO_COLOR", "1"), true)).coloured());
        assertFalse(Ink.of(shell(Map.of(), false)).coloured());
        String coloured = DiffTextRenderer.render(COMPARISON, RulePages.IN_PROJECT, new Ink(true));
        assertTrue(coloured.startsWith("\u001B[1;31mDESTRUCTIVE\u001B[0m  drop column customer.fax\n"), coloured);
        assertTrue(coloured.contains("\u001B[32mSAFE\u001B[0m         add column customer.region text\n"), coloured);
        assertEquals(
                DiffTextRenderer.render(COMPARISON, RulePages.IN_PROJECT, Ink.NONE),
                coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }

    private static BackfillProgress progress(long done, boolean finished) {
        return new BackfillProgress("0001_x", CUSTOMER, done, done, 1_000, 250, "", finished);
    }

    private static String printed(boolean terminal) {
        StringWriter err = new StringWriter();
        Shell shell = new Shell(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                Map.of(),
                Optional::empty,
                terminal,
                false);
        try (ApplyProgress progress = new ApplyProgress(shell, () -> 0)) {
            progress.stepStarted("0001_x", "expand-02", "Fill it");
            progress.backfill(progress(500, false));
            progress.backfill(progress(600, false));
            progress.backfill(progress(1_000, true));
            progress.stepStarted("0001_x", "expand-03", "Check it");
        }
        return err.toString();
    }

    @Test
    void withoutATerminalProgressIsLines() {
        assertEquals("""
                0001_x expand-02: Fill it
                    customer: 500 of about 1000 rows, 500 written, 250 rows/s
                    customer: 1000 rows, 1000 written
                0001_x expand-03: Check it
                """, printed(false));
    }

    @Test
    void onATerminalProgressIsABarOnItsOwnLine() {
        List<String> lines =
                printed(true).lines().filter(line -> !line.isEmpty()).toList();
        assertEquals("0001_x expand-02: Fill it", lines.get(0));
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("customer 100% [=") && line.contains("1000/1000")),
                lines::toString);
        assertEquals("0001_x expand-03: Check it", lines.get(lines.size() - 1));
        assertTrue(lines.stream().allMatch(line -> line.length() < 80), lines::toString);
    }

    @Test
    void locksOnManyOtherTablesAreCounted() {
        Map<QualifiedName, LockMode> others = new TreeMap<>();
        for (int i = 1; i <= 5; i++) {
            others.put(QualifiedName.inPublic("event_" + i), LockMode.ACCESS_EXCLUSIVE);
        }
        others.put(CUSTOMER, LockMode.SHARE_ROW_EXCLUSIVE);
        Facts facts =
                new Facts(LockMode.ACCESS_EXCLUSIVE, false, false, List.of(), false, false, false, List.of(), others);
        assertEquals(
                List.of(
                        "lock ACCESS EXCLUSIVE",
                        "ACCESS EXCLUSIVE on event_1, event_2, event_3 and 2 more",
                        "SHARE ROW EXCLUSIVE on customer"),
                DiffTextRenderer.facts(facts));
    }
}
