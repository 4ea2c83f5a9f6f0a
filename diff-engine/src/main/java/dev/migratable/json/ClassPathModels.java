package dev.migratable.json;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.TableDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds what the annotation processor wrote of the modules on a class path: of each module its index of entities, and the
 * registered descriptors of entities that are in none, as in a jar that many modules were put into.
 */
public final class ClassPathModels {

    private static final String CODE = "MOD02";
    private static final String FIX = ". Compile the entities again with one version of Migratable.";
    private static final String DESCRIPTOR = "Table";

    private ClassPathModels() {}

    /**
     * Returns the parts of the model by the binary name of the class they came from; of a descriptor that has no entity,
     * its own name.
     *
     * @throws MigratableException {@code MOD02} where one cannot be loaded, or a class is there twice and differs
     */
    public static SortedMap<String, Model> load(ClassLoader loader) {
        SortedMap<String, Model> parts = new TreeMap<>();
        try {
            for (URL url : Collections.list(loader.getResources(EntityIndex.PATH))) {
                EntityIndex.read(text(url), url.toString()).forEach((name, model) -> put(parts, name, model));
            }
            addDescriptors(parts, loader);
        } catch (IOException | ServiceConfigurationError e) {
            throw new MigratableException(CODE, "class path: " + e.getMessage() + FIX, e);
        }
        return parts;
    }

    /** As the processor names the descriptor of an entity. */
    private static String descriptorName(String entity) {
        return entity.replace('$', '_') + DESCRIPTOR;
    }

    private static void addDescriptors(SortedMap<String, Model> parts, ClassLoader loader) {
        Set<String> described =
                parts.keySet().stream().map(ClassPathModels::descriptorName).collect(Collectors.toSet());
        for (TableDescriptor descriptor : ServiceLoader.load(TableDescriptor.class, loader)) {
            String name = descriptor.getClass().getName();
            if (!described.contains(name)) {
                String entity =
                        name.endsWith(DESCRIPTOR) ? name.substring(0, name.length() - DESCRIPTOR.length()) : name;
                put(parts, entity, descriptor.model());
            }
        }
    }

    private static void put(SortedMap<String, Model> parts, String name, Model model) {
        Model other = parts.putIfAbsent(name, model);
        if (other != null && !other.equals(model)) {
            throw new MigratableException(
                    CODE, "class path: " + name + " is there twice, with different tables. Remove one of the two.");
        }
    }

    private static String text(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false); // a cached jar would stay open
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
