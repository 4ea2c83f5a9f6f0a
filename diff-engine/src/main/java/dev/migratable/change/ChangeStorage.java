package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes how long values of a column are stored; those that are there stay as they are.
 *
 * @param table the table
 * @param column the column
 * @param from the present storage; empty where it is the type's own
 * @param to the storage to be
 */
public record ChangeStorage(QualifiedName table, String column, Optional<String> from, Optional<String> to)
        implements SettingChange {

    /** Rejects nulls. */
    public ChangeStorage {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    @Override
    public Optional<String> settingOf() {
        return Optional.of(column);
    }

    @Override
    public <R> R accept(SettingChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeStorage(table, column, to, from));
    }
}
