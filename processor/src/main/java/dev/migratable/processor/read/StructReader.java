package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.CompositeAttribute;
import dev.migratable.schema.CompositeType;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.UnquotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads embeddables that are stored as one value of a composite type, which Hibernate makes. */
final class StructReader {

    /** {@code SqlTypes.STRUCT}. */
    private static final int CODE = 2002;

    /** {@code SqlTypes.STRUCT_ARRAY} and {@code STRUCT_TABLE}. */
    private static final Set<Integer> PLURAL_CODES = Set.of(3016, 3017);

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final ReadContext context;

    StructReader(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an attribute's embeddable, or several of them, are one value of a composite type. */
    static boolean isStruct(Attribute attribute) {
        Optional<TypeElement> embeddable = embeddable(attribute);
        return embeddable.isPresent()
                && (annotation(attribute, embeddable.get()).isPresent()
                        || code(attribute)
                                .filter(code -> code == CODE || PLURAL_CODES.contains(code))
                                .isPresent());
    }

    /** Returns whether an attribute is one value of a composite type, which Hibernate then treats as an embedded attribute. */
    static boolean isOne(Attribute attribute) {
        return isStruct(attribute) && !BasicTypes.isPlural(attribute.type());
    }

    /** Returns the condition on a column, given what holds for a value that is not null. */
    static String nullable(String column, String condition) {
        return column + " is null or (" + condition + ")";
    }

    /** Returns a column, which was required until now, with a check that holds for NULL, too. */
    static MappedColumn nullable(MappedColumn column) {
        List<MappedColumn.Check> checks = column.checks().stream()
                .map(check -> new MappedColumn.Check(
                        check.name(), nullable(ColumnNames.sql(column.name()), check.expression())))
                .toList();
        return new MappedColumn(column.attribute(), column.logicalName(), column.column(), column.unique(), checks);
    }

    private static Optional<Integer> code(Attribute attribute) {
        return attribute.annotationOrMeta(Jpa.JDBC_TYPE_CODE).map(code -> code.integer("value", 0));
    }

    private static Optional<TypeElement> embeddable(Attribute attribute) {
        if (attribute.type().getKind().isPrimitive()) {
            return Optional.empty();
        }
        TypeMirror type = BasicTypes.itemOf(attribute.type()).orElse(attribute.type());
        boolean isEmbeddable = EntityColumns.isEmbeddable(type) || attribute.has(Jpa.EMBEDDED);
        return isEmbeddable
                        && type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    /** What is on the attribute wins. */
    private static Optional<AnnotationValues> annotation(Attribute attribute, TypeElement embeddable) {
        return attribute.annotation(Jpa.STRUCT).or(() -> AnnotationValues.find(embeddable, Jpa.STRUCT));
    }

    /** Returns the column's type, and what Hibernate checks of the attributes; what cannot be read is reported. */
    Optional<ColumnTypeReader.ColumnType> read(Attribute attribute, boolean defined) {
        Optional<AnnotationValues> struct = embeddable(attribute).flatMap(type -> annotation(attribute, type));
        if (struct.isEmpty()) {
            String fact = "@JdbcTypeCode makes a composite type without a name";
            return bad(attribute, fact, "Add @Struct(name = \"…\")");
        }
        if (!isAlone(attribute, defined)) {
            return Optional.empty();
        }
        Optional<QualifiedName> name = name(attribute, struct.get());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        TypeMirror type = BasicTypes.itemOf(attribute.type()).orElse(attribute.type());
        boolean isPlural = BasicTypes.isPlural(attribute.type());
        Optional<StructParts> parts =
                new StructParts.Reader(context, attribute, struct.get()).read(attribute.withType(type), isPlural);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        note(attribute, name.get(), parts.get());
        SqlType scalar = type(name.get());
        return Optional.of(new ColumnTypeReader.ColumnType(
                isPlural ? new SqlType(scalar.name(), scalar.modifiers(), 1) : scalar,
                Optional.empty(),
                parts.get().condition()));
    }

    private void note(Attribute attribute, QualifiedName name, StructParts parts) {
        List<EnumType> enumTypes = new ArrayList<>();
        List<CompositeType> compositeTypes = new ArrayList<>();
        List<CompositeAttribute> attributes = new ArrayList<>();
        for (MappedColumn column : parts.columns()) {
            attributes.add(new CompositeAttribute(column.name(), column.column().type()));
            enumTypes.addAll(context.unit().enumTypes(column.attribute()));
            compositeTypes.addAll(context.unit().compositeTypes(column.attribute()));
        }
        compositeTypes.add(new CompositeType(name, attributes));
        context.unit().addTypes(attribute, enumTypes, compositeTypes);
        context.unit().addParts(attribute, parts.columns());
    }

    /** Returns whether nothing else says what the column holds; it is reported. */
    private boolean isAlone(Attribute attribute, boolean defined) {
        boolean converted = !new ConverterReader(context).read(attribute).equals(ConverterReader.Conversion.NONE);
        boolean isPlural = BasicTypes.isPlural(attribute.type());
        boolean hasOtherCode =
                code(attribute).filter(code -> isPlural || code != CODE).isPresent();
        boolean hasOtherType = List.of(Jpa.TYPE, Jpa.JDBC_TYPE, Jpa.JAVA_TYPE).stream()
                .anyMatch(type -> attribute.annotationOrMeta(type).isPresent());
        if (defined || converted || hasOtherCode || hasOtherType) {
            bad(
                    attribute,
                    "beside @Struct stands what gives the column another type, or @JdbcTypeCode on several values, on which"
                            + " Hibernate fails",
                    "Remove one of them");
            return false;
        }
        boolean isElement = Stream.concat(Stream.of(attribute), attribute.place().holders().stream())
                .anyMatch(a -> EntityColumns.isCollection(a.element()));
        if (isElement) {
            bad(
                    attribute,
                    "Hibernate fails on a @Struct in a collection that has a table",
                    "Remove @ElementCollection, so that all are one array, or @Struct");
            return false;
        }
        if (attribute.identifying()) {
            bad(attribute, "@Struct is on an identifier", "Use columns of the table itself: an @Embeddable without it");
            return false;
        }
        return true;
    }

    private Optional<QualifiedName> name(Attribute attribute, AnnotationValues struct) {
        String name = struct.text("name").orElse("");
        if (!NAME.matcher(name).matches() || name.length() > Naming.MAXIMUM_BYTES) {
            return bad(
                    attribute,
                    "the name of a @Struct is not a plain one of letters, digits and underscores",
                    "Call it otherwise");
        }
        if (struct.text("schema").isPresent() || struct.text("catalog").isPresent()) {
            return bad(
                    attribute,
                    "Hibernate fails on the 'schema' and 'catalog' of a @Struct, whose type it does not find there",
                    "Remove them");
        }
        if (!context.options().defaultSchema().equals(QualifiedName.DEFAULT_SCHEMA)
                || context.options().quoteIdentifiers()) {
            return bad(
                    attribute,
                    "a @Struct is not read where the default schema is not public, or all identifiers are quoted",
                    "Use @JdbcTypeCode(SqlTypes.JSON), or columns of the table itself");
        }
        QualifiedName qualified = QualifiedName.inPublic(UnquotedName.fold(name));
        return isOfUser(qualified)
                ? Optional.of(qualified)
                : bad(attribute, "PostgreSQL has a type '" + name + "' of its own", "Call it otherwise");
    }

    private static boolean isOfUser(QualifiedName name) {
        try {
            return ColumnDefinition.parse(name.name(), QualifiedName.DEFAULT_SCHEMA)
                    .type()
                    .name()
                    .equals(name.toString());
        } catch (ColumnDefinition.NotUnderstoodException e) {
            return false; // the words of a definition are no names
        }
    }

    private static SqlType type(QualifiedName name) {
        return new SqlType(name.toString(), List.of(), 0);
    }

    private <T> Optional<T> bad(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
        return Optional.empty();
    }
}
