package dev.migratable.processor;

import dev.migratable.json.KnownTables;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.read.EntityReader;
import dev.migratable.processor.read.Subclasses;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.write.ModelWriter;
import dev.migratable.processor.write.OutputFolder;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.Schema;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Puts the module's model together: what this compilation read, and what earlier ones left of classes that were not
 * compiled now and are still there. A compilation that neither read nor found anything writes nothing.
 */
final class ModelAssembly {

    private final Elements elements;
    private final OutputFolder output;
    private final ModelWriter writer;
    private final EntityReader reader;
    private final Subclasses subclasses;
    private final Diagnostics diagnostics;

    ModelAssembly(
            Elements elements,
            OutputFolder output,
            ModelWriter writer,
            EntityReader reader,
            Subclasses subclasses,
            Diagnostics diagnostics) {
        this.elements = elements;
        this.output = output;
        this.writer = writer;
        this.reader = reader;
        this.subclasses = subclasses;
        this.diagnostics = diagnostics;
    }

    /**
     * What was put together.
     *
     * @param model the model
     * @param known its tables, as they are written
     */
    record Assembled(Model model, KnownTables known) {}

    /** Writes the model and returns it; empty where there is none, or where an error was reported. */
    Optional<Assembled> assemble(
            SortedMap<String, EntityMapping> mappings, SortedSet<String> packages, SortedSet<String> compiledClasses) {
        SortedMap<String, Model> leftovers;
        try {
            leftovers = writer.leftovers();
        } catch (IOException | MigratableException e) {
            diagnostics.error(Problem.LEFTOVER, "META-INF/migratable/entities.json", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        SortedMap<String, Model> byClass = new TreeMap<>(leftovers);
        byClass.keySet()
                .removeIf(name -> compiledClasses.contains(name)
                        || isNoLongerNested(name, compiledClasses)
                        || !isStillThere(name));
        mappings.forEach((name, mapping) -> byClass.put(name, mapping.model()));
        packages.forEach(name -> putPackage(byClass, name));
        if (leftovers.isEmpty() && byClass.isEmpty() || diagnostics.failed()) {
            return Optional.empty();
        }
        if (!new NameCheck(elements, diagnostics, byClass, mappings).areDifferent()) {
            return Optional.empty();
        }
        if (!new ContributionCheck(elements, diagnostics).fits(byClass, mappings)) {
            return Optional.empty();
        }
        Model model = Model.merge(byClass.values());
        SortedSet<String> gone = new TreeSet<>(leftovers.keySet());
        gone.removeAll(byClass.keySet());
        try {
            String text = writer.write(byClass, subclasses.recorded(), model, gone, this::exists);
            return Optional.of(new Assembled(model, new KnownTables(model, text)));
        } catch (IOException e) {
            diagnostics.error(Problem.NOT_WRITTEN, ModelWriter.MODEL, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void putPackage(SortedMap<String, Model> byClass, String name) {
        PackageElement owner = elements.getPackageElement(name);
        String key = ModelWriter.packageKey(name);
        byClass.remove(key);
        if (owner == null) {
            return;
        }
        Declarations declarations = reader.declarations(owner);
        if (!declarations.equals(Declarations.NONE)) {
            byClass.put(key, new Model(Schema.EMPTY, declarations));
        }
    }

    private boolean exists(String binaryName) {
        return elements.getTypeElement(binaryName.replace('$', '.')) != null || output.hasClass(binaryName);
    }

    /** A class file of a nested class stays where javac compiles its outer class without it. */
    private static boolean isNoLongerNested(String binaryName, SortedSet<String> compiledClasses) {
        for (int dollar = binaryName.indexOf('$'); dollar > 0; dollar = binaryName.indexOf('$', dollar + 1)) {
            if (compiledClasses.contains(binaryName.substring(0, dollar))) {
                return true;
            }
        }
        return false;
    }

    private boolean isStillThere(String binaryName) {
        TypeElement type = elements.getTypeElement(binaryName.replace('$', '.'));
        return type == null ? output.hasClass(binaryName) : reader.owns(type) || binaryName.endsWith("package-info");
    }
}
