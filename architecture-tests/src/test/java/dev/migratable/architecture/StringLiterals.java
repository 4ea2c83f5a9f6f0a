package dev.migratable.architecture;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the string literals and text blocks out of Java source, passing over comments and character literals.
 *
 * <p>The texts are as written: escapes stay escapes, and a text block keeps its indentation.
 */
final class StringLiterals {
    private static final String TEXT_BLOCK = "\"\"\"";

    private final String source;
    private final List<String> found = new ArrayList<>();

    private StringLiterals(String source) {
        this.source = source;
    }

    static List<String> in(String source) {
        StringLiterals literals = new StringLiterals(source);
        int position = 0;
        while (position < source.length()) {
            position = literals.next(position);
        }
        return List.copyOf(literals.found);
    }

    /** Reads the token at the position, as far as it matters here, and returns the position behind it. */
    private int next(int position) {
        if (source.startsWith("//", position)) {
            return behind("\n", position);
        }
        if (source.startsWith("/*", position)) {
            return behind("*/", position + 2);
        }
        if (source.startsWith(TEXT_BLOCK, position)) {
            return literal(TEXT_BLOCK, position);
        }
        return switch (source.charAt(position)) {
            case '"' -> literal("\"", position);
            case '\'' -> closing("'", position + 1) + 1;
            default -> position + 1;
        };
    }

    private int behind(String end, int from) {
        int at = source.indexOf(end, from);
        return at < 0 ? source.length() : at + end.length();
    }

    private int literal(String quote, int position) {
        int start = position + quote.length();
        int end = closing(quote, start);
        found.add(source.substring(start, end));
        return end + quote.length();
    }

    private int closing(String quote, int from) {
        int position = from;
        while (position < source.length() && !source.startsWith(quote, position)) {
            position += source.charAt(position) == '\\' ? 2 : 1;
        }
        return Math.min(position, source.length());
    }
}
