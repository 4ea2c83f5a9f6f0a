package dev.migratable.runtime.plan;

import java.util.Objects;

/**
 * Gives existing rows their values in committed batches; run by the runtime in parallel, or by the change set's own block.
 *
 * @param header what every step has
 * @param spec what is filled from what
 */
public record BackfillStep(StepHeader header, BackfillSpec spec) implements Step {

    /** Copies the lists. */
    public BackfillStep {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(spec, "spec");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }
}
