package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.EnumType;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.UnquotedName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;

/** Reads enums for which Hibernate makes a type of PostgreSQL, called as the class is. */
final class NamedEnums {

    /** {@code SqlTypes.NAMED_ENUM} and {@code NAMED_ORDINAL_ENUM}; the values of the first are sorted. */
    private static final Map<Integer, Boolean> CODES = Map.of(6001, true, 6003, false);

    /** PostgreSQL takes no longer value, and cuts a longer name. */
    private static final int MAXIMUM_BYTES = 63;

    private static final Map<String, Boolean> TYPES = Map.of(
            "org.hibernate.dialect.type.PostgreSQLEnumJdbcType", true,
            "org.hibernate.dialect.type.PostgreSQLOrdinalEnumJdbcType", false,
            "org.hibernate.dialect.PostgreSQLEnumJdbcType", true,
            "org.hibernate.dialect.PostgreSQLOrdinalEnumJdbcType", false);

    private final ReadContext context;

    NamedEnums(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an attribute's values have a type of their own. */
    static boolean isNamed(Attribute attribute) {
        return sorted(attribute).isPresent();
    }

    /** Returns whether the attribute's type is an enum, for on any other Hibernate fails; otherwise that is reported. */
    boolean allow(Attribute attribute) {
        boolean isEnum = BasicTypes.isEnum(attribute.type());
        if (!isEnum) {
            String fact = "a type of PostgreSQL for an enum is on " + TypeText.of(attribute.type())
                    + ", where Hibernate fails at @JdbcTypeCode or @JdbcType";
            String fix = BasicTypes.isPlural(attribute.type())
                    ? "Add @ElementCollection, or take it away: the constants are stored in an array then"
                    : "Take it away, or make the attribute an enum";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
        }
        return isEnum;
    }

    private static Optional<Boolean> sorted(Attribute attribute) {
        Optional<AnnotationValues> type = attribute.annotationOrMeta(Jpa.JDBC_TYPE);
        return type.isPresent()
                ? type.get().classValue("value").map(t -> TYPES.get(TypeText.of(t)))
                : attribute
                        .annotationOrMeta(Jpa.JDBC_TYPE_CODE)
                        .map(number -> CODES.get(number.integer("value", Integer.MIN_VALUE)));
    }

    /**
     * Returns the type of the column; empty where Hibernate stores something else than the constants' names, or it is not
     * known which schema the type comes into.
     */
    Optional<SqlType> read(Attribute attribute) {
        Optional<EnumType> made = made(attribute);
        made.ifPresent(type -> context.unit().addEnumType(attribute, type));
        return made.flatMap(type -> type(attribute));
    }

    /** Notes the type that Hibernate makes although the column's type is written out. */
    void note(Attribute attribute) {
        made(attribute)
                .ifPresentOrElse(
                        type -> context.unit().addEnumType(attribute, type),
                        () -> context.unit().addUnknownType(TypeText.of(attribute.type())));
    }

    private Optional<EnumType> made(Attribute attribute) {
        boolean plain = BasicTypes.isEnum(attribute.type())
                && EnumeratedReader.ownValue(attribute.type()).isEmpty()
                && new ConverterReader(context).read(attribute).equals(ConverterReader.Conversion.NONE)
                && context.options().defaultSchema().equals(QualifiedName.DEFAULT_SCHEMA)
                && !context.options().quoteIdentifiers();
        if (!plain || type(attribute).isEmpty()) {
            return Optional.empty();
        }
        Element declaration = ((DeclaredType) attribute.type()).asElement();
        Stream<String> constants = declaration.getEnclosedElements().stream()
                .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
                .map(member -> member.getSimpleName().toString());
        List<String> labels = (sorted(attribute).orElse(false) ? constants.sorted() : constants).toList();
        String name = UnquotedName.fold(declaration.getSimpleName().toString());
        boolean fits = Stream.concat(Stream.of(name), labels.stream())
                .allMatch(text -> text.getBytes(StandardCharsets.UTF_8).length <= MAXIMUM_BYTES);
        return fits ? Optional.of(new EnumType(QualifiedName.inPublic(name), labels)) : Optional.empty();
    }

    private static Optional<SqlType> type(Attribute attribute) {
        String name =
                ((DeclaredType) attribute.type()).asElement().getSimpleName().toString();
        try {
            SqlType type =
                    ColumnDefinition.parse(name, QualifiedName.DEFAULT_SCHEMA).type();
            // a class called Point would be stored as PostgreSQL's own type of that name
            return Optional.of(type).filter(t -> t.name().startsWith(QualifiedName.DEFAULT_SCHEMA + "."));
        } catch (ColumnDefinition.NotUnderstoodException e) {
            return Optional.empty(); // reported as what is not read
        }
    }
}
