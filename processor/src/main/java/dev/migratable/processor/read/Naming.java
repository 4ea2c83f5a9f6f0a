package dev.migratable.processor.read;

import dev.migratable.processor.option.ProcessorOptions;
import dev.migratable.processor.option.ProcessorOptions.NamingStyle;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.UnquotedName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns names of the mapping into raw names of the database, as Hibernate's physical naming strategy and PostgreSQL's
 * folding of unquoted names do together. Names in backticks or double quotes are taken as they are; so is a name that is
 * no plain identifier, for Hibernate quotes it of its own accord.
 */
final class Naming {

    /** PostgreSQL cuts longer names; {@code NAMEDATALEN - 1}. */
    static final int MAXIMUM_BYTES = 63;

    /** No character of Java's has more than three bytes in UTF-8. */
    private static final int SHORT = MAXIMUM_BYTES / 3;

    private final NamingStyle style;
    private final String defaultSchema;
    private final boolean quoteAll;

    Naming(ProcessorOptions options) {
        this.style = options.naming();
        this.defaultSchema = options.defaultSchema();
        this.quoteAll = options.quoteIdentifiers();
    }

    /** Returns whether a name of the mapping is quoted, and so keeps its case. */
    static boolean isQuoted(String name) {
        String text = name.strip();
        return text.length() > 2
                && (text.startsWith("`") && text.endsWith("`")
                        || text.startsWith("[") && text.endsWith("]")
                        || text.startsWith("\"") && text.endsWith("\""));
    }

    /** Returns a name without its quotes; blanks around it say nothing. */
    static String unquoted(String name) {
        String text = name.strip();
        return isQuoted(text) ? text.substring(1, text.length() - 1) : text;
    }

    /** Returns a name quoted, whether it was or not. */
    static String quoted(String name) {
        return isQuoted(name) ? name : '"' + name + '"';
    }

    /** Returns whether a name is made of letters, digits, underscores and dollar signs, and begins with no digit. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            int c = name.codePointAt(i);
            boolean fits = Character.isLetter(c) || c == '_' || i > 0 && (c == '$' || isNumber(c));
            if (!fits) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Returns the raw name of a column, table or sequence. */
    String raw(String written) {
        String name = written.strip();
        if (quoteAll || isQuoted(name)) {
            return cut(unquoted(name));
        }
        if (!isPlain(name)) {
            return cut(name);
        }
        // Hibernate's strategy makes all letters small, PostgreSQL those of ASCII
        return cut(style == NamingStyle.SNAKE_CASE ? physical(name) : UnquotedName.fold(name));
    }

    /** Returns a name as Hibernate's strategy has it: what it makes up for a join column is then taken for the mapping's. */
    String physical(String name) {
        boolean isChanged = style == NamingStyle.SNAKE_CASE && !quoteAll && !isQuoted(name) && isPlain(name);
        return isChanged ? snakeCase(name).toLowerCase(Locale.ROOT) : name;
    }

    /** Returns the raw name of a constraint or index, which no naming strategy changes. */
    String rawConstraint(String written) {
        String name = written.strip();
        if (quoteAll || isQuoted(name)) {
            return cut(unquoted(name));
        }
        return cut(isPlain(name) ? UnquotedName.fold(name) : name);
    }

    /** Returns the qualified name of a table or sequence. */
    QualifiedName qualified(Optional<String> schema, String name) {
        return new QualifiedName(schema.map(this::raw).orElse(defaultSchema), raw(name));
    }

    private static String snakeCase(String name) {
        StringBuilder result = new StringBuilder(name);
        for (int i = 1; i < result.length() - 1; i++) {
            if (isLower(result.charAt(i - 1))
                    && Character.isUpperCase(result.charAt(i))
                    && isLower(result.charAt(i + 1))) {
                result.insert(i++, '_');
            }
        }
        return result.toString();
    }

    private static boolean isLower(char c) {
        return Character.isLowerCase(c) || Character.isDigit(c);
    }

    private static String cut(String name) {
        return name.length() <= SHORT ? name : prefix(name, MAXIMUM_BYTES);
    }

    /** Returns as much of the beginning of a name as fits into so many bytes of UTF-8. */
    static String prefix(String name, int bytes) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
