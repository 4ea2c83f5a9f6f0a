package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes what the planner is told of a column in place of what ANALYZE finds.
 *
 * @param table the table
 * @param column the column
 * @param from the present options
 * @param to the options to be
 */
public record ChangeColumnOptions(QualifiedName table, String column, Map<String, String> from, Map<String, String> to)
        implements SettingChange {

    /** Sorts the maps. */
    public ChangeColumnOptions {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        from = Collections.unmodifiableMap(new TreeMap<>(from));
        to = Collections.unmodifiableMap(new TreeMap<>(to));
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
        return Optional.of(new ChangeColumnOptions(table, column, to, from));
    }
}
