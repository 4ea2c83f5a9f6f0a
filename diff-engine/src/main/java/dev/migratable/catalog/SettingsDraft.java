package dev.migratable.catalog;

import dev.migratable.schema.ColumnSettings;
import dev.migratable.schema.Index;
import dev.migratable.schema.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects what a table, its indexes and constraints were given beside what entities speak of. */
final class SettingsDraft {

    /** Behind storage, compression and statistics target come the options. */
    private static final int FIXED = 3;

    private final Map<String, String> parameters = new TreeMap<>();
    private final Map<String, Map<String, String>> indexParameters = new TreeMap<>();
    private final Map<String, String> indexComments = new TreeMap<>();
    private final Map<String, String> constraintComments = new TreeMap<>();

    /** Returns the settings of a column from what {@code columns.sql} gives. */
    static ColumnSettings column(List<String> settings) {
        Map<String, String> options = new TreeMap<>();
        settings.stream().skip(FIXED).forEach(option -> put(options, option));
        return new ColumnSettings(
                present(settings.get(0)),
                present(settings.get(1)),
                present(settings.get(2)).map(Integer::valueOf),
                options);
    }

    private static Optional<String> present(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }

    /** Takes one facet of {@code settings.sql}. */
    void add(String facet, String object, String text) {
        switch (facet) {
            case "table parameter" -> put(parameters, text);
            case "index parameter" -> put(indexParameters.computeIfAbsent(object, name -> new TreeMap<>()), text);
            case "index comment" -> indexComments.put(object, text);
            case "constraint comment" -> constraintComments.put(object, text);
            default -> throw new IllegalStateException("settings.sql gives the facet " + facet);
        }
    }

    private static void put(Map<String, String> parameters, String nameAndValue) {
        int equals = nameAndValue.indexOf('=');
        parameters.put(nameAndValue.substring(0, equals), nameAndValue.substring(equals + 1));
    }

    /** Gives an index its parameters; those that are left in the end belong to constraints. */
    Index of(Index index) {
        Map<String, String> found = indexParameters.remove(index.name());
        return found == null ? index : index.withParameters(found);
    }

    TableSettings finish() {
        boolean none = parameters.isEmpty()
                && indexParameters.isEmpty()
                && indexComments.isEmpty()
                && constraintComments.isEmpty();
        return none
                ? TableSettings.NONE
                : new TableSettings(parameters, indexParameters, indexComments, constraintComments);
    }
}
