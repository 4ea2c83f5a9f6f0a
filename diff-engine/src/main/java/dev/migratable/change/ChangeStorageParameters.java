package dev.migratable.change;

import dev.migratable.schema.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Changes storage parameters of a table or of its TOAST table. Those of the TOAST table are set in any case: the server may
 * have made that one anew.
 *
 * @param table the table
 * @param from the present parameters
 * @param to the parameters to be
 */
public record ChangeStorageParameters(QualifiedName table, Map<String, String> from, Map<String, String> to)
        implements SettingChange {

    /** Sorts the maps. */
    public ChangeStorageParameters {
        Objects.requireNonNull(table, "table");
        from = Collections.unmodifiableMap(new TreeMap<>(from));
        to = Collections.unmodifiableMap(new TreeMap<>(to));
    }

    @Override
    public <R> R accept(SettingChange.Visitor<R> visitor) {
        return visitor.visit(this);
    }

    @Override
    public Optional<Change> inverse() {
        return Optional.of(new ChangeStorageParameters(table, to, from));
    }
}
