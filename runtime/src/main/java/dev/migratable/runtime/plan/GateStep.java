package dev.migratable.runtime.plan;

import java.util.List;
import java.util.Objects;

/**
 * Opens the contract: nothing behind it runs before every condition holds.
 *
 * @param header what every step has
 * @param verifications rows that must not exist at the moment the gate opens
 */
public record GateStep(StepHeader header, List<Verification> verifications) implements Step {

    /** Copies the lists. */
    public GateStep {
        Objects.requireNonNull(header, "header");
        verifications = List.copyOf(verifications);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
