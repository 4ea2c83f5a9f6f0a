package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.Objects;
import java.util.Optional;

/**
 * Creates a table with all its columns and constraints, but for foreign keys, which follow as {@link AddForeignKey}; one
 * that is to be a partition is attached to its parent.
 *
 * @param definition the table to be, with no foreign keys
 */
public record CreateTable(Table definition) implements Change {

    /** Rejects nulls. */
    public CreateTable {
        Objects.requireNonNull(definition, "definition");
    }

    @Override
    public QualifiedName table() {
        return definition.name();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new DropTable(definition));
    }
}
