package dev.migratable.cli;

import dev.migratable.classify.ClassifiedChange;
import dev.migratable.classify.ClassifiedChange.AcceptedFinding;
import dev.migratable.classify.Finding;
import dev.migratable.classify.Risk;
import java.util.List;

/** Writes a comparison as a page for a browser: a table of the changes with what the rules say of each. */
final class DiffHtmlRenderer {

    private DiffHtmlRenderer() {}

    /** Returns the page. */
    static String render(Report report) {
        return Html.page(title(report), heading(report) + changes(report) + notes(report));
    }

    static String title(Report report) {
        return "Schema " + report.command();
    }

    /** Returns the title and the two sides. */
    static String heading(Report report) {
        String summary = report.changes().isEmpty()
                ? DiffTextRenderer.NO_DIFFERENCES
                : DiffTextRenderer.summary(report.changes());
        return "<h1>" + Html.text(title(report)) + "</h1>\n<p>From "
                + Html.code(report.comparison().from().place()) + " to "
                + Html.code(report.comparison().to().place()) + ": " + Html.text(summary) + "</p>\n";
    }

    /** Returns the table of the changes; empty where there are none. */
    static String changes(Report report) {
        if (report.changes().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<table>\n<thead><tr><th>risk</th><th>change</th>"
                + "<th>what the plain statement does</th></tr></thead>\n<tbody>\n");
        for (ClassifiedChange change : report.changes()) {
            text.append("<tr><td>")
                    .append(risk(change.risk()))
                    .append("</td><td>")
                    .append(Html.code(change.change().description()))
                    .append(findings(change, report.pages()))
                    .append("</td><td>")
                    .append(Html.text(String.join("; ", DiffTextRenderer.facts(change.facts()))))
                    .append("</td></tr>\n");
        }
        return text.append("</tbody>\n</table>\n").toString();
    }

    private static String findings(ClassifiedChange change, RulePages pages) {
        if (change.findings().isEmpty() && change.accepted().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("\n<ul>\n");
        for (Finding finding : change.findings()) {
            text.append("<li>")
                    .append(rule(finding, pages))
                    .append(' ')
                    .append(risk(finding.risk()))
                    .append(' ')
                    .append(Html.code(finding.element()))
                    .append(' ')
                    .append(Html.text(finding.message() + ". " + finding.fix() + "."))
                    .append("</li>\n");
        }
        for (AcceptedFinding accepted : change.accepted()) {
            text.append("<li>accepted ")
                    .append(rule(accepted.finding(), pages))
                    .append(": ")
                    .append(Html.text(accepted.reason()))
                    .append("</li>\n");
        }
        return text.append("</ul>\n").toString();
    }

    private static String rule(Finding finding, RulePages pages) {
        String id = finding.rule().value();
        return pages.url(finding.rule()).map(url -> Html.link(url, id)).orElse(Html.text(id));
    }

    private static String risk(Risk risk) {
        return "<span class=\"risk " + risk + "\">" + risk + "</span>";
    }

    /** Returns what was left alone and hidden; empty where there is nothing. */
    static String notes(Report report) {
        List<String> notes = Notes.all(report.comparison());
        if (notes.isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("<h2>Notes</h2>\n<ul>\n");
        notes.forEach(note -> text.append("<li>").append(Html.text(note)).append("</li>\n"));
        return text.append("</ul>\n").toString();
    }
}
