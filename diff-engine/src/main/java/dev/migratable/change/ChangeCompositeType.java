package dev.migratable.change;

import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a composite type other attributes, for which there is no plan: whoever writes a value writes all attributes, in their
 * order.
 *
 * @param from the type as it is
 * @param to the type of the same name as it is to be
 */
public record ChangeCompositeType(CompositeType from, CompositeType to) implements CompositeTypeChange {

    /** Rejects types of two names. */
    public ChangeCompositeType {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException("not one type: " + from.name() + " and " + to.name());
        }
    }

    @Override
    public QualifiedName table() {
        return from.name();
    }

    @Override
    public <R> R accept(CompositeTypeChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeCompositeType(to, from));
    }
}
