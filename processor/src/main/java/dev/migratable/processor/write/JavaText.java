package dev.migratable.processor.write;

import java.util.Collection;
import java.util.stream.Collectors;

/** Writes texts into Java source, whatever is in them and whatever the compiler's encoding is. */
final class JavaText {

    private JavaText() {}

    /** Returns the literal of a text. */
    static String literal(String text) {
        StringBuilder result = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> result.append('\\').append(c);
                case '\n' -> result.append("\\n");
                case '\r' -> result.append("\\r");
                case '\t' -> result.append("\\t");
                default -> {
                    if (c < ' ') {
                        result.append('\\').append(String.format("%03o", (int) c));
                    } else {
                        result.append(c);
                    }
                }
            }
        }
        return result.append('"').toString();
    }

    /** Returns the literals of texts, divided by commas. */
    static String literals(Collection<String> texts) {
        return texts.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }

    /** Returns what can be in a comment: a backslash may begin a Unicode escape, a slash may end the comment. */
    static String comment(String text) {
        return text.replace("\\", "&#92;")
                .replace("*/", "*&#47;")
                .replace('\r', ' ')
                .replace('\n', ' ');
    }

    /** Returns source with Unicode escapes for what an encoding may not have; every backslash in a literal is doubled. */
    static String ascii(String source) {
        if (source.chars().allMatch(c -> c < 0x7f)) {
            return source;
        }
        StringBuilder result = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c < 0x7f) {
                result.append(c);
            } else {
                result.append(String.format("\\u%04x", (int) c));
            }
        }
        return result.toString();
    }
}
