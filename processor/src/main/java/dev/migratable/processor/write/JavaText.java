package dev.migratable.processor.write;

import java.util.ArrayList;
import java.util.List;

/** Writes texts into Java source, whatever is in them and whatever the compiler's encoding is. */
final class JavaText {

    /** The class file format takes 65,535 bytes for a constant, and has one for each character here. */
    private static final int BLOCK = 30_000;

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

    /**
     * Returns an expression of text blocks for JSON that ends with a newline. What is beyond ASCII becomes JSON's escapes,
     * and what is too long for one constant is put together when the program runs.
     */
    static String blocks(String json) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                block.append("\\\\");
            } else if (c < 0x7f) {
                block.append(c);
            } else {
                block.append(String.format("\\\\u%04x", (int) c));
            }
            boolean longLine = block.length() > 2 * BLOCK;
            if (c == '\n' && block.length() > BLOCK || longLine) {
                blocks.add(block(block, c != '\n'));
                block.setLength(0);
            }
        }
        if (!block.isEmpty()) {
            blocks.add(block(block, false));
        }
        return blocks.size() == 1 ? blocks.get(0) : "String.join(\"\", " + String.join(", ", blocks) + ")";
    }

    private static String block(CharSequence content, boolean withinLine) {
        return "\"\"\"\n" + content + (withinLine ? "\\\n" : "") + "\"\"\"";
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
