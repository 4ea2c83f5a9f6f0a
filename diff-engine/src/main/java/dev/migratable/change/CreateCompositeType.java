package dev.migratable.change;

import dev.migratable.schema.CompositeType;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates a composite type.
 *
 * @param type the type
 */
public record CreateCompositeType(CompositeType type) implements CompositeTypeChange {

    /** Rejects nulls. */
    public CreateCompositeType {
        Objects.requireNonNull(type, "type");
    }

    @Override
    public QualifiedName table() {
        return type.name();
    }

    @Override
    public <R> R accept(CompositeTypeChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropCompositeType(type));
    }
}
