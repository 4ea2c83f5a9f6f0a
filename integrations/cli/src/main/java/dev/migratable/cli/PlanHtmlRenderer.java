package dev.migratable.cli;

import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.StepHeader;
import java.util.Optional;

/** Writes a plan as a page for a browser: the changes, then each phase's steps, with their SQL to unfold. */
final class PlanHtmlRenderer {

    private PlanHtmlRenderer() {}

    /** Returns the page. */
    static String render(Report report, Optional<PlanResult> result) {
        StringBuilder body = new StringBuilder(DiffHtmlRenderer.heading(report));
        if (!report.refusals().isEmpty()) {
            body.append("<h2>No plan is made</h2>\n<ul>\n");
            for (Refusal refusal : report.refusals()) {
                body.append("<li>")
                        .append(Html.code(refusal.change()))
                        .append(": ")
                        .append(Html.text(refusal.reason() + ". " + Markdown.capitalised(refusal.wayOut()) + "."))
                        .append("</li>\n");
            }
            body.append("</ul>\n");
        }
        body.append(DiffHtmlRenderer.changes(report));
        result.flatMap(PlanResult::plan).ifPresent(plan -> steps(body, plan, report.comparison()));
        body.append(DiffHtmlRenderer.notes(report));
        return Html.page(DiffHtmlRenderer.title(report), body.toString());
    }

    private static void steps(StringBuilder text, MigrationPlan plan, Comparison comparison) {
        Optional<Phase> phase = Optional.empty();
        int number = 0;
        for (Step step : plan.steps()) {
            StepHeader header = step.header();
            if (!phase.equals(Optional.of(header.phase()))) {
                String name = PlanTextRenderer.PHASES.getOrDefault(
                        header.phase(), header.phase().name());
                text.append("<h2>").append(Html.text(name)).append("</h2>\n");
                phase = Optional.of(header.phase());
            }
            number++;
            step(text, number, step, comparison);
        }
    }

    private static void step(StringBuilder text, int number, Step step, Comparison comparison) {
        StepHeader header = step.header();
        text.append("<details><summary>")
                .append(number)
                .append(". ")
                .append(Html.text(header.purpose()))
                .append(" <span class=\"facts\">")
                .append(Html.text(PlanTextRenderer.facts(header, comparison)))
                .append("</span></summary>\n");
        header.notes()
                .forEach(note -> text.append("<p>").append(Html.text(note)).append("</p>\n"));
        text.append(Html.sql(PlanTextRenderer.lines(step))).append("</details>\n");
    }
}
