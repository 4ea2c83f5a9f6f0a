package dev.migratable.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.schema.Model;
import dev.migratable.schema.ModelBuilder;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableBuilder;
import dev.migratable.schema.TableDescriptor;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Entity>Table}: constants for the table's names, and the table's model as code. Many statements are divided
 * among methods, so that no entity is too big for the size limit of methods.
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
        String qualified = descriptorName(mapping.binaryName());
        int dot = qualified.lastIndexOf('.');
        ModelCode code = code(mapping);
        JavaFile.Builder file = JavaFile.builder(
                        dot < 0 ? "" : qualified.substring(0, dot), type(qualified.substring(dot + 1), mapping, code))
                .skipJavaLangImports(true)
                .indent("    ");
        code.constants().forEach(file::addStaticImport);
        String source = JavaText.ascii(file.build().toString());
        try (Writer writer = filer.createSourceFile(qualified, mapping.entity()).openWriter()) {
            writer.write(source);
        }
    }

    private static TypeSpec type(String name, EntityMapping mapping, ModelCode code) {
        String described = mapping.table()
                .map(t -> "Describes the table {@code "
                        + JavaText.comment(t.name().display()) + "} of")
                .orElse("Describes what has no table of its own:");
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(TableDescriptor.class)
                .addJavadoc(
                        "$L the entity {@code $L}; written by Migratable, not by hand.\n",
                        described,
                        mapping.className())
                .addFields(DescriptorConstants.of(mapping, others(mapping)))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Creates a descriptor; it has no state.\n")
                        .build())
                .addMethods(model(code.parts()))
                .build();
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

    private static List<MethodSpec> model(List<ModelCode.Part> parts) {
        boolean divided = parts.size() > STATEMENTS_PER_METHOD;
        CodeBlock.Builder body = CodeBlock.builder();
        List<MethodSpec> methods = new ArrayList<>();
        if (divided) {
            for (int from = 0; from < parts.size(); from += STATEMENTS_PER_METHOD) {
                String name = "part" + (from / STATEMENTS_PER_METHOD + 1);
                body.add("$L(model);\n", name);
                methods.add(part(name, parts.subList(from, Math.min(parts.size(), from + STATEMENTS_PER_METHOD))));
            }
        } else {
            append(body, parts);
        }
        methods.add(
                0,
                MethodSpec.methodBuilder("model")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(Model.class)
                        .addCode("$1T model = new $1T();\n", ModelBuilder.class)
                        .addCode(body.build())
                        .addCode("return model.build();\n")
                        .build());
        return methods;
    }

    private static MethodSpec part(String name, List<ModelCode.Part> parts) {
        CodeBlock.Builder body = CodeBlock.builder();
        append(body, parts);
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(ModelBuilder.class, "model")
                .addCode(body.build())
                .build();
    }

    private static void append(CodeBlock.Builder body, List<ModelCode.Part> parts) {
        Optional<String> table = Optional.empty();
        for (ModelCode.Part part : parts) {
            if (part.table().isPresent() && !part.table().equals(table)) {
                String builder = part.table().get();
                if (table.isPresent()) {
                    body.add("table = $L;\n", builder);
                } else {
                    body.add("$T table = $L;\n", TableBuilder.class, builder);
                }
                table = part.table();
            }
            body.add("$L;\n", part.code());
        }
    }
}
