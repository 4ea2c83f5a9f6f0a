package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import java.util.List;
import java.util.Map;

/** Writes a comparison for a pull request: a table of the changes, then what the rules say of each. */
final class DiffMarkdownRenderer {

    private static final Map<Risk, String> SIGNS = Map.of(
            Risk.DESTRUCTIVE, "🛑",
            Risk.UNSAFE, "🔴",
            Risk.CAUTION, "🟡",
            Risk.SAFE, "🟢");

    private DiffMarkdownRenderer() {}

    /** Returns the text, which ends with a newline. */
    static String render(Report report) {
        StringBuilder text = new StringBuilder(heading(report));
        if (report.changes().isEmpty()) {
            return text.append(notes(report)).toString();
        }
        return text.append(changes(report))
                .append(findings(report))
                .append(notes(report))
                .toString();
    }

    /** Returns the title and the two sides. */
    static String heading(Report report) {
        String from = Markdown.code(report.comparison().from().place());
        String to = Markdown.code(report.comparison().to().place());
        return "### Schema " + report.command() + "\n\nFrom " + from + " to " + to + ": "
                + (report.changes().isEmpty()
                        ? DiffTextRenderer.NO_DIFFERENCES
                        : DiffTextRenderer.summary(report.changes()))
                + "\n";
    }

    /** Returns the table of the changes. */
    static String changes(Report report) {
        StringBuilder text =
                new StringBuilder("\n" + Markdown.head(List.of("risk", "change", "what the plain statement does")));
        for (ClassifiedChange change : report.changes()) {
            text.append(Markdown.row(List.of(
                    risk(change.risk()),
                    Markdown.code(change.change().description()),
                    Markdown.text(String.join("; ", DiffTextRenderer.facts(change.facts()))))));
        }
        return text.toString();
    }

    /** Returns what the rules say; empty where they say nothing. */
    static String findings(Report report) {
        StringBuilder text = new StringBuilder();
        for (ClassifiedChange change : report.changes()) {
            if (change.findings().isEmpty() && change.accepted().isEmpty()) {
                continue;
            }
            text.append("\n**").append(SIGNS.get(change.risk())).append(' ');
            text.append(Markdown.code(change.change().description())).append("**\n\n");
            change.findings().forEach(finding -> text.append(finding(finding, report.pages())));
            for (AcceptedFinding accepted : change.accepted()) {
                text.append("- accepted ")
                        .append(rule(accepted.finding(), report.pages()))
                        .append(": ")
                        .append(Markdown.text(accepted.reason()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static String finding(Finding finding, RulePages pages) {
        return "- " + rule(finding, pages) + " " + risk(finding.risk()) + " " + Markdown.code(finding.element()) + " "
                + Markdown.text(finding.message()) + ". " + Markdown.text(finding.fix()) + ".\n";
    }

    private static String rule(Finding finding, RulePages pages) {
        return pages.url(finding.rule())
                .map(url -> "[" + finding.rule() + "](" + url + ")")
                .orElse(finding.rule().value());
    }

    private static String risk(Risk risk) {
        return SIGNS.get(risk) + " " + risk;
    }

    /** Returns what was left alone and hidden; empty where there is nothing. */
    static String notes(Report report) {
        StringBuilder text = new StringBuilder();
        report.comparison()
                .narrowing()
                .ifPresent(narrowing -> text.append("- ")
                        .append(Markdown.text(narrowing.summary()))
                        .append('\n'));
        Notes.of(report.comparison())
                .forEach(note -> text.append("- ").append(Markdown.text(note)).append('\n'));
        return text.isEmpty() ? "" : "\nNotes:\n\n" + text;
    }
}
