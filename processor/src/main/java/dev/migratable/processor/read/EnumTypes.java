package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the types that Hibernate makes of one entity's enums, each with the first attribute that has it. */
final class EnumTypes {

    private final ReadContext context;
    private final Map<QualifiedName, EnumType> types = new TreeMap<>();
    private final Map<QualifiedName, Attribute> attributes = new TreeMap<>();
    private boolean different;

    EnumTypes(ReadContext context) {
        this.context = context;
    }

    void add(Collection<MappedColumn> columns) {
        for (MappedColumn column : columns) {
            context.unit().enumTypes(column.attribute()).forEach(type -> add(column.attribute(), type));
        }
    }

    private void add(Attribute attribute, EnumType type) {
        EnumType other = types.putIfAbsent(type.name(), type);
        attributes.putIfAbsent(type.name(), attribute);
        if (other != null && !other.equals(type)) {
            different = true;
            String fact = "the type '" + type.name().display() + "' has the values " + String.join(", ", type.labels())
                    + " here, and " + String.join(", ", other.labels()) + " elsewhere in the entity";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Map the attributes alike, to one enum");
        }
    }

    /** Returns whether each type has one set of values, and none the name of a table; those that have not are reported. */
    boolean areConsistent(List<Table> tables) {
        boolean free = true;
        for (Table table : tables) {
            Attribute attribute = attributes.get(table.name());
            if (attribute != null) {
                String fact =
                        "the type '" + table.name().display() + "' is also the table of that name, for PostgreSQL";
                context.error(attribute.element(), Problem.NAME_TWICE, fact);
                free = false;
            }
        }
        return free && !different;
    }

    List<EnumType> all() {
        return List.copyOf(types.values());
    }

    /** Returns by type the first attribute that has it. */
    Map<QualifiedName, Attribute> attributes() {
        return attributes;
    }
}
