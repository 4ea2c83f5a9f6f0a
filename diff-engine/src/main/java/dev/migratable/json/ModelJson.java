package dev.migratable.json;

import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads and writes model files. Equal models give equal bytes; tables are sorted, each column, constraint and index has
 * a line of its own, and what is absent, false or empty is left out.
 *
 * <p>{@code format} is raised when a file means something else than it did, never for a new member: an old reader stops
 * at a member it does not know instead of passing over it.
 */
public final class ModelJson {

    /** The only format so far. */
    private static final long FORMAT = 1;

    /** The depth of a table: root, tables, table. */
    static final int TABLE_DEPTH = 2;

    /** From here on nothing is broken into lines: root, tables, table, columns; a column is at depth 4. */
    private static final int DEEPEST_LINE = 4;

    private ModelJson() {}

    /** Writes a model; the text ends with a newline. */
    public static String write(Model model) {
        return write(model, new SchemaWriter());
    }

    static String write(Model model, SchemaWriter schemas) {
        return new TreeWriter(ModelJson::inline).write(tree(model, schemas));
    }

    /** Returns the tree that {@link #write} writes, which can be part of another one. */
    static Map<String, Object> tree(Model model, SchemaWriter schemas) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        schemas.write(root, model.schema());
        if (!model.declarations().equals(Declarations.NONE)) {
            root.put("declarations", DeclarationsJson.write(model.declarations()));
        }
        if (!model.contributions().equals(Schema.EMPTY)) {
            Map<String, Object> contributions = new LinkedHashMap<>();
            schemas.writeContributions(contributions, model.contributions());
            root.put("contributions", contributions);
        }
        return root;
    }

    /**
     * Reads a model.
     *
     * @param json the text
     * @param place where the text is from, for messages: a file's name
     * @throws MigratableException {@code JSN01} where it is no JSON, {@code JSN02} where a member is missing, unknown
     *     or wrong, {@code JSN03} where the format is another one; the message names place, line and column
     */
    public static Model read(String json, String place) {
        Members root = Members.root(TreeReader.read(json, place), place);
        OptionalLong format = root.number("format");
        if (format.isEmpty() || format.getAsLong() != FORMAT) {
            String found =
                    format.isEmpty() ? "this is no model file: it has no" : "format " + format.getAsLong() + " is";
            String fact = format.isEmpty() ? found + " 'format' member" : found + " not format " + FORMAT;
            throw new MigratableException("JSN03", place + ": " + fact + ". Write it with this version of Migratable.");
        }
        return root.build(() -> model(root));
    }

    private static Model model(Members root) {
        Schema schema = SchemaReader.read(root);
        Declarations declarations = root.object("declarations")
                .map(members -> members.build(() -> DeclarationsJson.read(members)))
                .orElse(Declarations.NONE);
        Schema contributions = root.object("contributions")
                .map(members -> members.build(() -> SchemaReader.read(members)))
                .orElse(Schema.EMPTY);
        return new Model(schema, declarations, contributions);
    }

    /** Returns whether a container of a model's tree is written on one line. */
    static boolean inline(int depth, Object container) {
        if (depth == 0) {
            return false;
        }
        return depth >= DEEPEST_LINE || !holdsObjects(container);
    }

    /** A list of objects, and an object that holds such a list, is broken into lines. */
    private static boolean holdsObjects(Object container) {
        if (container instanceof List<?> list) {
            return holdsObjects(list);
        }
        for (Object value : ((Map<?, ?>) container).values()) {
            if (value instanceof List<?> list && holdsObjects(list)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsObjects(List<?> list) {
        for (Object item : list) {
            if (item instanceof Map || item instanceof WrittenBlock) {
                return true;
            }
        }
        return false;
    }
}
