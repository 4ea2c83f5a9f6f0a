package dev.migratable.processor.write;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.migratable.json.ModelJson;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.schema.Model;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableDescriptor;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Entity>Table}: constants for the table's names, and the part of the model that is the entity's, as a text:
 * to javac a text is one token, where the statements that build the model are hundreds of calls to resolve.
 */
public final class DescriptorWriter {

    private final Filer filer;

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
        JavaFile file = JavaFile.builder(
                        dot < 0 ? "" : qualified.substring(0, dot), type(qualified.substring(dot + 1), mapping))
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
        try (Writer writer = filer.createSourceFile(qualified, mapping.entity()).openWriter()) {
            writer.write(JavaText.ascii(file.toString()));
        }
    }

    private static TypeSpec type(String name, EntityMapping mapping) {
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
                .addMethod(model(name, mapping.model()))
                .build();
    }

    private static List<Table> others(EntityMapping mapping) {
        return mapping.model().schema().tables().stream()
                .filter(t -> !mapping.table().filter(t::equals).isPresent())
                .toList();
    }

    private static MethodSpec model(String name, Model model) {
        return MethodSpec.methodBuilder("model")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Model.class)
                .addCode("return $T.read($L, $S);\n", ModelJson.class, JavaText.blocks(ModelJson.write(model)), name)
                .build();
    }
}
