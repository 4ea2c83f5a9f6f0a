package dev.migratable.cli;

import dev.migratable.json.Json;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.estimate.Work;
import dev.migratable.runtime.execute.RunReport;
import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.StepRun;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a run did, and what it was expected to cost. */
final class RunReportRenderer {

    /** A step is a few lines. */
    private static final int INLINE_DEPTH = 3;

    private RunReportRenderer() {}

    /** Returns the text, which ends with a newline. */
    static String text(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(head(report.run()));
        for (StepRun step : report.steps()) {
            lines.add("%3d %s".formatted(step.number(), name(step)) + ": " + outcome(step.outcome())
                    + (step.millis() < 0 ? "" : " in " + StepEstimate.time(step.millis())) + actual(step));
            expected(step).ifPresent(estimate -> lines.add("    estimate: " + estimate.describe()));
            if (!step.detail().isEmpty()) {
                lines.add("    " + Mask.in(step.detail()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String head(HistoryStore.Run run) {
        return "run " + run.id() + ": " + run.command() + ", " + run.startedAt() + ", by " + run.who()
                + (run.operator().isEmpty() ? "" : " (" + run.operator() + ")") + ", version " + run.version() + ", "
                + outcome(run.outcome())
                + (run.millis() < 0 ? "" : " after " + StepEstimate.time(run.millis()))
                + (run.detail().isEmpty() ? "" : ": " + Mask.in(run.detail()));
    }

    private static String name(StepRun step) {
        return step.migration().isEmpty() ? step.step() : step.migration() + " " + step.step();
    }

    private static String outcome(String outcome) {
        return outcome.isEmpty() ? "running, or killed" : outcome;
    }

    private static String actual(StepRun step) {
        return (step.rows() > 0 ? ", " + step.rows() + (step.rows() == 1 ? " row" : " rows") + " written" : "")
                + (step.lockWaitMillis() > 0
                        ? ", " + StepEstimate.time(step.lockWaitMillis()) + " for locks in " + step.attempts()
                                + (step.attempts() == 1 ? " try" : " tries")
                        : "")
                + (step.walBytes() > 0 ? ", WAL of the server " + StepEstimate.size(step.walBytes()) : "");
    }

    private static Optional<StepEstimate> expected(StepRun step) {
        return step.estimate().filter(e -> e.work() != Work.INSTANT && e.rows() > 0);
    }

    /** Returns a table for pull requests and wikis. */
    static String markdown(RunReport report) {
        StringBuilder text = new StringBuilder(Markdown.text(head(report.run())) + "\n\n");
        text.append(Markdown.head(List.of("step", "outcome", "expected", "took", "rows", "for locks", "lock")));
        for (StepRun step : report.steps()) {
            text.append(Markdown.row(List.of(
                    Markdown.code(name(step)),
                    Markdown.text(
                            outcome(step.outcome()) + (step.detail().isEmpty() ? "" : ": " + Mask.in(step.detail()))),
                    expected(step)
                            .map(e -> Markdown.text(StepEstimate.time(e.millis()) + " (" + e.basis() + ")"))
                            .orElse("an instant"),
                    step.millis() < 0 ? "" : StepEstimate.time(step.millis()),
                    expected(step)
                            .map(e -> step.rows() + " of about " + e.rows())
                            .orElse(""),
                    step.lockWaitMillis() > 0 ? StepEstimate.time(step.lockWaitMillis()) : "",
                    step.lock())));
        }
        return text.toString();
    }

    /** Returns the JSON, which ends with a newline, as {@code docs/reference/cli-json.md} describes it. */
    static String json(String place, RunReport report) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", DiffJsonRenderer.FORMAT);
        root.put("database", place);
        root.put("run", StatusJsonRenderer.run(report.run()));
        root.put("steps", report.steps().stream().map(RunReportRenderer::step).toList());
        return Json.write(root, INLINE_DEPTH);
    }

    private static Map<String, Object> step(StepRun step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("number", step.number());
        tree.put("migration", step.migration());
        tree.put("step", step.step());
        tree.put("phase", step.phase());
        tree.put("lock", step.lock());
        tree.put("statements", step.statements());
        tree.put("startedAt", step.startedAt());
        if (!step.outcome().isEmpty()) {
            tree.put("outcome", step.outcome());
        }
        if (step.millis() >= 0) {
            tree.put("millis", step.millis());
        }
        tree.put("lockWaitMillis", step.lockWaitMillis());
        tree.put("attempts", step.attempts());
        tree.put("rowsWritten", step.rows());
        if (step.walBytes() >= 0) {
            tree.put("serverWalBytes", step.walBytes());
        }
        step.estimate().ifPresent(estimate -> tree.put("estimate", estimate(estimate)));
        if (!step.detail().isEmpty()) {
            tree.put("detail", Mask.in(step.detail()));
        }
        return tree;
    }

    /** Returns an estimate as an object. */
    static Map<String, Object> estimate(StepEstimate estimate) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("work", estimate.work().word());
        tree.put("rows", estimate.rows());
        tree.put("bytes", estimate.bytes());
        tree.put("walBytes", estimate.walBytes());
        tree.put("millis", estimate.millis());
        tree.put("basis", estimate.work() == Work.INSTANT ? "instant" : estimate.basis());
        return tree;
    }
}
