package dev.migratable.processor;

import dev.migratable.processor.read.EntityReader;
import dev.migratable.processor.read.Subclasses;
import dev.migratable.processor.write.ModelWriter;
import dev.migratable.processor.write.OutputFolder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Decides whose tables are read: those of the entities that are compiled now, and those that change with them although
 * their own class does not. A table that a hierarchy shares is read as a whole, from the root, whichever of its classes is
 * compiled, new, or gone.
 */
final class TableOwners {

    private final Elements elements;
    private final OutputFolder output;
    private final ModelWriter writer;
    private final EntityReader reader;
    private final Subclasses subclasses;
    private final Set<String> compiledClasses;

    /** By the binary name of the entity whose table it is, the entities because of which it is read. */
    private final SortedMap<String, SortedSet<String>> waiting = new TreeMap<>();

    private final Set<String> taken = new HashSet<>();
    private boolean begun;

    TableOwners(
            Elements elements,
            OutputFolder output,
            ModelWriter writer,
            EntityReader reader,
            Subclasses subclasses,
            Set<String> compiledClasses) {
        this.elements = elements;
        this.output = output;
        this.writer = writer;
        this.reader = reader;
        this.subclasses = subclasses;
        this.compiledClasses = compiledClasses;
    }

    /** Adds entities whose mapping is complete; the first time, also what depends on a hierarchy that has changed. */
    void add(List<TypeElement> complete) {
        if (!begun) {
            begun = true;
            addDependents(writer.recordedSubclasses());
        }
        for (TypeElement entity : complete) {
            tables(entity).forEach(owner -> add(owner, entity));
        }
    }

    private void add(TypeElement owner, TypeElement because) {
        waiting.computeIfAbsent(binaryName(owner), name -> new TreeSet<>()).add(binaryName(because));
    }

    /** A class that was in a hierarchy, and is no more, or newly is, changes the tables of those above it. */
    private void addDependents(SortedMap<String, String> recorded) {
        SortedMap<String, String> kept = new TreeMap<>(recorded);
        kept.keySet().removeIf(name -> compiledClasses.contains(name) || !isThere(name));
        subclasses.addRecorded(kept);
        SortedMap<String, String> now = subclasses.recorded();
        SortedSet<String> changed = new TreeSet<>();
        recorded.forEach((name, above) -> {
            if (!above.equals(now.get(name))) {
                changed.add(above);
            }
        });
        now.forEach((name, above) -> {
            if (!above.equals(recorded.get(name))) {
                changed.add(above);
            }
        });
        for (String name : changed) {
            Optional<TypeElement> entity = find(name).filter(EntityReader::isEntity);
            entity.ifPresent(e -> tables(e).forEach(owner -> add(owner, owner)));
            if (entity.filter(EntityReader::isTablePerClass).isPresent()) {
                // whether a foreign key can reference it may be another matter now
                writer.recordedClasses().stream()
                        .flatMap(other -> find(other).stream())
                        .filter(EntityReader::isEntity)
                        .forEach(other -> add(other, other));
            }
        }
    }

    private boolean isThere(String binaryName) {
        return find(binaryName).isPresent() || output.hasClass(binaryName);
    }

    /** Takes the entities whose tables can be read now: none that shares them is still waiting to be complete. */
    List<TypeElement> take(Predicate<TypeElement> isIncomplete) {
        List<TypeElement> ready = new ArrayList<>();
        for (String name : List.copyOf(waiting.keySet())) {
            Optional<TypeElement> found = find(name);
            boolean waits = found.isPresent()
                    && (isIncomplete.test(found.get())
                            || subclasses.below(found.get()).stream().anyMatch(isIncomplete));
            if (!waits) {
                SortedSet<String> because =
                        Optional.ofNullable(waiting.remove(name)).orElseGet(TreeSet::new);
                found.filter(owner -> isReadable(owner, because)).ifPresent(ready::add);
            }
        }
        return ready;
    }

    private boolean isReadable(TypeElement owner, SortedSet<String> because) {
        String name = binaryName(owner);
        List<TypeElement> others = because.stream()
                .filter(other -> !other.equals(name))
                .flatMap(other -> find(other).stream())
                .filter(reader::owns)
                .toList();
        if (!reader.owns(owner)) {
            others.stream()
                    .filter(other -> EntityReader.tableOwner(other).equals(owner))
                    .forEach(other -> reader.rejectPlace(
                            other,
                            "it shares the table of " + owner.getSimpleName() + ", which is not @Migratable",
                            "Annotate that one, too, or make the hierarchy JOINED"));
            return false;
        }
        if (!compiledClasses.contains(name) && !output.hasClass(name)) {
            others.forEach(other -> reader.rejectPlace(
                    other,
                    "it changes the table of " + owner.getSimpleName() + ", which was compiled elsewhere",
                    "Move it there, or make the hierarchy JOINED without @DiscriminatorColumn"));
            return false;
        }
        List<String> missing = subclasses.missingBelow(owner);
        if (!missing.isEmpty()) {
            reader.rejectPlace(
                    owner,
                    "its subclass " + missing.get(0) + " was compiled earlier and is not on the class path",
                    "Compile them together, or put the output folder on the class path");
            return false;
        }
        if (!taken.add(name)) {
            reader.rejectPlace(
                    owner,
                    "its subclasses " + because + " were generated after its table was read",
                    "Generate them in the first round, or compile them before");
            return false;
        }
        return true;
    }

    /** The entity's own table, and the one that has the values by which its hierarchy tells rows apart. */
    private static List<TypeElement> tables(TypeElement entity) {
        List<TypeElement> result = new ArrayList<>(List.of(EntityReader.tableOwner(entity)));
        EntityReader.discriminated(entity)
                .filter(root -> !result.contains(root))
                .ifPresent(result::add);
        return result;
    }

    private String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    private Optional<TypeElement> find(String binaryName) {
        return Optional.ofNullable(elements.getTypeElement(binaryName.replace('$', '.')));
    }
}
