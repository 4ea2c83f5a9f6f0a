package dev.migratable.schema;

import java.util.List;
import java.util.regex.Pattern;

/** Says whether the type of a column is one that has a name of the user's own. */
final class TypeUse {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    private TypeUse() {}

    /** Returns whether a type is the one of that name, or an array of it; a model may leave out the schema {@code public}. */
    static boolean names(SqlType type, QualifiedName wanted) {
        boolean bare = wanted.schema().equals(QualifiedName.DEFAULT_SCHEMA);
        for (String local : spellings(wanted.name())) {
            if (bare && type.name().equals(local)) {
                return true;
            }
            for (String schema : spellings(wanted.schema())) {
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
