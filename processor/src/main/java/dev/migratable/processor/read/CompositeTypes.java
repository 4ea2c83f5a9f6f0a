package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.TypeElement;

/** Collects the types that Hibernate makes of one entity's embeddables, each with the first attribute that has it. */
final class CompositeTypes {

    private final ReadContext context;
    private final Map<QualifiedName, CompositeType> types = new TreeMap<>();
    private final Map<QualifiedName, Attribute> attributes = new TreeMap<>();
    private boolean consistent = true;

    CompositeTypes(ReadContext context) {
        this.context = context;
    }

    void add(Collection<MappedColumn> columns) {
        for (MappedColumn column : columns) {
            context.unit().compositeTypes(column.attribute()).forEach(type -> add(column.attribute(), type));
        }
    }

    /** Reports types in a hierarchy whose tables Hibernate cannot unite. */
    void rejectIn(TypeElement entity) {
        if (Inheritance.strategy(entity) == Inheritance.Strategy.TABLE_PER_CLASS && !attributes.isEmpty()) {
            consistent = false;
            Attribute first = attributes.values().iterator().next();
            String fact = "Hibernate fails on a @Struct in a TABLE_PER_CLASS hierarchy";
            context.error(
                    first.element(), Problem.BAD_MEMBER, fact, "Use @JdbcTypeCode(SqlTypes.JSON), or another strategy");
        }
    }

    private void add(Attribute attribute, CompositeType type) {
        CompositeType other = types.putIfAbsent(type.name(), type);
        attributes.putIfAbsent(type.name(), attribute);
        if (other != null && !other.equals(type)) {
            consistent = false;
            String fact = "the type '" + type.name().display() + "' has the attributes " + type.describe()
                    + " here, and " + other.describe() + " elsewhere in the entity";
            context.error(
                    attribute.element(), Problem.BAD_MEMBER, fact, "Map them alike, or give @Struct another name");
        }
    }

    /**
     * Returns whether each type has one list of attributes, and none the name of something else; those that have not are
     * reported.
     */
    boolean areConsistent(List<Table> tables, List<Sequence> sequences, List<EnumType> enumTypes) {
        Map<QualifiedName, String> taken = new HashMap<>();
        tables.forEach(table -> taken.put(table.name(), "table"));
        sequences.forEach(sequence -> taken.put(sequence.name(), "sequence"));
        enumTypes.forEach(type -> taken.put(type.name(), "type of an enum"));
        attributes.forEach((name, attribute) -> {
            String other = taken.get(name);
            if (other != null) {
                consistent = false;
                String fact =
                        "the type '" + name.display() + "' is also the " + other + " of that name, for PostgreSQL";
                context.error(attribute.element(), Problem.NAME_TWICE, fact);
            }
        });
        return consistent;
    }

    List<CompositeType> all() {
        return List.copyOf(types.values());
    }

    /** Returns by type the first attribute that has it. */
    Map<QualifiedName, Attribute> attributes() {
        return attributes;
    }
}
