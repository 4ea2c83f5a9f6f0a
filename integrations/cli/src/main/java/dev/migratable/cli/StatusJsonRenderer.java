package dev.migratable.cli;

import dev.migratable.json.Json;
import dev.migratable.runtime.backfill.BackfillState;
import dev.migratable.runtime.control.Control;
import dev.migratable.runtime.execute.StatusReport;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.history.HistoryStore;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the status of a database for programs, as {@code docs/reference/cli-json.md} describes it. */
final class StatusJsonRenderer {

    /** A backfill and a run are one line each. */
    private static final int INLINE_DEPTH = 3;

    private StatusJsonRenderer() {}

    /**
     * Returns the JSON, which ends with a newline.
     *
     * @param changelogGiven whether it is known what the changelog has
     */
    static String render(String place, StatusReport report, boolean changelogGiven) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", DiffJsonRenderer.FORMAT);
        root.put("database", place);
        root.put(
                "migrations",
                report.migrations().stream()
                        .map(migration -> migration(migration, changelogGiven))
                        .toList());
        root.put(
                "controls",
                report.controls().stream().map(StatusJsonRenderer::control).toList());
        report.runner().ifPresent(runner -> root.put("runner", runner));
        report.pace().ifPresent(pace -> root.put("pace", pace));
        root.put(
                "latestRuns",
                report.latestRuns().stream().map(StatusJsonRenderer::run).toList());
        return Json.write(root, INLINE_DEPTH);
    }

    private static Map<String, Object> migration(MigrationStatus migration, boolean changelogGiven) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", migration.id());
        tree.put("state", migration.state());
        if (changelogGiven) {
            tree.put("inChangelog", migration.inChangelog());
        }
        tree.put("stepsDone", migration.stepsDone());
        migration.steps().ifPresent(steps -> tree.put("steps", steps));
        tree.put(
                "backfills",
                migration.backfills().stream().map(StatusJsonRenderer::backfill).toList());
        tree.put("gateReasons", migration.gate());
        if (!migration.oldNames().isEmpty()) {
            tree.put("oldNames", migration.oldNames());
        }
        return tree;
    }

    private static Map<String, Object> backfill(BackfillState backfill) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", backfill.step());
        tree.put("rowsSeen", backfill.rowsSeen());
        tree.put("rowsWritten", backfill.rowsWritten());
        tree.put("finished", backfill.finished());
        return tree;
    }

    private static Map<String, Object> control(Control control) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!control.migration().isEmpty()) {
            tree.put("migration", control.migration());
        }
        control.pause().ifPresent(mark -> {
            tree.put("pausedBy", mark.who());
            tree.put("pausedAt", mark.at());
        });
        control.settings().rate().ifPresent(rate -> tree.put("rate", rate.text()));
        control.settings().workers().ifPresent(workers -> tree.put("workers", workers));
        control.settings().batchTargetMillis().ifPresent(millis -> tree.put("batchTargetMillis", millis));
        control.settingsBy().ifPresent(mark -> {
            tree.put("setBy", mark.who());
            tree.put("setAt", mark.at());
        });
        return tree;
    }

    /** Returns a run as an object. */
    static Map<String, Object> run(HistoryStore.Run run) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", run.id());
        tree.put("command", run.command());
        tree.put("user", run.who());
        if (!run.operator().isEmpty()) {
            tree.put("operator", run.operator());
        }
        tree.put("version", run.version());
        tree.put("startedAt", run.startedAt());
        if (!run.outcome().isEmpty()) {
            tree.put("outcome", run.outcome());
        }
        if (run.millis() >= 0) {
            tree.put("millis", run.millis());
        }
        if (!run.detail().isEmpty()) {
            tree.put("detail", Mask.in(run.detail()));
        }
        return tree;
    }
}
