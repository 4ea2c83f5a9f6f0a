package dev.migratable.cli;

import dev.migratable.runtime.backfill.BackfillProgress;
import java.time.Duration;
import java.util.function.Consumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws how far the backfill of one table is, on one line of a terminal. */
final class BackfillBar implements AutoCloseable {

    /** Fits the narrowest terminal in use; a line that wraps could not be drawn again. */
    private static final int WIDTH = 79;

    private static final int REDRAW_MILLIS = 200;

    private final ProgressBar bar;
    private final Consumer<String> terminal;

    /**
     * Draws the bar for the first time.
     *
     * @param terminal takes what is to be written, as it is
     */
    BackfillBar(BackfillProgress progress, Consumer<String> terminal) {
        this.terminal = terminal;
        this.bar = ProgressBar.builder()
                .setTaskName("    " + progress.table().display())
                .setInitialMax(progress.rowsEstimate())
                .startsFrom(progress.rowsDone(), Duration.ZERO)
                .setUnit(" rows", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(text -> terminal.accept("\r" + text), WIDTH))
                .build();
    }

    /** Takes new numbers in. */
    void update(BackfillProgress progress) {
        bar.maxHint(progress.rowsEstimate());
        bar.stepTo(progress.rowsDone());
        // The bar's own speed counts whole seconds, which makes it up to twice too high at the start.
        bar.setExtraMessage(Math.round(progress.rowsPerSecond()) + " rows/s"
                + (progress.pace().isEmpty() ? "" : ", " + progress.pace()));
    }

    /** Draws the bar for the last time and leaves its line. */
    @Override
    public void close() {
        bar.close();
        terminal.accept(System.lineSeparator());
    }
}
