package dev.migratable.change;

import dev.migratable.schema.Index;
import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates an index.
 *
 * @param table the table
 * @param index the index to be
 */
public record CreateIndex(QualifiedName table, Index index) implements Change {

    /** Rejects nulls. */
    public CreateIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropIndex(table, index));
    }
}
