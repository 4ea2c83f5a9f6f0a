package dev.migratable.processor.write;

import dev.migratable.json.Json;
import dev.migratable.json.ModelJson;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file that says which class each part of the model came from, so that a later compilation of some of the classes can
 * replace their parts and keep the others. Keys are binary class names; that of a package is its {@code package-info}.
 */
final class EntityIndex {

    static final String PATH = "META-INF/migratable/entities.json";

    private static final String CODE = "MAP14";
    private static final long FORMAT = 1;

    /** The depth up to which the file is indented: one line for each column. */
    private static final int INLINE_DEPTH = 5;

    private EntityIndex() {}

    /**
     * Reads the file.
     *
     * @throws MigratableException where it is not what {@link #write} writes
     */
    static SortedMap<String, Model> read(String text) {
        if (!(Json.parse(text, PATH) instanceof Map<?, ?> root)
                || !Long.valueOf(FORMAT).equals(root.get("format"))
                || !(root.get("classes") instanceof Map<?, ?> classes)) {
            throw new MigratableException(CODE, PATH + " is not of format " + FORMAT);
        }
        SortedMap<String, Model> models = new TreeMap<>();
        classes.forEach((name, tree) -> {
            String place = PATH + ", " + name;
            models.put(String.valueOf(name), ModelJson.read(Json.write(tree, INLINE_DEPTH), place));
        });
        return models;
    }

    /** Reads which entities extend which, by binary names. */
    static SortedMap<String, String> readSupers(String text) {
        SortedMap<String, String> supers = new TreeMap<>();
        if (Json.parse(text, PATH) instanceof Map<?, ?> root && root.get("extends") instanceof Map<?, ?> recorded) {
            recorded.forEach((name, superEntity) -> supers.put(String.valueOf(name), String.valueOf(superEntity)));
        }
        return supers;
    }

    static String write(SortedMap<String, Model> models, SortedMap<String, String> supers) {
        Map<String, Object> classes = new LinkedHashMap<>();
        models.forEach((name, model) -> classes.put(name, ModelJson.tree(model)));
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        if (!supers.isEmpty()) {
            root.put("extends", supers);
        }
        root.put("classes", classes);
        return Json.write(root, INLINE_DEPTH);
    }
}
