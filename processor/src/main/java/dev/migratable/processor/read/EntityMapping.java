package dev.migratable.processor.read;

import dev.migratable.schema.ColumnName;
import dev.migratable.schema.Model;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;
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
 * @param table its own table; none where its rows are all in other entities' tables
 * @param model that table, those of its collections, their sequences and the declarations
 * @param attributes by column, the attribute behind it
 * @param collections by table, the attribute that has it
 */
public record EntityMapping(
        TypeElement entity,
        String className,
        String binaryName,
        Optional<Table> table,
        Model model,
        Map<ColumnName, AttributeRef> attributes,
        Map<QualifiedName, AttributeRef> collections) {

    /**
     * Says where an attribute is declared.
     *
     * @param entity the simple name of the entity that has it
     * @param name the attribute's path from the entity on, or the name of a column that no attribute has
     * @param members the attribute in its embeddable, then each embedded attribute around it
     */
    public record AttributeRef(String entity, String name, List<Member> members) {

        /** Copies the members. */
        public AttributeRef {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of a class.
     *
     * @param owner the binary name of the class that declares it
     * @param name the name of the field or getter
     * @param kind whether it is a field or a getter
     */
    public record Member(String owner, String name, ElementKind kind) {}

    /** Copies and sorts the attributes. */
    public EntityMapping {
        attributes = new TreeMap<>(attributes);
        collections = new TreeMap<>(collections);
    }

    /** Finds the attribute behind a column, or the one whose table the column is in. */
    public Optional<AttributeRef> attribute(QualifiedName owner, Optional<String> column) {
        return column.flatMap(c -> Optional.ofNullable(attributes.get(new ColumnName(owner, c))))
                .or(() -> Optional.ofNullable(collections.get(owner)));
    }

    /** Returns the entity's name for people. */
    public String simpleName() {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
