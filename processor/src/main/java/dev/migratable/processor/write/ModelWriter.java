package dev.migratable.processor.write;

import dev.migratable.json.EntityIndex;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the model, the index of what came from where, and the service file, each sorted. */
public final class ModelWriter {

    /** Where the model is in the class output. */
    public static final String MODEL = "META-INF/migratable/model.json";

    private static final String SERVICE = "META-INF/services/dev.migratable.schema.TableDescriptor";
    private static final String PACKAGE_INFO = "package-info";

    private final OutputFolder output;
    private final boolean descriptors;

    /**
     * Creates a writer into the class output.
     *
     * @param descriptors whether the entities have descriptors, which are registered then
     */
    public ModelWriter(OutputFolder output, boolean descriptors) {
        this.output = output;
        this.descriptors = descriptors;
    }

    /** Returns the key under which the declarations of a package are kept. */
    public static String packageKey(String packageName) {
        return packageName.isEmpty() ? PACKAGE_INFO : packageName + "." + PACKAGE_INFO;
    }

    /**
     * Reads what earlier compilations left, by binary class name.
     *
     * @throws IOException where the file is there and cannot be read
     * @throws dev.migratable.schema.MigratableException where it is damaged
     */
    public SortedMap<String, Model> leftovers() throws IOException {
        Optional<String> text = output.read(EntityIndex.PATH);
        return text.isPresent() ? EntityIndex.read(text.get(), EntityIndex.PATH) : new TreeMap<>();
    }

    /**
     * Reads which entities extended which in earlier compilations, by binary class names; nothing where that cannot be
     * read, which {@link #leftovers} says at the end.
     */
    public SortedMap<String, String> recordedSubclasses() {
        try {
            return output.read(EntityIndex.PATH).map(EntityIndex::readSupers).orElseGet(TreeMap::new);
        } catch (IOException | MigratableException e) {
            return new TreeMap<>();
        }
    }

    /** Returns the binary names of the classes of which earlier compilations left something, in the same way. */
    public SortedSet<String> recordedClasses() {
        try {
            return new TreeSet<>(leftovers().keySet());
        } catch (IOException | MigratableException e) {
            return new TreeSet<>();
        }
    }

    /**
     * Writes the three files, and returns the text of the model's.
     *
     * @param byClass the parts of the model by binary class name
     * @param supers the entities that extend others, each with the one it extends
     * @param model all parts together
     * @param gone classes of earlier compilations that are no part of it any more
     * @param classExists tells whether a provider that somebody else registered is there
     * @throws IOException where one of them cannot be written
     */
    public String write(
            SortedMap<String, Model> byClass,
            SortedMap<String, String> supers,
            Model model,
            SortedSet<String> gone,
            Predicate<String> classExists)
            throws IOException {
        EntityIndex.Files files = EntityIndex.write(byClass, supers, model);
        output.write(EntityIndex.PATH, files.entities());
        output.write(MODEL, files.model());
        writeProviders(byClass.keySet(), gone, classExists);
        return files.model();
    }

    private void writeProviders(Set<String> classes, Set<String> gone, Predicate<String> classExists)
            throws IOException {
        Set<String> own = Stream.concat(classes.stream(), gone.stream())
                .map(DescriptorWriter::descriptorName)
                .collect(Collectors.toSet());
        Optional<String> registered = output.read(SERVICE);
        SortedSet<String> providers = new TreeSet<>();
        for (String line : registered.orElse("").lines().toList()) {
            String provider = line.replaceFirst("#.*", "").strip();
            // a look at a descriptor whose source is still there would make javac compile it
            if (!provider.isEmpty() && !own.contains(provider) && classExists.test(provider)) {
                providers.add(provider);
            }
        }
        if (descriptors) {
            classes.stream()
                    .filter(name -> !name.endsWith(PACKAGE_INFO))
                    .forEach(name -> providers.add(DescriptorWriter.descriptorName(name)));
        }
        if (descriptors || registered.isPresent()) {
            output.write(SERVICE, providers.stream().map(p -> p + "\n").collect(Collectors.joining()));
        }
    }
}
