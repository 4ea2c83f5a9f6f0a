package dev.migratable.cli;

import dev.migratable.change.ChangeColumns;
import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.json.Fingerprint;
import dev.migratable.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a comparison for programs, as {@code docs/reference/cli-json.md} describes it. */
final class DiffJsonRenderer {

    /** Raised when a member means something else than it did; new members do not raise it. */
    static final int FORMAT = 1;

    /** Root, changes, change and its parts have lines of their own; a finding is one line. */
    private static final int INLINE_DEPTH = 3;

    private DiffJsonRenderer() {}

    /** Returns the JSON, which ends with a newline. */
    static String render(Comparison comparison) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        sides(root, comparison);
        root.put("changes", changes(comparison.riskiestFirst()));
        root.put("notes", Notes.of(comparison));
        return Json.write(root, INLINE_DEPTH);
    }

    /** Adds the two sides as they were read, and what a filter hides of them. */
    static void sides(Map<String, Object> root, Comparison comparison) {
        Optional<Narrowing> narrowing = comparison.narrowing();
        root.put("from", side(narrowing.map(Narrowing::readFrom).orElse(comparison.from())));
        root.put("to", side(narrowing.map(Narrowing::readTo).orElse(comparison.to())));
        narrowing.ifPresent(hidden -> root.put("hidden", hidden(hidden)));
    }

    private static Map<String, Object> hidden(Narrowing narrowing) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tables", narrowing.kept().hiddenTables().size());
        tree.put("sequences", narrowing.kept().hiddenSequences().size());
        tree.put("types", narrowing.kept().hiddenTypes().size());
        tree.put("changes", narrowing.hiddenChanges());
        return tree;
    }

    /** Returns where a side is from and which schema it is. */
    private static Map<String, Object> side(Side side) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("source", side.place());
        tree.put("fingerprint", Fingerprint.of(side.model().schema()));
        side.catalog().ifPresent(catalog -> tree.put("serverVersion", catalog.serverVersion()));
        return tree;
    }

    /** Returns changes in the given order. */
    static List<Object> changes(List<ClassifiedChange> changes) {
        return changes.stream()
                .map(DiffJsonRenderer::change)
                .map(Object.class::cast)
                .toList();
    }

    private static Map<String, Object> change(ClassifiedChange change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("kind", change.change().getClass().getSimpleName());
        tree.put("table", change.change().table().toString());
        tree.put("columns", ChangeColumns.of(change.change()));
        tree.put("description", change.change().description());
        tree.put("risk", change.risk().name());
        tree.put("facts", facts(change.facts()));
        tree.put(
                "findings",
                change.findings().stream().map(DiffJsonRenderer::finding).toList());
        tree.put(
                "accepted",
                change.accepted().stream()
                        .map(accepted -> {
                            Map<String, Object> finding = finding(accepted.finding());
                            finding.put("reason", accepted.reason());
                            return finding;
                        })
                        .toList());
        return tree;
    }

    private static Map<String, Object> facts(Facts facts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("lock", facts.lock().sql());
        Map<String, Object> others = new LinkedHashMap<>();
        facts.otherLocks().forEach((table, lock) -> others.put(table.toString(), lock.sql()));
        tree.put("otherLocks", others);
        tree.put("blocksReads", facts.lock().blocksReads());
        tree.put("blocksWrites", facts.lock().blocksWrites());
        tree.put("rewrites", facts.rewrites());
        tree.put("scans", facts.scans());
        tree.put("rebuiltIndexes", facts.rebuiltIndexes());
        tree.put("mayFailOnData", facts.mayFailOnData());
        tree.put("breaksOld", facts.breaksOld());
        tree.put("breaksNew", facts.breaksNew());
        tree.put("losses", facts.losses());
        return tree;
    }

    private static Map<String, Object> finding(Finding finding) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", finding.rule().value());
        tree.put("risk", finding.risk().name());
        tree.put("element", finding.element());
        tree.put("message", finding.message());
        tree.put("fix", finding.fix());
        tree.put("page", finding.rule().page());
        return tree;
    }
}
