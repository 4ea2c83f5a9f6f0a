package dev.migratable.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a table was given beside what entities speak of. A table that has this record was read where such things are
 * known: in a live database. Entities know nothing of it, and their tables have none.
 *
 * @param parameters storage parameters; those of its TOAST table with the prefix {@code toast.}
 * @param keyParameters storage parameters of the indexes of primary key, unique and exclusion constraints, by constraint
 * @param indexComments comments by index; for the index of a constraint, under the constraint's name
 * @param constraintComments comments by constraint
 */
public record TableSettings(
        Map<String, String> parameters,
        Map<String, Map<String, String>> keyParameters,
        Map<String, String> indexComments,
        Map<String, String> constraintComments) {

    /** As {@code CREATE TABLE} makes it. */
    public static final TableSettings NONE = new TableSettings(Map.of(), Map.of(), Map.of(), Map.of());

    /** Sorts, and leaves out what is empty. */
    public TableSettings {
        parameters = sorted(parameters);
        Map<String, Map<String, String>> keys = new TreeMap<>();
        keyParameters.forEach((name, values) -> {
            if (!values.isEmpty()) {
                keys.put(name, sorted(values));
            }
        });
        keyParameters = Collections.unmodifiableMap(keys);
        indexComments = sorted(indexComments);
        constraintComments = sorted(constraintComments);
    }

    private static Map<String, String> sorted(Map<String, String> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /** Returns a copy with other storage parameters. */
    public TableSettings withParameters(Map<String, String> newParameters) {
        return new TableSettings(newParameters, keyParameters, indexComments, constraintComments);
    }

    /** Returns a copy with other storage parameters of the index of a constraint. */
    public TableSettings withKeyParameters(String constraint, Map<String, String> newParameters) {
        Map<String, Map<String, String>> keys = new TreeMap<>(keyParameters);
        keys.put(constraint, newParameters);
        return new TableSettings(parameters, keys, indexComments, constraintComments);
    }

    /** Returns a copy with other comments of indexes. */
    public TableSettings withIndexComments(Map<String, String> newComments) {
        return new TableSettings(parameters, keyParameters, newComments, constraintComments);
    }

    /** Returns a copy with other comments of constraints. */
    public TableSettings withConstraintComments(Map<String, String> newComments) {
        return new TableSettings(parameters, keyParameters, indexComments, newComments);
    }

    /** Returns a copy without what is said of indexes and constraints that are not there. */
    TableSettings of(Collection<String> indexes, Collection<String> constraints) {
        boolean all = indexes.containsAll(keyParameters.keySet())
                && indexes.containsAll(indexComments.keySet())
                && constraints.containsAll(constraintComments.keySet());
        if (all) {
            return this;
        }
        Map<String, Map<String, String>> keys = new TreeMap<>(keyParameters);
        keys.keySet().retainAll(indexes);
        Map<String, String> ofIndexes = new TreeMap<>(indexComments);
        ofIndexes.keySet().retainAll(indexes);
        Map<String, String> ofConstraints = new TreeMap<>(constraintComments);
        ofConstraints.keySet().retainAll(constraints);
        return new TableSettings(parameters, keys, ofIndexes, ofConstraints);
    }
}
