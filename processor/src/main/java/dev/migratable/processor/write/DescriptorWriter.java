package dev.migratable.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.migratable.processor.read.EntityMapping;
import dev.migratable.schema.CheckConstraint;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.ExclusionConstraint;
import dev.migratable.schema.ForeignKey;
import dev.migratable.schema.Index;
import dev.migratable.schema.Model;
import dev.migratable.schema.PrimaryKey;
import dev.migratable.schema.Schema;
import dev.migratable.schema.Sequence;
import dev.migratable.schema.Table;
import dev.migratable.schema.TableDescriptor;
import dev.migratable.schema.TableOptions;
import dev.migratable.schema.UniqueConstraint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code <Entity>Table}: constants for the table's names, and the table's model as code. Each part is a method of
 * its own, so that no entity is too big for the size limit of methods.
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
        ClassName name = ClassName.get(dot < 0 ? "" : qualified.substring(0, dot), qualified.substring(dot + 1));
        JavaFile.builder(name.packageName(), type(name, mapping))
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .writeTo(filer);
    }

    private static TypeSpec type(ClassName name, EntityMapping mapping) {
        String described = mapping.table()
                .map(t -> "Describes the table {@code " + t.name().display() + "} of")
                .orElse("Describes what has no table of its own:");
        List<Table> others = others(mapping);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addOriginatingElement(mapping.entity())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(TableDescriptor.class)
                .addJavadoc(
                        "$L the entity {@code $L}; written by Migratable, not by hand.\n",
                        described,
                        mapping.className())
                .addFields(constants(mapping))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("Creates a descriptor; it has no state.\n")
                        .build())
                .addMethod(model(mapping));
        mapping.table().ifPresent(table -> addTable(type, table));
        for (int i = 0; i < others.size(); i++) {
            CodeBlock code = ModelCode.table(others.get(i));
            type.addMethod(method("collection" + (i + 1), TypeName.get(Table.class), code));
        }
        type.addMethod(listMethod(
                "sequences", Sequence.class, codes(mapping.model().schema().sequences(), ModelCode::sequence)));
        type.addMethod(method(
                "declarations",
                TypeName.get(Declarations.class),
                ModelCode.declarations(mapping.model().declarations())));
        List<Table> contributions = mapping.model().contributions().tables();
        if (!contributions.isEmpty()) {
            type.addMethod(listMethod("contributions", Table.class, codes(contributions, ModelCode::table)));
        }
        return type.build();
    }

    private static void addTable(TypeSpec.Builder type, Table table) {
        type.addMethod(method("table", TypeName.get(Table.class), table(table)));
        columns(type, table.columns());
        type.addMethod(method("primaryKey", optionalOf(PrimaryKey.class), key(table)));
        type.addMethod(listMethod(
                "uniqueConstraints", UniqueConstraint.class, codes(table.uniqueConstraints(), ModelCode::unique)));
        type.addMethod(listMethod("foreignKeys", ForeignKey.class, codes(table.foreignKeys(), ModelCode::foreignKey)));
        type.addMethod(listMethod(
                "checkConstraints", CheckConstraint.class, codes(table.checkConstraints(), ModelCode::check)));
        type.addMethod(listMethod("indexes", Index.class, codes(table.indexes(), ModelCode::index)));
    }

    private static <T> List<CodeBlock> codes(Collection<T> items, java.util.function.Function<T, CodeBlock> code) {
        return items.stream().map(code).toList();
    }

    private static List<FieldSpec> constants(EntityMapping mapping) {
        ConstantNames names = new ConstantNames("SCHEMA", "TABLE");
        List<FieldSpec> fields = new ArrayList<>();
        mapping.table().ifPresent(table -> addConstants(fields, names, mapping, table));
        for (Table other : others(mapping)) {
            String attribute = mapping.attribute(other.name(), Optional.empty())
                    .orElseThrow()
                    .name();
            String doc = "The table of {@code " + attribute + "}";
            fields.add(constant(names.of(attribute + "_TABLE"), other.name().name(), doc));
            other.columns()
                    .forEach(c -> fields.add(constant(
                            names.of(attribute + "_" + c.name()), c.name(), "A column of {@code " + attribute + "}")));
        }
        return fields;
    }

    private static void addConstants(List<FieldSpec> fields, ConstantNames names, EntityMapping mapping, Table table) {
        fields.add(constant("SCHEMA", table.name().schema(), "The schema of the table"));
        fields.add(constant("TABLE", table.name().name(), "The table"));
        for (Column column : table.columns()) {
            String attribute = attribute(mapping, table, column);
            boolean several = table.columns().stream()
                            .filter(c -> attribute(mapping, table, c).equals(attribute))
                            .count()
                    > 1;
            String constant = names.of(several ? column.name() : attribute);
            fields.add(constant(constant, column.name(), "The column of {@code " + attribute + "}"));
        }
        table.primaryKey().ifPresent(key -> fields.add(constant(names.of(key.name()), key.name(), "The primary key")));
        table.uniqueConstraints()
                .forEach(u -> fields.add(constant(names.of(u.name()), u.name(), "A unique constraint")));
        table.foreignKeys().forEach(f -> fields.add(constant(names.of(f.name()), f.name(), "A foreign key")));
        table.checkConstraints().forEach(c -> fields.add(constant(names.of(c.name()), c.name(), "A check constraint")));
        table.indexes().forEach(i -> fields.add(constant(names.of(i.name()), i.name(), "An index")));
    }

    private static List<Table> others(EntityMapping mapping) {
        return mapping.model().schema().tables().stream()
                .filter(t -> !mapping.table().filter(t::equals).isPresent())
                .toList();
    }

    private static String attribute(EntityMapping mapping, Table table, Column column) {
        return mapping.attribute(table.name(), Optional.of(column.name()))
                .orElseThrow()
                .name();
    }

    private static FieldSpec constant(String name, String value, String doc) {
        return FieldSpec.builder(String.class, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$S", value)
                .addJavadoc("$L.\n", doc)
                .build();
    }

    private static MethodSpec model(EntityMapping mapping) {
        List<CodeBlock> tables = new ArrayList<>();
        if (mapping.table().isPresent()) {
            tables.add(CodeBlock.of("table()"));
        }
        for (int i = 1; i <= others(mapping).size(); i++) {
            tables.add(CodeBlock.of("collection$L()", i));
        }
        return MethodSpec.methodBuilder("model")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Model.class)
                .addStatement(
                        "return new $T(new $T($T.of($L), sequences()), declarations()$L)",
                        Model.class,
                        Schema.class,
                        List.class,
                        CodeBlock.join(tables, ", "),
                        contributions(mapping))
                .build();
    }

    private static CodeBlock contributions(EntityMapping mapping) {
        return mapping.model().contributions().tables().isEmpty()
                ? CodeBlock.of("")
                : CodeBlock.of(", new $T(contributions(), $T.of())", Schema.class, List.class);
    }

    private static CodeBlock table(Table table) {
        return CodeBlock.of(
                "new $T($L,$Wcolumns(),$WprimaryKey(),$WuniqueConstraints(),$WforeignKeys(),$WcheckConstraints(),"
                        + "$W$L,$Windexes(),$W$L,$W$T.ORDINARY)",
                Table.class,
                ModelCode.name(table.name()),
                ModelCode.list(ExclusionConstraint.class, List.of()),
                ModelCode.optional(String.class, table.comment(), ModelCode::text),
                TableOptions.class);
    }

    private static CodeBlock key(Table table) {
        return ModelCode.optional(PrimaryKey.class, table.primaryKey(), ModelCode::primaryKey);
    }

    private static void columns(TypeSpec.Builder type, List<Column> columns) {
        List<CodeBlock> calls = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            calls.add(CodeBlock.of("column$L()", i + 1));
        }
        type.addMethod(listMethod("columns", Column.class, calls));
        for (int i = 0; i < columns.size(); i++) {
            type.addMethod(method("column" + (i + 1), TypeName.get(Column.class), ModelCode.column(columns.get(i))));
        }
    }

    private static TypeName optionalOf(Class<?> type) {
        return ParameterizedTypeName.get(Optional.class, type);
    }

    private static MethodSpec listMethod(String name, Class<?> item, List<CodeBlock> items) {
        return method(name, ParameterizedTypeName.get(List.class, item), ModelCode.list(item, items));
    }

    private static MethodSpec method(String name, TypeName returns, CodeBlock expression) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(returns)
                .addStatement("return $L", expression)
                .build();
    }
}
