package dev.migratable.processor;

import dev.migratable.json.KnownTables;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.read.EntityReader;
import dev.migratable.processor.read.Subclasses;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.processor.write.ModelWriter;
import dev.migratable.processor.write.OutputFolder;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.MigratableException;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        if (leftovers.isEmpty() && byClass.isEmpty() || diagnostics.failed() || !namesAreDifferent(byClass, mappings)) {
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

    private boolean namesAreDifferent(SortedMap<String, Model> byClass, SortedMap<String, EntityMapping> mappings) {
        Map<QualifiedName, String> tables = new HashMap<>();
        Map<QualifiedName, Sequence> sequences = new HashMap<>();
        boolean different = true;
        for (Map.Entry<String, Model> entry : byClass.entrySet()) {
            Schema schema = entry.getValue().schema();
            for (var table : schema.tables()) {
                String other = tables.putIfAbsent(table.name(), entry.getKey());
                boolean shared = table.hasGeneratorValues()
                        && other != null
                        && Optional.ofNullable(byClass.get(other))
                                .flatMap(model -> model.schema().table(table.name()))
                                .filter(table::equals)
                                .isPresent();
                if (other != null && !shared) {
                    twice(
                            entry.getKey(),
                            mappings,
                            "the table '" + table.name().display() + "' is also that of " + other);
                    different = false;
                }
            }
            for (Sequence sequence : schema.sequences()) {
                Sequence other = sequences.putIfAbsent(sequence.name(), sequence);
                if (other != null && !other.equals(sequence) || tables.containsKey(sequence.name())) {
                    String name = sequence.name().display();
                    twice(entry.getKey(), mappings, "the sequence '" + name + "' is also declared otherwise");
                    different = false;
                }
            }
        }
        boolean differentTypes = typesAreDifferent(byClass, mappings, tables);
        boolean differentStructs = structsAreDifferent(byClass, mappings, tables, sequences);
        return different && differentTypes && differentStructs;
    }

    private boolean typesAreDifferent(
            SortedMap<String, Model> byClass,
            SortedMap<String, EntityMapping> mappings,
            Map<QualifiedName, String> tables) {
        Map<QualifiedName, EnumType> types = new HashMap<>();
        Map<QualifiedName, String> owners = new HashMap<>();
        boolean different = true;
        for (Map.Entry<String, Model> entry : byClass.entrySet()) {
            for (EnumType type : entry.getValue().schema().enumTypes()) {
                EnumType other = types.putIfAbsent(type.name(), type);
                String owner = owners.putIfAbsent(type.name(), entry.getKey());
                String name = type.name().display();
                if (tables.containsKey(type.name())) {
                    twice(
                            entry.getKey(),
                            mappings,
                            "the type '" + name + "' is also the table of " + tables.get(type.name()));
                    different = false;
                } else if (other != null && !other.equals(type)) {
                    twice(
                            entry.getKey(),
                            mappings,
                            "the type '" + name + "' has the values " + String.join(", ", type.labels()) + ", and "
                                    + String.join(", ", other.labels()) + " in " + owner
                                    + " (where both are of one enum, map it alike and compile both)");
                    different = false;
                }
            }
        }
        return different;
    }

    private boolean structsAreDifferent(
            SortedMap<String, Model> byClass,
            SortedMap<String, EntityMapping> mappings,
            Map<QualifiedName, String> tables,
            Map<QualifiedName, Sequence> sequences) {
        Map<QualifiedName, CompositeType> types = new HashMap<>();
        Map<QualifiedName, String> owners = new HashMap<>();
        Set<QualifiedName> taken = new HashSet<>(tables.keySet());
        taken.addAll(sequences.keySet());
        byClass.values().forEach(model -> model.schema().enumTypes().forEach(type -> taken.add(type.name())));
        boolean different = true;
        for (Map.Entry<String, Model> entry : byClass.entrySet()) {
            for (CompositeType type : entry.getValue().schema().compositeTypes()) {
                CompositeType other = types.putIfAbsent(type.name(), type);
                String owner = owners.putIfAbsent(type.name(), entry.getKey());
                String name = type.name().display();
                if (taken.contains(type.name())) {
                    String fact = "the type '" + name + "' of a @Struct is also a table, sequence or other type";
                    twice(entry.getKey(), mappings, fact);
                    different = false;
                } else if (other != null && !other.equals(type)) {
                    twice(
                            entry.getKey(),
                            mappings,
                            "the type '" + name + "' has the attributes " + type.describe() + ", and "
                                    + other.describe() + " in " + owner
                                    + " (where both are of one class, map it alike and compile both)");
                    different = false;
                }
            }
        }
        return different;
    }

    private void twice(String binaryName, SortedMap<String, EntityMapping> mappings, String fact) {
        TypeElement type = elements.getTypeElement(binaryName.replace('$', '.'));
        if (type != null && mappings.containsKey(binaryName)) {
            diagnostics.error(type, Problem.NAME_TWICE, fact);
        } else {
            // an IDE or a script may leave the class file of a class that was renamed
            String left = fact + " (if there is no source of one of them any more, delete its class file)";
            diagnostics.error(Problem.NAME_TWICE, binaryName + ": " + left);
        }
    }
}
