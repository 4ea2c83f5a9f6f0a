package dev.migratable.json;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file that says which class each part of the model came from, so that a later compilation of some of the classes can
 * replace their parts and keep the others, and that an application finds its model. Keys are binary class names; that of
 * a package is its {@code package-info}.
 */
public final class EntityIndex {

    /** Where the file is in a module's classes. */
    public static final String PATH = "META-INF/migratable/entities.json";

    private static final String CODE = "JSN03";
    private static final long FORMAT = 1;

    /** The depth of a part of the model: root, classes, part. Each is laid out as a model file is. */
    private static final int PART_DEPTH = 2;

    /** Far enough for a table to be read again. */
    private static final int INLINE_DEPTH = 5;

    private EntityIndex() {}

    /**
     * Reads the file.
     *
     * @param text the file's text
     * @param place where it is from, for messages
     * @throws MigratableException {@code JSN01} to {@code JSN03} where it is not what {@link #write} writes
     */
    public static SortedMap<String, Model> read(String text, String place) {
        if (!(Json.parse(text, place) instanceof Map<?, ?> root)
                || !Long.valueOf(FORMAT).equals(root.get("format"))
                || !(root.get("classes") instanceof Map<?, ?> classes)) {
            throw new MigratableException(
                    CODE, place + ": not of format " + FORMAT + ". Compile the entities again with this version.");
        }
        SortedMap<String, Model> models = new TreeMap<>();
        classes.forEach((name, tree) -> {
            models.put(String.valueOf(name), ModelJson.read(Json.write(tree, INLINE_DEPTH), place + ", " + name));
        });
        return models;
    }

    /** Reads which entities extend which, by binary names. */
    public static SortedMap<String, String> readSupers(String text) {
        SortedMap<String, String> supers = new TreeMap<>();
        if (Json.parse(text, PATH) instanceof Map<?, ?> root && root.get("extends") instanceof Map<?, ?> recorded) {
            recorded.forEach((name, superEntity) -> supers.put(String.valueOf(name), String.valueOf(superEntity)));
        }
        return supers;
    }

    /**
     * A module's two files.
     *
     * @param entities this one
     * @param model that of the merged model, as {@link ModelJson#write} writes it
     */
    public record Files(String entities, String model) {}

    /**
     * Writes both files of a module; what they have in common is put together once.
     *
     * @param models the parts of the model by binary class name
     * @param supers the entities that extend others, each with the one it extends
     * @param merged all parts together
     */
    public static Files write(SortedMap<String, Model> models, SortedMap<String, String> supers, Model merged) {
        SchemaWriter schemas = new SchemaWriter();
        return new Files(write(models, supers, schemas), ModelJson.write(merged, schemas));
    }

    private static String write(
            SortedMap<String, Model> models, SortedMap<String, String> supers, SchemaWriter schemas) {
        Map<String, Object> classes = new LinkedHashMap<>();
        models.forEach((name, model) -> classes.put(name, ModelJson.tree(model, schemas)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        if (!supers.isEmpty()) {
            root.put("extends", supers);
        }
        root.put("classes", classes);
        return new TreeWriter(
                        (depth, container) -> depth > PART_DEPTH && ModelJson.inline(depth - PART_DEPTH, container))
                .write(root);
    }
}
