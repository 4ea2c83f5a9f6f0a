package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.processor.type.BasicType;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.Facets;
import dev.migratable.processor.type.HibernateTypes;
import dev.migratable.processor.type.SqlTypeCode;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/**
 * Finds the type of a basic attribute's column, and the condition that Hibernate checks because of it. An explicit
 * definition takes the place of the type, and leaves the check.
 */
final class ColumnTypeReader {

    /** Hibernate's own converters of truth values, and what they store for false and true. */
    private static final Map<String, List<String>> TRUTH = Map.of(
            "org.hibernate.type.YesNoConverter", List.of("N", "Y"),
            "org.hibernate.type.TrueFalseConverter", List.of("F", "T"),
            "org.hibernate.type.NumericBooleanConverter", List.of("0", "1"));

    private final ReadContext context;
    private final EnumeratedReader enums;

    ColumnTypeReader(ReadContext context) {
        this.context = context;
        this.enums = new EnumeratedReader(context);
    }

    /**
     * A column's type.
     *
     * @param type the type
     * @param check the condition behind the column's name
     * @param parts the condition on the attributes of a value that is not null
     */
    record ColumnType(SqlType type, Optional<String> check, Optional<String> parts) {

        ColumnType(SqlType type, Optional<String> check) {
            this(type, check, Optional.empty());
        }
    }

    /** Returns the type; empty where it cannot be read, which is then reported. */
    Optional<ColumnType> read(Attribute attribute, Facets written, Optional<SqlType> defined) {
        if (StructReader.isStruct(attribute)) {
            return new StructReader(context).read(attribute, defined.isPresent());
        }
        if (attribute.annotationOrMeta(Jpa.TYPE).isPresent()) {
            return ofUserType(attribute, defined);
        }
        if (NamedEnums.isNamed(attribute)) {
            NamedEnums enumTypes = new NamedEnums(context);
            if (!enumTypes.allow(attribute)) {
                return Optional.empty();
            }
            if (defined.isPresent()) {
                enumTypes.note(attribute);
            }
            Optional<SqlType> named = defined.isPresent() ? Optional.empty() : enumTypes.read(attribute);
            if (named.isPresent()) {
                return named.map(type -> new ColumnType(type, Optional.empty()));
            }
        }
        Optional<Facets> facets = withCode(attribute, written, defined);
        ConverterReader.Conversion conversion = new ConverterReader(context).read(attribute);
        if (facets.isEmpty() || conversion.broken()) {
            return Optional.empty();
        }
        if (attribute.has(Jpa.VERSION)) {
            return plain(attribute, written, defined);
        }
        return conversion.converter().isPresent()
                ? converted(attribute, conversion.converter().get(), facets.get(), defined)
                : plain(attribute, facets.get(), defined);
    }

    private Optional<ColumnType> ofUserType(Attribute attribute, Optional<SqlType> defined) {
        if (defined.isEmpty()) {
            String wayOut = MappingVocabulary.wayOut("Type");
            context.error(attribute.element(), Problem.UNREAD_ANNOTATION, "Type", wayOut);
        }
        return defined.map(type -> new ColumnType(type, Optional.empty()));
    }

    /** Adds the code that {@code @JdbcTypeCode} or {@code @JdbcType} names; empty where it is not known. */
    private Optional<Facets> withCode(Attribute attribute, Facets facets, Optional<SqlType> defined) {
        Optional<AnnotationValues> type = attribute.annotationOrMeta(Jpa.JDBC_TYPE);
        Optional<AnnotationValues> number = attribute.annotationOrMeta(Jpa.JDBC_TYPE_CODE);
        if (type.isEmpty() && number.isEmpty()) {
            return Optional.of(facets);
        }
        Optional<SqlTypeCode> code = type.isPresent()
                ? type.get().classValue("value").flatMap(t -> HibernateTypes.jdbcType(TypeText.of(t)))
                : SqlTypeCode.of(number.get().integer("value", Integer.MIN_VALUE));
        if (code.isEmpty() && defined.isEmpty()) {
            String name = type.isPresent() ? "JdbcType" : "JdbcTypeCode";
            String wayOut =
                    MappingVocabulary.wayOut(NamedEnums.isNamed(attribute) ? MappingVocabulary.NAMED_ENUM : name);
            context.error(attribute.element(), Problem.UNREAD_ANNOTATION, name, wayOut);
            return Optional.empty();
        }
        return Optional.of(facets.withCode(code));
    }

    private Optional<ColumnType> plain(Attribute attribute, Facets facets, Optional<SqlType> defined) {
        if (!new DocumentTypes(context).agree(attribute, facets)) {
            return Optional.empty();
        }
        if (AggregateReader.isAggregate(attribute) && !new AggregateReader(context).isUnchecked(attribute)) {
            return Optional.empty();
        }
        boolean isEnum = BasicTypes.isEnum(attribute.type());
        if (defined.isEmpty() && hasElementsWithOwnValues(attribute)) {
            enums.rejectOwnValues(attribute);
            return Optional.empty();
        }
        Optional<BasicType> basic =
                javaType(attribute, facets).map(b -> isEnum ? EnumeratedReader.stored(attribute.type(), b, facets) : b);
        Optional<SqlType> type = defined.or(() -> basic.flatMap(b -> b.sql(facets)));
        if (type.isEmpty()) {
            context.error(attribute.element(), Problem.UNKNOWN_TYPE, describe(attribute, facets));
            return Optional.empty();
        }
        if (isEnum && basic.isPresent() && !unknownCode(attribute, facets)) {
            return enums.read(attribute, basic.get(), type.get());
        }
        boolean isDescribed = attribute.annotationOrMeta(Jpa.JAVA_TYPE).isPresent();
        Optional<String> check = BasicTypes.isBoolean(attribute.type()) && !isDescribed
                ? facets.code().flatMap(ColumnTypeReader::truth)
                : Optional.empty();
        return Optional.of(new ColumnType(type.get(), check));
    }

    private static boolean hasElementsWithOwnValues(Attribute attribute) {
        return BasicTypes.itemOf(attribute.type())
                .filter(BasicTypes::isEnum)
                .flatMap(EnumeratedReader::ownValue)
                .isPresent();
    }

    private static boolean unknownCode(Attribute attribute, Facets facets) {
        boolean named = attribute.annotationOrMeta(Jpa.JDBC_TYPE).isPresent()
                || attribute.annotationOrMeta(Jpa.JDBC_TYPE_CODE).isPresent();
        return named && facets.code().isEmpty();
    }

    /** Hibernate has a type of its own for these two. */
    private static Optional<String> truth(SqlTypeCode code) {
        return switch (code) {
            case CHAR, NCHAR -> Optional.of(" in ('F', 'T')");
            case TINYINT -> Optional.of(" in (0, 1)");
            default -> Optional.empty();
        };
    }

    private Optional<BasicType> javaType(Attribute attribute, Facets facets) {
        Optional<AnnotationValues> named = attribute.annotationOrMeta(Jpa.JAVA_TYPE);
        if (AggregateReader.isAggregate(attribute)) {
            return facets.code().map(BasicType::of);
        }
        if (named.isEmpty()) {
            return BasicTypes.of(attribute.type(), facets);
        }
        return named.get()
                .classValue("value")
                .flatMap(t -> HibernateTypes.javaType(TypeText.of(t)))
                .flatMap(t -> t.with(facets));
    }

    private Optional<ColumnType> converted(
            Attribute attribute, ConverterReader.Converter converter, Facets facets, Optional<SqlType> defined) {
        TypeMirror relational = converter.relational();
        // of which kind of numbers the column heeds, the attribute's own type decides
        boolean temporal = BasicTypes.of(converter.domain(), Facets.NONE)
                .filter(BasicType::temporal)
                .isPresent();
        Optional<BasicType> basic = BasicTypes.of(relational, facets.plain()).map(b -> b.withTemporal(temporal));
        Optional<SqlType> type = defined.or(() -> basic.flatMap(b -> b.sql(facets)));
        if (type.isEmpty()) {
            String text = relational + ", which " + converter.simpleName() + " makes,";
            context.error(attribute.element(), Problem.UNKNOWN_TYPE, text);
            return Optional.empty();
        }
        // the elements of a list may be what is converted
        boolean byElement = basic.isPresent()
                && BasicTypes.isPlural(attribute.type())
                && !context.types()
                        .isAssignable(
                                context.types().erasure(attribute.type()),
                                context.types().erasure(converter.domain()));
        if (byElement) {
            SqlType item = type.get();
            SqlType array = defined.orElse(new SqlType(item.name(), item.modifiers(), 1));
            return Optional.of(new ColumnType(array, Optional.empty()));
        }
        boolean isKnown = TRUTH.containsKey(converter.name()) && basic.isPresent();
        if (isKnown || isCheckedByValues(attribute, converter, basic) && !ColumnParts.hasChecks(attribute)) {
            return truth(attribute, converter, basic.get()).map(c -> new ColumnType(type.get(), Optional.of(c)));
        }
        return Optional.of(new ColumnType(type.get(), Optional.empty()));
    }

    /** Hibernate asks the converter for every value there is where there are few. */
    private static boolean isCheckedByValues(
            Attribute attribute, ConverterReader.Converter converter, Optional<BasicType> basic) {
        boolean few = BasicTypes.isEnum(converter.domain()) || BasicTypes.isBoolean(converter.domain());
        boolean limited = basic.filter(b ->
                        b.code().isInteger() || b.code().isText() || b.code().isUnlimitedText())
                .isPresent();
        return few && limited && !BasicTypes.isPlural(attribute.type());
    }

    private Optional<String> truth(Attribute attribute, ConverterReader.Converter converter, BasicType basic) {
        List<String> values = TRUTH.get(converter.name());
        boolean numbers = values != null && values.contains("0");
        if (values == null || basic.code().isInteger() && !numbers) {
            String fact = "Hibernate checks that the column holds what " + converter.simpleName()
                    + " returns for the constants, which only a running program knows";
            String fix = "Say these values as Hibernate writes them: @Check(constraints = \"column in ('…','…')\")";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
            return Optional.empty();
        }
        boolean quoted = !basic.code().isInteger();
        String quote = quoted ? "'" : "";
        return Optional.of(" in (" + quote + values.get(0) + quote + ", " + quote + values.get(1) + quote + ")");
    }

    private static String describe(Attribute attribute, Facets facets) {
        String large = facets.large() ? "@Lob " : "";
        String code = facets.code().map(c -> " as " + c).orElse("");
        String precision = facets.precision().isPresent()
                ? " with precision " + facets.precision().getAsInt()
                : "";
        return large + TypeText.of(attribute.type()) + code + precision;
    }
}
