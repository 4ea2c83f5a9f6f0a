package dev.migratable.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads dotted names and assignments as they are written on a command line. Names are raw, never folded to lower case;
 * one that holds a dot or an equals sign stands in double quotes, in which a double quote is written twice.
 */
final class NameReader {

    private static final char QUOTE = '"';

    private NameReader() {}

    /** Splits at the first equals sign outside quotes; gives one part where there is none. */
    static List<String> assignment(String text) {
        int at = next(text, '=', 0);
        return at < 0 ? List.of(text) : List.of(text.substring(0, at), text.substring(at + 1));
    }

    /** Splits at dots outside quotes and takes the quotes away. */
    static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int dot = next(text, '.', 0); dot >= 0; dot = next(text, '.', from)) {
            parts.add(unquoted(text.substring(from, dot)));
            from = dot + 1;
        }
        parts.add(unquoted(text.substring(from)));
        return List.copyOf(parts);
    }

    private static int next(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == QUOTE) {
                quoted = !quoted;
            } else if (c == wanted && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String unquoted(String part) {
        boolean quoted = part.length() >= 2 && part.charAt(0) == QUOTE && part.charAt(part.length() - 1) == QUOTE;
        return quoted ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}
