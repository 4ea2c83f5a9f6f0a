package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Renames a column; declared, never guessed.
 *
 * @param table the table
 * @param from the present name
 * @param to the name to be
 */
public record RenameColumn(QualifiedName table, String from, String to) implements Change {

    /** Rejects nulls. */
    public RenameColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new RenameColumn(table, to, from));
    }
}
