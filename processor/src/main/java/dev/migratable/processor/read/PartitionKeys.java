package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** Knows the columns of {@code @PartitionKey} attributes, which Hibernate puts behind the identifier into the primary key. */
final class PartitionKeys {

    private final ReadContext context;

    PartitionKeys(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an attribute has none, or one that is read; reported where it is not. */
    boolean understands(Attribute attribute) {
        boolean read = !attribute.has(Jpa.PARTITION_KEY)
                || attribute.place().holders().isEmpty()
                        && !attribute.identifying()
                        && !AssociationReader.isAssociation(attribute)
                        && !EntityColumns.isEmbedded(attribute)
                        && !EntityColumns.isCollection(attribute);
        if (!read) {
            String fact = "@PartitionKey is not on a basic attribute of the entity itself";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Remove it");
        }
        return read;
    }

    /** Adds the columns to the key, by the names of their attributes; false, and reported, in a hierarchy. */
    boolean join(TypeElement entity, MappedParts parts, List<String> key) {
        List<MappedColumn> found = new ArrayList<>(parts.columns().stream()
                .filter(c -> !c.attribute().isOfClass() && c.attribute().has(Jpa.PARTITION_KEY))
                .sorted(Comparator.comparing(c -> c.attribute().name()))
                .toList());
        boolean alone = Inheritance.isRoot(entity) && !context.subclasses().has(entity);
        if (!found.isEmpty() && !alone) {
            String fact = "@PartitionKey in a hierarchy of entities is not read";
            context.error(found.get(0).attribute().element(), Problem.INHERITANCE, fact, "Remove it");
            return false;
        }
        found.forEach(column -> key.add(column.name()));
        parts.columns()
                .replaceAll(c -> found.contains(c) ? c.withColumn(c.column().withNullable(false)) : c);
        return true;
    }
}
