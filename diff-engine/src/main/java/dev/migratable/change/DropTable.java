package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.Objects;
import java.util.Optional;

/**
 * Drops a table.
 *
 * @param definition the table as it is
 */
public record DropTable(Table definition) implements Change {

    /** Rejects nulls. */
    public DropTable {
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
        return Optional.of(new CreateTable(definition));
    }
}
