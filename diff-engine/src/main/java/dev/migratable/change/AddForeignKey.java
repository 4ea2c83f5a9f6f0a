package dev.migratable.change;

import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a foreign key.
 *
 * @param table the referencing table
 * @param foreignKey the key to be
 */
public record AddForeignKey(QualifiedName table, ForeignKey foreignKey) implements Change {

    /** Rejects nulls. */
    public AddForeignKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(foreignKey, "foreignKey");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropForeignKey(table, foreignKey));
    }
}
