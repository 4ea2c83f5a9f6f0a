package dev.migratable.cli;

import dev.migratable.runtime.backfill.BackfillState;
import dev.migratable.runtime.execute.StatusReport;
import dev.migratable.runtime.execute.StatusReport.MigrationStatus;
import dev.migratable.runtime.history.HistoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the status of a database for people. */
final class StatusTextRenderer {

    /** States in which a gate stands before what is left to do. */
    private static final Set<String> AT_THE_GATE = Set.of("expanded", "contracting");

    private StatusTextRenderer() {}

    /**
     * Returns the text, which ends with a newline.
     *
     * @param changelogGiven whether migrations could be told that the changelog does not have
     */
    static String render(StatusReport report, boolean changelogGiven) {
        List<String> lines = new ArrayList<>();
        report.migrations().forEach(migration -> add(lines, migration, changelogGiven));
        if (lines.isEmpty()) {
            lines.add("no migrations");
        }
        report.controls()
                .forEach(control -> lines.add((control.migration().isEmpty() ? "all migrations" : control.migration())
                        + ": " + control.describe()));
        report.runner().ifPresent(runner -> lines.add("a runner is at work: " + runner));
        report.pace().ifPresent(pace -> lines.add("    " + pace));
        report.latestRuns().stream()
                .findFirst()
                .filter(run -> !run.outcome().equals("done"))
                .filter(run -> report.runner().isEmpty() || !run.outcome().isEmpty())
                .ifPresent(run -> lines.add("the latest run, " + run.command() + ", " + outcome(run)));
        return String.join("\n", lines) + "\n";
    }

    private static void add(List<String> lines, MigrationStatus migration, boolean changelogGiven) {
        lines.add(migration.id() + "  " + migration.state() + steps(migration)
                + (changelogGiven && !migration.inChangelog() ? " (not in this changelog)" : ""));
        if (migration.state().equals("expanding")) {
            lines.add("    not all filled and verified yet: the new version has to wait");
        }
        migration.backfills().forEach(backfill -> lines.add("    " + describe(backfill)));
        if (AT_THE_GATE.contains(migration.state())) {
            lines.add(migration.gate().isEmpty() ? "    gate open" : "    gate closed:");
            migration.gate().forEach(reason -> lines.add("        " + reason));
            migration.oldNames().forEach(mention -> lines.add("    " + mention));
        }
    }

    private static String steps(MigrationStatus migration) {
        int done = migration.stepsDone();
        String of = migration.steps().map(total -> " of " + total).orElse("");
        boolean one = migration.steps().orElse(done) == 1;
        return done == 0 && of.isEmpty() ? "" : ", " + done + of + (one ? " step done" : " steps done");
    }

    private static String describe(BackfillState backfill) {
        return backfill.step() + ": " + backfill.rowsSeen() + " rows seen, " + backfill.rowsWritten() + " written, "
                + (backfill.finished() ? "finished" : "not finished");
    }

    private static String outcome(HistoryStore.Run run) {
        if (run.outcome().isEmpty() || run.outcome().equals("killed")) {
            return "was killed; the same command goes on from there";
        }
        return "ended: " + run.outcome() + (run.detail().isEmpty() ? "" : ": " + Mask.in(run.detail()));
    }
}
