package dev.migratable.change;

import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops the primary key.
 *
 * @param table the table
 * @param primaryKey the key as it is
 */
public record DropPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements Change {

    /** Rejects nulls. */
    public DropPrimaryKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(primaryKey, "primaryKey");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new AddPrimaryKey(table, primaryKey));
    }
}
