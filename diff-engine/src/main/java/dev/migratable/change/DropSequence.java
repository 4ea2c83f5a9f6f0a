package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a sequence.
 *
 * @param sequence the sequence as it is
 */
public record DropSequence(Sequence sequence) implements Change {

    /** Rejects nulls. */
    public DropSequence {
        Objects.requireNonNull(sequence, "sequence");
    }

    @Override
    public QualifiedName table() {
        return sequence.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new CreateSequence(sequence));
    }
}
