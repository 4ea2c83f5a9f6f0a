package dev.migratable.processor.write;

import dev.migratable.processor.read.EntityMapping;
import dev.migratable.schema.Model;
import dev.migratable.schema.ModelBuilder;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableBuilder;
import dev.migratable.schema.TableDescriptor;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.annotation.processing.Filer;

/**
 * Writes {@code <Entity>Table}: constants for the table's names, and the table's model as code. Many statements are divided
 * among methods, so that no entity is too big for the size limit of methods. The source is plain text put together here:
 * each entity has such a class, and the compilation waits for it.
 */
public final class DescriptorWriter {

    /** A foreign key of 32 columns, which is the most that PostgreSQL takes, needs 450 bytes of a method's 64 KB. */
    private static final int STATEMENTS_PER_METHOD = 100;

    private final Filer filer;
    private final Map<SqlType, Boolean> readBack = new HashMap<>();

    /** Creates a writer. */
    public DescriptorWriter(Filer filer) {
        this.filer = filer;
    }

    /** Returns the qualified name of the descriptor for an entity with a binary name. */
    public static String descriptorName(String binaryName) {
        return binaryName.replace('$', '_') + "Table";
    }

    /**
     * Writes the descriptor of an entity.
     *
     * @throws IOException where the file cannot be written, among others because a class has its name
     */
    public void write(EntityMapping mapping) throws IOException {
        String name = descriptorName(mapping.binaryName());
        String source = JavaText.ascii(source(name, mapping));
        try (Writer writer = filer.createSourceFile(name, mapping.entity()).openWriter()) {
            writer.write(source);
        }
    }

    private String source(String qualified, EntityMapping mapping) {
        int dot = qualified.lastIndexOf('.');
        String name = qualified.substring(dot + 1);
        ModelCode code = code(mapping);
        StringBuilder source = new StringBuilder();
        if (dot >= 0) {
            source.append("package ").append(qualified, 0, dot).append(";\n\n");
        }
        imports(code).forEach(type -> source.append("import ").append(type).append(";\n"));
        String described = mapping.table()
                .map(t -> "Describes the table {@code "
                        + JavaText.comment(t.name().display()) + "} of")
                .orElse("Describes what has no table of its own:");
        source.append("\n/** ").append(described).append(" the entity {@code ").append(mapping.className());
        source.append("}; written by Migratable, not by hand. */\n");
        source.append("public final class ").append(name).append(" implements TableDescriptor {\n\n");
        DescriptorConstants.append(source, mapping, others(mapping));
        source.append("    /** Creates a descriptor; it has no state. */\n");
        source.append("    public ").append(name).append("() {}\n\n");
        appendModel(source, code.parts());
        return source.append("}\n").toString();
    }

    private static SortedSet<String> imports(ModelCode code) {
        SortedSet<String> imports = new TreeSet<>(code.imports());
        imports.add(Model.class.getName());
        imports.add(ModelBuilder.class.getName());
        imports.add(TableDescriptor.class.getName());
        if (code.parts().stream().anyMatch(part -> part.table().isPresent())) {
            imports.add(TableBuilder.class.getName());
        }
        return imports;
    }

    private ModelCode code(EntityMapping mapping) {
        ModelCode code = new ModelCode(readBack);
        mapping.table().ifPresent(code::table);
        others(mapping).forEach(code::table);
        Model model = mapping.model();
        model.schema().sequences().forEach(code::sequence);
        model.contributions().tables().forEach(code::contribution);
        code.declarations(model.declarations());
        return code;
    }

    private static List<Table> others(EntityMapping mapping) {
        return mapping.model().schema().tables().stream()
                .filter(t -> !mapping.table().filter(t::equals).isPresent())
                .toList();
    }

    private static void appendModel(StringBuilder source, List<ModelCode.Part> parts) {
        boolean divided = parts.size() > STATEMENTS_PER_METHOD;
        source.append("    @Override\n    public Model model() {\n");
        source.append("        ModelBuilder model = new ModelBuilder();\n");
        if (divided) {
            for (int from = 0; from < parts.size(); from += STATEMENTS_PER_METHOD) {
                source.append("        part")
                        .append(from / STATEMENTS_PER_METHOD + 1)
                        .append("(model);\n");
            }
        } else {
            append(source, parts);
        }
        source.append("        return model.build();\n    }\n");
        for (int from = 0; divided && from < parts.size(); from += STATEMENTS_PER_METHOD) {
            source.append("\n    private static void part").append(from / STATEMENTS_PER_METHOD + 1);
            source.append("(ModelBuilder model) {\n");
            append(source, parts.subList(from, Math.min(parts.size(), from + STATEMENTS_PER_METHOD)));
            source.append("    }\n");
        }
    }

    private static void append(StringBuilder source, List<ModelCode.Part> parts) {
        Optional<String> table = Optional.empty();
        for (ModelCode.Part part : parts) {
            if (part.table().isPresent() && !part.table().equals(table)) {
                String declaration = table.isPresent() ? "table = " : "TableBuilder table = ";
                source.append("        ")
                        .append(declaration)
                        .append(part.table().get())
                        .append(";\n");
                table = part.table();
            }
            source.append("        ").append(part.code()).append(";\n");
        }
    }
}
