package dev.migratable.runtime.execute;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.TableDescriptor;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the model that an application was compiled with. */
public final class Models {

    private Models() {}

    /**
     * Merges the descriptors that the annotation processor registered.
     *
     * @throws MigratableException where there is none, one cannot be loaded, or two describe one table
     */
    public static Model fromClassPath(ClassLoader loader) {
        Map<String, Model> models = new TreeMap<>();
        try {
            ServiceLoader.load(TableDescriptor.class, loader)
                    .forEach(descriptor -> models.put(descriptor.getClass().getName(), descriptor.model()));
            if (!models.isEmpty()) {
                return Model.merge(models);
            }
        } catch (ServiceConfigurationError | IllegalArgumentException e) {
            throw new MigratableException(
                    "MOD02",
                    "class path: " + e.getMessage() + ". Compile the entities again with one version of Migratable.",
                    e);
        }
        throw new MigratableException(
                "MOD01",
                "class path: no @Migratable entity was compiled here. Add the annotation processor"
                        + " dev.migratable:migratable-processor to the compiler, and compile again.");
    }
}
