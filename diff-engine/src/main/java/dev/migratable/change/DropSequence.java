package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import java.util.Objects;

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
}
