package dev.migratable.runtime.execute;

import dev.migratable.json.ClassPathModels;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.util.SortedMap;

/** Finds the model that an application was compiled with. */
public final class Models {

    private Models() {}

    /**
     * Merges what the annotation processor wrote of the modules on the class path.
     *
     * @throws MigratableException {@code MOD01} where there is nothing, {@code MOD02} where something cannot be loaded, or
     *     two entities describe one table
     */
    public static Model fromClassPath(ClassLoader loader) {
        SortedMap<String, Model> models = ClassPathModels.load(loader);
        if (models.isEmpty()) {
            throw new MigratableException(
                    "MOD01",
                    "class path: no @Migratable entity was compiled here. Add the annotation processor"
                            + " dev.migratable:migratable-processor to the compiler, and compile again.");
        }
        try {
            return Model.merge(models);
        } catch (IllegalArgumentException e) {
            throw new MigratableException(
                    "MOD02",
                    "class path: " + e.getMessage() + ". Compile the entities again with one version of Migratable.",
                    e);
        }
    }
}
