package dev.migratable.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A type made by {@code CREATE TYPE … AS ENUM}.
 *
 * @param name its name
 * @param labels its values in their order, which is the one rows are sorted by
 */
public record EnumType(QualifiedName name, List<String> labels) {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    /** Copies the labels and rejects one that is there twice. */
    public EnumType {
        Objects.requireNonNull(name, "name");
        labels = List.copyOf(labels);
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            if (!seen.add(label)) {
                throw new IllegalArgumentException("the type " + name + " has the value " + label + " twice");
            }
        }
    }

    /** Returns a copy with other labels. */
    public EnumType withLabels(List<String> newLabels) {
        return new EnumType(name, newLabels);
    }

    /** Returns whether a column's type is this one, or an array of it; a model may leave out the schema {@code public}. */
    public boolean isUsedBy(SqlType type) {
        boolean bare = name.schema().equals(QualifiedName.DEFAULT_SCHEMA);
        for (String local : spellings(name.name())) {
            if (bare && type.name().equals(local)) {
                return true;
            }
            for (String schema : spellings(name.schema())) {
                if (type.name().equals(schema + "." + local)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The server quotes a reserved word, too, and nobody here knows which words are. */
    private static List<String> spellings(String part) {
        String quoted = "\"" + part.replace("\"", "\"\"") + "\"";
        return PLAIN.matcher(part).matches() ? List.of(part, quoted) : List.of(quoted);
    }
}
