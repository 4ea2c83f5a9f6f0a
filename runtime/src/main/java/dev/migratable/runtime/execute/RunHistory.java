package dev.migratable.runtime.execute;

import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.RunOutcome;
import dev.migratable.runtime.session.RunnerLock;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** Keeps one run in the history, from before its first step until its end, however it ends. */
final class RunHistory {

    private RunHistory() {}

    /** What a run does, given its number. */
    interface Work<R> {
        R run(long run) throws SQLException;
    }

    /**
     * Runs something under a number of its own.
     *
     * @param command what was asked for
     * @param outcome how it ended, by its result
     */
    static <R> R keep(RunnerLock lock, String command, String operator, Function<R, RunOutcome> outcome, Work<R> work)
            throws SQLException {
        HistoryStore history = new HistoryStore(lock.connection());
        history.create();
        history.noteKilled();
        long run = history.startRun(command, version(), operator);
        try {
            R result = work.run(run);
            history.finishRun(run, outcome.apply(result), Optional.empty());
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                history.finishRun(run, RunOutcome.FAILED, Optional.ofNullable(e.getMessage()));
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            throw e;
        }
    }

    private static String version() {
        return Optional.ofNullable(RunHistory.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }
}
