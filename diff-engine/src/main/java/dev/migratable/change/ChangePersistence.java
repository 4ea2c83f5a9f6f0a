package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a table unlogged, or logged again: the server writes every row anew. Since 15 the sequences of its columns follow.
 *
 * @param table the table
 * @param unlogged whether it is to be unlogged
 */
public record ChangePersistence(QualifiedName table, boolean unlogged) implements SettingChange {

    /** Rejects nulls. */
    public ChangePersistence {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(SettingChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangePersistence(table, !unlogged));
    }
}
