package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Objects;
import java.util.Optional;

/**
 * Changes how much ANALYZE keeps of a column.
 *
 * @param table the table
 * @param column the column
 * @param from the present target; empty where the server's default decides
 * @param to the target to be
 */
public record ChangeStatisticsTarget(QualifiedName table, String column, Optional<Integer> from, Optional<Integer> to)
        implements SettingChange {

    /** Rejects nulls. */
    public ChangeStatisticsTarget {
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
        return Optional.of(new ChangeStatisticsTarget(table, column, to, from));
    }
}
