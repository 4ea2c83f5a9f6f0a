package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes storage parameters of an index, also of that of a constraint; what is built already stays as it is.
 *
 * @param table the table
 * @param index the index
 * @param from the present parameters
 * @param to the parameters to be
 */
public record ChangeIndexParameters(QualifiedName table, String index, Map<String, String> from, Map<String, String> to)
        implements SettingChange {

    /** Sorts the maps. */
    public ChangeIndexParameters {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
        from = Collections.unmodifiableMap(new TreeMap<>(from));
        to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public <R> R accept(SettingChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeIndexParameters(table, index, to, from));
    }
}
