package dev.migratable.json;

import dev.migratable.schema.MigratableException;

/**
 * Reads and writes JSON as a tree of {@code Map<String, Object>}, {@code List<Object>}, {@code String}, {@code Long},
 * {@code Double} and {@code Boolean}; null has no place in it.
 */
public final class Json {

    private Json() {}

    /**
     * Reads one JSON text. Maps keep the order of the text and can be modified.
     *
     * @param text the JSON
     * @param place where the text is from, for messages: a file's name
     * @throws MigratableException {@code JSN01}, naming place, line and column, where the text is no JSON, holds null,
     *     a member twice, a number that a Long or Double cannot hold, or something behind the value
     */
    public static Object parse(String text, String place) {
        return TreeReader.read(text, place).root();
    }

    /**
     * Writes a tree; the members of an object keep the map's order, so the caller sees to determinism. The text ends
     * with a newline.
     *
     * @param tree maps, lists and scalars; {@code Integer} and {@code Short} are allowed beside {@code Long}
     * @param inlineDepth objects and arrays deeper than this are written on one line; the outermost has depth 0
     * @throws IllegalArgumentException where the tree holds anything else
     */
    public static String write(Object tree, int inlineDepth) {
        return new TreeWriter((depth, container) -> depth > inlineDepth).write(tree);
    }
}
