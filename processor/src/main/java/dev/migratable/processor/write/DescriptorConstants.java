package dev.migratable.processor.write;

import com.palantir.javapoet.FieldSpec;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.schema.Column;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes a descriptor's constants: the names of the entity's tables, of their columns and constraints. */
final class DescriptorConstants {

    private final ConstantNames names = new ConstantNames("SCHEMA", "TABLE");
    private final List<FieldSpec> fields = new ArrayList<>();
    private final EntityMapping mapping;

    private DescriptorConstants(EntityMapping mapping) {
        this.mapping = mapping;
    }

    /** Returns them, those of the entity's own table first, then those of its others. */
    static List<FieldSpec> of(EntityMapping mapping, List<Table> others) {
        DescriptorConstants constants = new DescriptorConstants(mapping);
        mapping.table().ifPresent(constants::appendOwn);
        others.forEach(constants::appendOther);
        return constants.fields;
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
        fields.add(FieldSpec.builder(String.class, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", JavaText.literal(value))
                .addJavadoc("$L.\n", JavaText.comment(doc))
                .build());
    }
}
