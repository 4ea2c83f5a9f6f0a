package dev.migratable.cli;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One pattern of a filter: {@code *} stands for any letters, {@code ?} for one; what stands in double quotes stands for
 * itself.
 *
 * @param option the option that it was given with
 * @param text as it was written
 * @param schema what a schema's name has to match
 * @param name what a table's, sequence's or type's name has to match; {@code *} for a pattern of schemas
 */
record NamePattern(String option, String text, Pattern schema, Pattern name) {

    private static final char QUOTE = '"';
    private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

    /** Reads a pattern of schemas. */
    static NamePattern ofSchemas(String option, String text) {
        List<String> parts = expressions(text);
        if (parts.size() != 1 || text.isBlank()) {
            throw form(option, text, "SCHEMA");
        }
        return new NamePattern(option, text, Pattern.compile(parts.get(0), Pattern.DOTALL), ANY);
    }

    /** Reads a pattern of tables, {@code table} or {@code schema.table}; without a schema it is {@code public}. */
    static NamePattern ofTables(String option, String text) {
        List<String> parts = expressions(text);
        if (parts.size() > 2 || parts.contains("")) {
            throw form(option, text, "TABLE or SCHEMA.TABLE");
        }
        String schema = parts.size() == 1 ? Pattern.quote(QualifiedName.DEFAULT_SCHEMA) : parts.get(0);
        String name = parts.get(parts.size() - 1);
        return new NamePattern(
                option, text, Pattern.compile(schema, Pattern.DOTALL), Pattern.compile(name, Pattern.DOTALL));
    }

    private static MigratableException form(String option, String text, String form) {
        return CliError.FILTER.at(
                option + " " + text, "this is not of the form " + form, "Put a name that holds a dot in double quotes");
    }

    /** Returns whether the pattern matches a table, sequence or type. */
    boolean matches(QualifiedName object) {
        return schema.matcher(object.schema()).matches()
                && name.matcher(object.name()).matches();
    }

    /** Says that the pattern matches nothing of what there is, with what may have been meant. */
    MigratableException unmatched(Collection<QualifiedName> objects) {
        List<String> candidates = objects.stream()
                .map(name == ANY ? QualifiedName::schema : QualifiedName::display)
                .distinct()
                .sorted()
                .toList();
        // A schema that was left out is not a matter of letters.
        String fix = candidates.stream()
                .filter(candidate -> candidate.endsWith("." + text))
                .findFirst()
                .map(candidate -> "Did you mean " + candidate + "?")
                .orElseGet(() -> Suggestion.question(text, candidates, "Check the name with 'snapshot'."));
        return new MigratableException(
                CliError.FILTER.code(), option + " " + text + ": this matches nothing in either schema. " + fix);
    }

    /** Returns a regular expression for each part between dots. */
    private static List<String> expressions(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean doubled = quoted && c == QUOTE && i + 1 < text.length() && text.charAt(i + 1) == QUOTE;
            if (doubled) {
                part.append(QUOTE);
                i++;
            } else if (c == QUOTE) {
                quoted = !quoted;
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(expression(c, quoted));
            }
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    private static String expression(char c, boolean quoted) {
        if (!quoted && c == '*') {
            return ".*";
        }
        if (!quoted && c == '?') {
            return ".";
        }
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? String.valueOf(c) : "\\" + c;
    }
}
