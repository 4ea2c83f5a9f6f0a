package dev.migratable.change;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a foreign key.
 *
 * @param table the referencing table
 * @param foreignKey the key as it is
 */
public record DropForeignKey(QualifiedName table, ForeignKey foreignKey) implements Change {

    /** Rejects nulls. */
    public DropForeignKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(foreignKey, "foreignKey");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new AddForeignKey(table, foreignKey));
    }
}
