package dev.migratable.cli;

import dev.migratable.runtime.expansion.PlanResult;
import dev.migratable.runtime.expansion.PlanResult.Refusal;
import dev.migratable.runtime.plan.MigrationPlan;
import dev.migratable.runtime.plan.Phase;
import dev.migratable.runtime.plan.Step;
import dev.migratable.runtime.plan.StepHeader;
import java.util.Optional;

/** Writes a plan for a pull request: the changes, then each phase's steps, with their SQL to unfold. */
final class PlanMarkdownRenderer {

    private PlanMarkdownRenderer() {}

    /** Returns the text, which ends with a newline. */
    static String render(Report report, Optional<PlanResult> result) {
        StringBuilder text = new StringBuilder(DiffMarkdownRenderer.heading(report));
        if (!report.changes().isEmpty()) {
            text.append(DiffMarkdownRenderer.changes(report));
        }
        if (!report.refusals().isEmpty()) {
            text.append("\n**No plan is made**, because\n\n");
            for (Refusal refusal : report.refusals()) {
                text.append("- ")
                        .append(Markdown.code(refusal.change()))
                        .append(": ")
                        .append(Markdown.text(refusal.reason()))
                        .append(". ")
                        .append(Markdown.text(Markdown.capitalised(refusal.wayOut())))
                        .append(".\n");
            }
        }
        text.append(DiffMarkdownRenderer.findings(report));
        result.flatMap(PlanResult::plan).ifPresent(plan -> steps(text, plan, report.comparison()));
        return text.append(DiffMarkdownRenderer.notes(report)).toString();
    }

    private static void steps(StringBuilder text, MigrationPlan plan, Comparison comparison) {
        Optional<Phase> phase = Optional.empty();
        int number = 0;
        for (Step step : plan.steps()) {
            StepHeader header = step.header();
            if (!phase.equals(Optional.of(header.phase()))) {
                text.append("\n#### ")
                        .append(PlanTextRenderer.PHASES.getOrDefault(
                                header.phase(), header.phase().name()))
                        .append("\n\n");
                phase = Optional.of(header.phase());
            }
            number++;
            step(text, number, step, comparison);
        }
    }

    /** GitHub reads Markdown within HTML only behind an empty line. */
    private static void step(StringBuilder text, int number, Step step, Comparison comparison) {
        StepHeader header = step.header();
        text.append("<details><summary>")
                .append(number)
                .append(". ")
                .append(html(header.purpose()))
                .append(" <i>(")
                .append(html(PlanTextRenderer.facts(header, comparison)))
                .append(")</i></summary>\n\n");
        header.notes().forEach(note -> text.append(Markdown.text(note)).append("\n\n"));
        text.append(Markdown.sql(PlanTextRenderer.lines(step))).append("\n</details>\n");
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;");
    }
}
