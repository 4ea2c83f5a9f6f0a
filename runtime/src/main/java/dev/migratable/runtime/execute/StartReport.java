package dev.migratable.runtime.execute;

import dev.migratable.runtime.execute.ModelCheck.Difference;
import java.util.List;

/**
 * What happened to the database when an application started.
 *
 * @param applied descriptions of the changes that were applied, in order; empty outside development mode
 * @param refused what was not, each with the reason and the way on
 * @param pending what differs only as long as a migration under way has not been contracted
 * @param leftovers what the database has and the model does not speak of; kept
 */
public record StartReport(
        List<String> applied, List<Difference> refused, List<String> pending, List<String> leftovers) {

    /** Copies the lists. */
    public StartReport {
        applied = List.copyOf(applied);
        refused = List.copyOf(refused);
        pending = List.copyOf(pending);
        leftovers = List.copyOf(leftovers);
    }

    /** Returns whether the application finds what its model needs. */
    public boolean matches() {
        return refused.isEmpty();
    }

    static StartReport reporting(ModelCheck check) {
        return new StartReport(List.of(), check.differences(), check.pending(), check.leftovers());
    }
}
