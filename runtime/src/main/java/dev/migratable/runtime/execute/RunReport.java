package dev.migratable.runtime.execute;

import dev.migratable.runtime.history.HistoryStore;
import dev.migratable.runtime.history.StepRun;
import dev.migratable.runtime.history.StepStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run did, as the history keeps it.
 *
 * @param run the run
 * @param steps its steps in order
 */
public record RunReport(HistoryStore.Run run, List<StepRun> steps) {

    /** Copies the list. */
    public RunReport {
        Objects.requireNonNull(run, "run");
        steps = List.copyOf(steps);
    }

    static Optional<RunReport> read(Connection connection, OptionalLong number) throws SQLException {
        HistoryStore history = new HistoryStore(connection);
        Optional<HistoryStore.Run> run = number.isPresent()
                ? history.run(number.getAsLong())
                : history.latestRuns(1).stream().findFirst();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RunReport(
                run.get(), new StepStore(connection).steps(run.get().id())));
    }
}
