package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Facts;
import dev.migratable.classify.Finding;
import dev.migratable.classify.LockMode;
import dev.migratable.classify.Risk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a comparison for people: riskiest first, each change with its facts and findings. */
final class DiffTextRenderer {

    /** Printed where there is nothing to print. */
    static final String NO_DIFFERENCES = "no differences";

    /** As wide as the longest risk. */
    private static final int RISK_WIDTH = Arrays.stream(Risk.values())
            .mapToInt(risk -> risk.name().length())
            .max()
            .orElse(0);

    /** As many as fit into a line with the rest. */
    private static final int NAMED_TABLES = 3;

    private static final String INDENT = " ".repeat(RISK_WIDTH + 2);

    private DiffTextRenderer() {}

    /** Returns the text, which ends with a newline. */
    static String render(Comparison comparison, RulePages pages, Ink ink) {
        List<ClassifiedChange> changes = comparison.riskiestFirst();
        if (changes.isEmpty()) {
            return NO_DIFFERENCES + "\n";
        }
        StringBuilder text = new StringBuilder();
        changes.forEach(change -> text.append(render(change, pages, ink)));
        return text.append('\n').append(summary(changes)).append('\n').toString();
    }

    /** Returns one change, a line each for what is known of it. */
    static String render(ClassifiedChange change, RulePages pages, Ink ink) {
        String risk = change.risk().name();
        List<String> lines = new ArrayList<>();
        lines.add(ink.risk(change.risk())
                + " ".repeat(RISK_WIDTH + 2 - risk.length())
                + change.change().description());
        lines.add(INDENT + String.join("; ", facts(change.facts())));
        change.findings().forEach(finding -> addFinding(lines, finding, pages));
        for (AcceptedFinding accepted : change.accepted()) {
            lines.add(INDENT + "accepted " + accepted.finding().rule() + " "
                    + accepted.finding().element() + ": " + accepted.reason());
        }
        return String.join("\n", lines) + "\n";
    }

    private static void addFinding(List<String> lines, Finding finding, RulePages pages) {
        lines.add(INDENT + finding.rule() + " " + finding.element() + ": " + finding.message() + ". " + finding.fix()
                + ". (" + pages.page(finding.rule()) + ")");
    }

    /** Returns what the plain statement does, in a few words each. */
    static List<String> facts(Facts facts) {
        List<String> words = new ArrayList<>();
        words.add(
                facts.lock() == LockMode.NONE
                        ? LockMode.NONE.sql()
                        : "lock " + facts.lock().sql());
        words.addAll(otherLocks(facts));
        if (facts.rewrites()) {
            words.add("rewrites every row");
        } else if (facts.scans()) {
            words.add("reads every row");
        }
        if (!facts.rebuiltIndexes().isEmpty()) {
            words.add("rebuilds " + String.join(", ", facts.rebuiltIndexes()));
        }
        if (facts.mayFailOnData()) {
            words.add("may fail on existing rows");
        }
        if (facts.breaksOld()) {
            words.add("breaks the old version");
        }
        if (facts.breaksNew()) {
            words.add("the new version needs it");
        }
        if (!facts.losses().isEmpty()) {
            words.add("loses " + String.join(", ", facts.losses()));
        }
        return words;
    }

    /** Names a few of the other tables for each mode: a table may have hundreds of partitions. */
    private static List<String> otherLocks(Facts facts) {
        Map<LockMode, List<String>> tables = new TreeMap<>(Comparator.reverseOrder());
        facts.otherLocks()
                .forEach((table, lock) ->
                        tables.computeIfAbsent(lock, l -> new ArrayList<>()).add(table.display()));
        List<String> words = new ArrayList<>();
        tables.forEach((lock, names) -> {
            int more = names.size() - NAMED_TABLES;
            words.add(lock.sql() + " on " + String.join(", ", names.subList(0, Math.min(names.size(), NAMED_TABLES)))
                    + (more > 0 ? " and " + more + " more" : ""));
        });
        return words;
    }

    /** Returns how many changes of each risk there are, the greatest risk first. */
    static String summary(List<ClassifiedChange> changes) {
        List<Risk> risks = Arrays.asList(Risk.values());
        Collections.reverse(risks);
        String counts = risks.stream()
                .map(risk -> count(changes, risk) + " " + risk.name().toLowerCase(Locale.ROOT))
                .filter(words -> !words.startsWith("0 "))
                .collect(Collectors.joining(", "));
        return changes.size() + (changes.size() == 1 ? " change: " : " changes: ") + counts;
    }

    private static long count(List<ClassifiedChange> changes, Risk risk) {
        return changes.stream().filter(change -> change.risk() == risk).count();
    }
}
