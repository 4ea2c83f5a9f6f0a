package dev.migratable.change;

import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;

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
}
