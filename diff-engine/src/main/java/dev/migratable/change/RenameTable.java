package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Renames a table; declared, never guessed.
 *
 * @param table the present name in the database
 * @param newName the name to be
 */
public record RenameTable(QualifiedName table, QualifiedName newName) implements Change {

    /** Rejects nulls. */
    public RenameTable {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(newName, "newName");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new RenameTable(newName, table));
    }
}
