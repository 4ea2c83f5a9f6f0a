package dev.migratable.cli;

import dev.migratable.change.Change;
import dev.migratable.change.ChangeColumns;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says in SARIF's terms where a change is: in which source, and in which table and columns. */
final class Places {

    private final Comparison comparison;

    Places(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Returns the location of a change. */
    Map<String, Object> of(Change change) {
        Map<String, Object> location = source();
        List<Object> logical = new ArrayList<>();
        for (String column : ChangeColumns.of(change)) {
            logical.add(logical(column, change.table() + "." + column, "column"));
        }
        if (logical.isEmpty()) {
            logical.add(logical(change.table().name(), change.table().toString(), kind(change.table())));
        }
        location.put("logicalLocations", logical);
        return location;
    }

    /** Returns the desired side as a location: that is where a change can be taken back. */
    Map<String, Object> source() {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put(
                "physicalLocation",
                Map.of("artifactLocation", Map.of("uri", uri(comparison.to().place()))));
        return location;
    }

    private String kind(QualifiedName name) {
        List<Schema> schemas = List.of(
                comparison.from().model().schema(), comparison.to().model().schema());
        if (schemas.stream().anyMatch(schema -> schema.enumType(name).isPresent())) {
            return "type";
        }
        return schemas.stream().anyMatch(schema -> schema.sequence(name).isPresent()) ? "sequence" : "table";
    }

    private static Map<String, Object> logical(String name, String qualified, String kind) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("fullyQualifiedName", qualified);
        tree.put("kind", kind);
        return tree;
    }

    /** Returns a source as a URI; of a path what it is below the working directory, where it is. */
    static String uri(String place) {
        try {
            if (place.startsWith(Database.PREFIX)) {
                return new URI("jdbc", place.substring("jdbc:".length()), null).toASCIIString();
            }
            String text = place.startsWith(Source.HIBERNATE) ? place.substring(Source.HIBERNATE.length()) : place;
            Path here = Path.of("").toAbsolutePath();
            Path path = here.resolve(text).normalize();
            if (!path.startsWith(here)) {
                return path.toUri().toASCIIString();
            }
            // In a relative URI the first part must not look like a scheme.
            String relative = here.relativize(path).toString().replace('\\', '/');
            return new URI(null, null, relative.isEmpty() || relative.contains(":") ? "./" + relative : relative, null)
                    .toASCIIString();
        } catch (URISyntaxException e) {
            throw CliError.UNREADABLE.at(place, "cannot be written as a URI", "Give the source another name", e);
        }
    }
}
