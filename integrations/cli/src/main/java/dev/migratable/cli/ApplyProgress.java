package dev.migratable.cli;

import dev.migratable.runtime.backfill.BackfillProgress;
import dev.migratable.runtime.estimate.StepEstimate;
import dev.migratable.runtime.estimate.Work;
import dev.migratable.runtime.execute.ApplyReport.StepReport;
import dev.migratable.runtime.execute.MigrationListener;
import dev.migratable.runtime.preflight.PreflightReport;
import dev.migratable.runtime.session.Blocker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Prints what a running migrator does: a line for each step; while a table is filled a bar on a terminal, and lines
 * elsewhere. Called by one thread at a time.
 */
final class ApplyProgress implements MigrationListener, AutoCloseable {

    /** A log should not drown in progress, and a person watching it should not wait. */
    private static final long LINE_INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Shell shell;
    private final LongSupplier nanoTime;
    private Optional<BackfillBar> bar = Optional.empty();
    private String pace = "";
    private long lastLine;

    /**
     * Creates a listener that prints.
     *
     * @param nanoTime the clock, {@link System#nanoTime}
     */
    ApplyProgress(Shell shell, LongSupplier nanoTime) {
        this.shell = shell;
        this.nanoTime = nanoTime;
        this.lastLine = nanoTime.getAsLong() - LINE_INTERVAL_NANOS;
    }

    @Override
    public synchronized void waitingForRunner(String holder) {
        line("another runner is at work: " + holder + "; waiting");
    }

    @Override
    public synchronized void preflight(PreflightReport report) {
        report.findings().forEach(finding -> line(PreflightCommand.line(finding)));
    }

    @Override
    public synchronized void stepStarted(String migration, String step, String purpose) {
        line((migration.isEmpty() ? step : migration + " " + step) + (purpose.isEmpty() ? "" : ": " + purpose));
    }

    @Override
    public synchronized void stepEstimated(String migration, String step, StepEstimate estimate) {
        if (estimate.work() != Work.INSTANT && estimate.rows() > 0) {
            line("    estimate: " + estimate.describe());
        }
    }

    @Override
    public synchronized void stepFinished(StepReport step) {
        if (step.rows() > 0) {
            line("    " + step.rows() + (step.rows() == 1 ? " row written" : " rows written"));
        }
        if (step.estimate()
                .filter(e -> e.work() != Work.INSTANT && e.rows() > 0)
                .isPresent()) {
            line("    took " + StepEstimate.time(step.millis())
                    + (step.lockWaitMillis() > 0
                            ? ", of it " + StepEstimate.time(step.lockWaitMillis()) + " for locks"
                            : ""));
        }
    }

    @Override
    public synchronized void blocked(String migration, String step, List<Blocker> blockers) {
        blockers.forEach(blocker -> line("    waits for " + blocker.describe()));
    }

    @Override
    public synchronized void retrying(String migration, String step, int attempt, long waitMillis, String reason) {
        line("    attempt " + attempt + " lost its lock (" + reason + "); tries again");
    }

    @Override
    public synchronized void paused(String migration, String pause) {
        line((migration.isEmpty() ? "" : migration + " is ") + pause + "; waits for 'migratable control resume'");
    }

    @Override
    public synchronized void warning(String migration, String warning) {
        line("    warning: " + warning);
    }

    @Override
    public synchronized void resumed(String migration) {
        line((migration.isEmpty() ? "" : migration + " ") + "goes on");
    }

    @Override
    public synchronized void backfill(BackfillProgress progress) {
        if (shell.terminal()) {
            draw(progress);
            return;
        }
        if (!progress.pace().equals(pace) && !progress.finished()) {
            pace = progress.pace();
            line("    " + (pace.isEmpty() ? "goes on at full speed" : pace));
        }
        long now = nanoTime.getAsLong();
        if (progress.finished() || now - lastLine >= LINE_INTERVAL_NANOS) {
            lastLine = now;
            line("    " + describe(progress));
        }
    }

    private void draw(BackfillProgress progress) {
        BackfillBar drawn = bar.orElseGet(() -> new BackfillBar(progress, terminal()));
        bar = Optional.of(drawn);
        drawn.update(progress);
        if (progress.finished()) {
            close();
        }
    }

    private Consumer<String> terminal() {
        return text -> {
            shell.err().print(text);
            shell.err().flush();
        };
    }

    private static String describe(BackfillProgress progress) {
        String done = progress.table().display() + ": " + progress.rowsDone()
                + (progress.finished() ? " rows, " : " of about " + progress.rowsEstimate() + " rows, ")
                + progress.rowsWritten() + " written";
        return progress.finished() ? done : done + ", " + Math.round(progress.rowsPerSecond()) + " rows/s";
    }

    private void line(String line) {
        close();
        shell.err().println(Mask.in(line));
    }

    /** Ends the bar, if there is one. */
    @Override
    public synchronized void close() {
        bar.ifPresent(BackfillBar::close);
        bar = Optional.empty();
    }
}
