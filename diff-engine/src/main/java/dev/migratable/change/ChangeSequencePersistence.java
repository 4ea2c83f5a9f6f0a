package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a sequence unlogged, or logged again (PostgreSQL 15). One that a table's column owns follows its table without it.
 *
 * @param table the sequence
 * @param unlogged whether it is to be unlogged
 */
public record ChangeSequencePersistence(QualifiedName table, boolean unlogged) implements SettingChange {

    /** Rejects nulls. */
    public ChangeSequencePersistence {
        Objects.requireNonNull(table, "table");
    }

    @Override
    public <R> R accept(SettingChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeSequencePersistence(table, !unlogged));
    }
}
