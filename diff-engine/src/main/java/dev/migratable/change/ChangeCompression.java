package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes how long values of a column are compressed; those that are there stay as they are.
 *
 * @param table the table
 * @param column the column
 * @param from the present method; empty where the server's default decides
 * @param to the method to be
 */
public record ChangeCompression(QualifiedName table, String column, Optional<String> from, Optional<String> to)
        implements SettingChange {

    /** Rejects nulls. */
    public ChangeCompression {
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
        return Optional.of(new ChangeCompression(table, column, to, from));
    }
}
