package dev.migratable.processor;

import dev.migratable.processor.read.EntityMapping;
import dev.migratable.processor.report.Diagnostics;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Refuses what two classes of a module call alike and is not the same. For one assembly. */
final class NameCheck {

    private final Elements elements;
    private final Diagnostics diagnostics;
    private final SortedMap<String, Model> byClass;
    private final SortedMap<String, EntityMapping> mappings;
    private final Map<QualifiedName, String> tables = new HashMap<>();
    private final Map<QualifiedName, Sequence> sequences = new HashMap<>();
    private boolean different = true;

    /**
     * Creates a check.
     *
     * @param byClass what each class, or package, says
     * @param mappings of the classes that are compiled now
     */
    NameCheck(
            Elements elements,
            Diagnostics diagnostics,
            SortedMap<String, Model> byClass,
            SortedMap<String, EntityMapping> mappings) {
        this.elements = elements;
        this.diagnostics = diagnostics;
        this.byClass = byClass;
        this.mappings = mappings;
    }

    /** Returns whether there was nothing to refuse. */
    boolean areDifferent() {
        byClass.forEach((owner, model) -> {
            model.schema().tables().forEach(table -> checkTable(owner, table));
            model.schema().sequences().forEach(sequence -> checkSequence(owner, sequence));
        });
        Map<QualifiedName, String> taken = new HashMap<>();
        tables.forEach((name, owner) -> taken.put(name, "the table of " + owner));
        checkTypes(
                new Types<>(
                        Schema::enumTypes,
                        EnumType::name,
                        "values",
                        t -> String.join(", ", t.labels()),
                        "both are of one enum"),
                taken);
        sequences.keySet().forEach(name -> taken.put(name, "a sequence"));
        byClass.forEach((owner, model) ->
                model.schema().enumTypes().forEach(type -> taken.put(type.name(), "the type of an enum of " + owner)));
        checkTypes(
                new Types<>(
                        Schema::compositeTypes,
                        CompositeType::name,
                        "attributes",
                        CompositeType::describe,
                        "both are of one class"),
                taken);
        return different;
    }

    private void checkTable(String owner, Table table) {
        String other = tables.putIfAbsent(table.name(), owner);
        boolean shared = table.hasGeneratorValues()
                && other != null
                && Optional.ofNullable(byClass.get(other))
                        .flatMap(model -> model.schema().table(table.name()))
                        .filter(table::equals)
                        .isPresent();
        if (other != null && !shared) {
            refuse(owner, "the table '" + table.name().display() + "' is also that of " + other);
        }
    }

    private void checkSequence(String owner, Sequence sequence) {
        Sequence other = sequences.putIfAbsent(sequence.name(), sequence);
        if (other != null && !other.equals(sequence) || tables.containsKey(sequence.name())) {
            refuse(owner, "the sequence '" + sequence.name().display() + "' is also declared otherwise");
        }
    }

    /**
     * Types of one kind.
     *
     * @param of returns those of a schema
     * @param name returns what one is called
     * @param parts what one consists of
     * @param content returns them
     * @param origin says when two of one name are meant to be one
     */
    private record Types<T>(
            Function<Schema, Collection<T>> of,
            Function<T, QualifiedName> name,
            String parts,
            Function<T, String> content,
            String origin) {}

    private <T> void checkTypes(Types<T> types, Map<QualifiedName, String> taken) {
        Map<QualifiedName, T> first = new HashMap<>();
        Map<QualifiedName, String> owners = new HashMap<>();
        byClass.forEach((owner, model) -> types.of().apply(model.schema()).forEach(type -> {
            QualifiedName name = types.name().apply(type);
            T other = first.putIfAbsent(name, type);
            String otherOwner = owners.putIfAbsent(name, owner);
            String subject = "the type '" + name.display() + "' ";
            if (taken.containsKey(name)) {
                refuse(owner, subject + "is also " + taken.get(name));
            } else if (other != null && !other.equals(type)) {
                refuse(
                        owner,
                        subject + "has the " + types.parts() + " "
                                + types.content().apply(type) + ", and "
                                + types.content().apply(other) + " in " + otherOwner + " (where " + types.origin()
                                + ", map it alike and compile both)");
            }
        }));
    }

    private void refuse(String binaryName, String fact) {
        different = false;
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
