package dev.migratable.change;

import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Adds a primary key to a table that has none.
 *
 * @param table the table
 * @param primaryKey the key to be
 */
public record AddPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements Change {

    /** Rejects nulls. */
    public AddPrimaryKey {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(primaryKey, "primaryKey");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropPrimaryKey(table, primaryKey));
    }
}
