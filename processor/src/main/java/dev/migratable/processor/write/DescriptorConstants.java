package dev.migratable.processor.write;

import dev.migratable.processor.read.EntityMapping;
import dev.migratable.schema.Column;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a descriptor's constants: the names of the entity's tables, of their columns and constraints. */
final class DescriptorConstants {

    private final ConstantNames names = new ConstantNames("SCHEMA", "TABLE");
    private final StringBuilder source;
    private final EntityMapping mapping;

    private DescriptorConstants(StringBuilder source, EntityMapping mapping) {
        this.source = source;
        this.mapping = mapping;
    }

    /** Appends them, those of the entity's own table first, then those of its others. */
    static void append(StringBuilder source, EntityMapping mapping, List<Table> others) {
        DescriptorConstants constants = new DescriptorConstants(source, mapping);
        mapping.table().ifPresent(constants::appendOwn);
        others.forEach(constants::appendOther);
    }

    private void appendOther(Table table) {
        String attribute = attribute(table, Optional.empty());
        append(names.of(attribute + "_TABLE"), table.name().name(), "The table of {@code " + attribute + "}");
        for (Column column : table.columns()) {
            append(names.of(attribute + "_" + column.name()), column.name(), "A column of {@code " + attribute + "}");
        }
    }

    private void appendOwn(Table table) {
        append("SCHEMA", table.name().schema(), "The schema of the table");
        append("TABLE", table.name().name(), "The table");
        List<String> attributes = new ArrayList<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Column column : table.columns()) {
            String attribute = attribute(table, Optional.of(column.name()));
            attributes.add(attribute);
            counts.merge(attribute, 1, Integer::sum);
        }
        for (int i = 0; i < attributes.size(); i++) {
            String column = table.columns().get(i).name();
            String attribute = attributes.get(i);
            boolean several = counts.getOrDefault(attribute, 1) > 1;
            append(names.of(several ? column : attribute), column, "The column of {@code " + attribute + "}");
        }
        table.primaryKey().ifPresent(key -> appendNamed(key.name(), "The primary key"));
        table.uniqueConstraints().forEach(u -> appendNamed(u.name(), "A unique constraint"));
        table.foreignKeys().forEach(f -> appendNamed(f.name(), "A foreign key"));
        table.checkConstraints().forEach(c -> appendNamed(c.name(), "A check constraint"));
        table.indexes().forEach(i -> appendNamed(i.name(), "An index"));
    }

    private String attribute(Table table, Optional<String> column) {
        return mapping.attribute(table.name(), column).orElseThrow().name();
    }

    private void appendNamed(String name, String doc) {
        append(names.of(name), name, doc);
    }

    private void append(String constant, String value, String doc) {
        source.append("    /** ").append(JavaText.comment(doc)).append(". */\n    public static final String ");
        source.append(constant).append(" = ").append(JavaText.literal(value)).append(";\n\n");
    }
}
