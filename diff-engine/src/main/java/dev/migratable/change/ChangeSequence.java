package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes the type, attributes or owner of a sequence.
 *
 * @param from the sequence as it is
 * @param to the sequence to be
 */
public record ChangeSequence(Sequence from, Sequence to) implements Change {

    /** Rejects nulls. */
    public ChangeSequence {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public QualifiedName table() {
        return from.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeSequence(to, from));
    }
}
