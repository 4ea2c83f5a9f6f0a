package dev.migratable.change;

import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates an enum type.
 *
 * @param type the type
 */
public record CreateEnumType(EnumType type) implements EnumTypeChange {

    /** Rejects nulls. */
    public CreateEnumType {
        Objects.requireNonNull(type, "type");
    }

    @Override
    public QualifiedName table() {
        return type.name();
    }

    @Override
    public <R> R accept(EnumTypeChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropEnumType(type));
    }
}
