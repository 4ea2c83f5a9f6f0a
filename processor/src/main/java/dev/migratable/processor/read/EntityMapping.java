package dev.migratable.processor.read;

import dev.migratable.schema.Model;
import dev.migratable.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * An entity as it was read. It holds names instead of elements, for javac makes new elements in each round.
 *
 * @param entity the entity in the round it was read in
 * @param className the entity's canonical name
 * @param binaryName the name of its class file, with {@code $} before a nested class
 * @param model the table, its sequences and the declarations
 * @param attributes by raw column name, the attribute behind it
 */
public record EntityMapping(
        TypeElement entity, String className, String binaryName, Model model, Map<String, AttributeRef> attributes) {

    /**
     * Says where an attribute is declared.
     *
     * @param name the attribute's name
     * @param owner the canonical name of the class that declares it
     * @param member the name of the field or getter
     * @param kind whether it is a field or a getter
     */
    public record AttributeRef(String name, String owner, String member, ElementKind kind) {}

    /** Copies and sorts the attributes. */
    public EntityMapping {
        attributes = new TreeMap<>(attributes);
    }

    /** Finds the attribute behind a column. */
    public Optional<AttributeRef> attribute(String column) {
        return Optional.ofNullable(attributes.get(column));
    }

    /** Returns the entity's table. */
    public Table table() {
        return model.schema().tables().get(0);
    }

    /** Returns the entity's name for people. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
