package dev.migratable.runtime.execute;

import dev.migratable.classify.Risk;
import java.util.List;
import java.util.Objects;

/**
 * How a database differs from a model.
 *
 * @param differences what the database lacks or has otherwise, and migrations to this model whose expand is not over,
 *     riskiest first
 * @param pending what differs only as long as a migration under way has not been contracted
 * @param leftovers what the database has and the model does not speak of; kept
 */
public record ModelCheck(List<Difference> differences, List<String> pending, List<String> leftovers) {

    /** Copies the lists. */
    public ModelCheck {
        differences = List.copyOf(differences);
        pending = List.copyOf(pending);
        leftovers = List.copyOf(leftovers);
    }

    /** Returns whether an application with this model finds what it needs. */
    public boolean matches() {
        return differences.isEmpty();
    }

    /**
     * One difference.
     *
     * @param description what would have to change, in one line
     * @param risk how dangerous that is
     * @param reason why it was not done; empty where nobody tried
     * @param wayOn what to do, one imperative sentence without its full stop
     */
    public record Difference(String description, Risk risk, String reason, String wayOn) {

        /** Rejects nulls. */
        public Difference {
            Objects.requireNonNull(description, "description");
            Objects.requireNonNull(risk, "risk");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(wayOn, "wayOn");
        }

        /** Returns the one line for people. */
        public String line() {
            return description + ": " + (reason.isEmpty() ? "" : reason + ". ") + wayOn + ".";
        }
    }
}
