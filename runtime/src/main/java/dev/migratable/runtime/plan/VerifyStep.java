package dev.migratable.runtime.plan;

import java.util.List;
import java.util.Objects;

/**
 * Counts the rows that are not as they must be and fails where there is one.
 *
 * @param header what every step has
 * @param verifications what is counted
 */
public record VerifyStep(StepHeader header, List<Verification> verifications) implements Step {

    /** Copies the lists. */
    public VerifyStep {
        Objects.requireNonNull(header, "header");
        verifications = List.copyOf(verifications);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
