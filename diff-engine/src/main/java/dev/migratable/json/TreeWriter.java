package dev.migratable.json;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** Writes a tree of maps, lists and scalars as JSON, indented by two spaces. For one use. */
final class TreeWriter {

    /** Decides which objects and arrays are written on one line. */
    interface Layout {
        /**
         * Returns whether a container, with all it holds, is written on one line.
         *
         * @param depth 0 for the outermost
         * @param container a map or a list
         */
        boolean inline(int depth, Object container);
    }

    /** What is beyond ASCII is the encoder's to judge. */
    private static final char DELETE = 0x7f;

    private final StringBuilder out = new StringBuilder();
    private final Layout layout;

    TreeWriter(Layout layout) {
        this.layout = layout;
    }

    String write(Object tree) {
        value(tree, 0, false);
        return out.append('\n').toString();
    }

    /** Writes one object as it stands at a depth, without a newline. */
    WrittenBlock block(Object tree, int depth) {
        value(tree, depth, false);
        return new WrittenBlock(out.toString(), depth);
    }

    private void value(Object value, int depth, boolean inline) {
        if (value instanceof Map<?, ?> map) {
            container('{', map.entrySet(), '}', depth, inline || layout.inline(depth, map));
        } else if (value instanceof List<?> list) {
            container('[', list, ']', depth, inline || layout.inline(depth, list));
        } else if (value instanceof WrittenBlock block) {
            out.append(block.at(depth));
        } else {
            scalar(value);
        }
    }

    private void container(char open, Collection<?> items, char close, int depth, boolean inline) {
        out.append(open);
        boolean first = true;
        for (Object item : items) {
            out.append(first ? "" : inline ? ", " : ",");
            first = false;
            newLine(depth + 1, inline);
            // One call of value() only: the JVM's compiler puts the whole of it in the place of each, which took long.
            Object held = item;
            if (item instanceof Map.Entry<?, ?> entry) {
                string((String) entry.getKey());
                out.append(": ");
                held = entry.getValue();
            }
            value(held, depth + 1, inline);
        }
        newLine(depth, inline || items.isEmpty());
        out.append(close);
    }

    private void newLine(int depth, boolean inline) {
        if (!inline) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void scalar(Object value) {
        if (value instanceof String text) {
            string(text);
        } else if (value instanceof Double number && Double.isFinite(number)
                || value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("not a JSON value: " + value);
        }
    }

    private void string(String text) {
        out.append('"');
        if (isPlain(text)) {
            out.append(text);
        } else {
            JsonStringEncoder.getInstance().quoteAsString(text, out);
        }
        out.append('"');
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c >= DELETE) {
                return false;
            }
        }
        return true;
    }
}
