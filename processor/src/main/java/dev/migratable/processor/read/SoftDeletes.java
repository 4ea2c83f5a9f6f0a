package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads the column in which {@code @SoftDelete} has Hibernate note that a row is gone. */
final class SoftDeletes {

    private static final String CONVERTERS = "org.hibernate.type.";
    private static final String DEFAULT_COMMENT = "Soft-delete indicator";
    private static final String UNSPECIFIED = "UnspecifiedConversion";

    /** Hibernate's own converters, what they make, and what Hibernate checks of it. */
    private static final Map<String, Stored> KNOWN = Map.of(
            CONVERTERS + "YesNoConverter", new Stored("character(1)", " in ('N','Y')"),
            CONVERTERS + "TrueFalseConverter", new Stored("character(1)", " in ('F','T')"),
            CONVERTERS + "NumericBooleanConverter", new Stored("integer", " in (0,1)"));

    private final ReadContext context;

    SoftDeletes(ReadContext context) {
        this.context = context;
    }

    private record Stored(String type, String check) {}

    /** Adds the column of an entity that is the root of its hierarchy: what its own class says goes before those above. */
    void addTo(TypeElement entity, MappedParts parts) {
        List<TypeElement> classes = AttributeReader.classes(entity);
        Optional<AnnotationValues> annotation = classes.stream()
                .flatMap(type -> AnnotationValues.find(type, Jpa.SOFT_DELETE).stream())
                .reduce((above, below) -> below);
        annotation.ifPresent(a -> column(Attribute.ofClass(context, logicalName(a), entity), a)
                .ifPresentOrElse(parts.columns()::add, parts::fail));
    }

    /** Adds the column of a collection's table. */
    void addTo(Attribute collection, MappedParts parts) {
        Optional<AnnotationValues> annotation = collection.annotation(Jpa.SOFT_DELETE);
        annotation.ifPresent(a -> column(collection, a).ifPresentOrElse(parts.columns()::add, parts::fail));
    }

    private static String strategy(AnnotationValues annotation) {
        return annotation.constant("strategy").orElse("DELETED");
    }

    private static String logicalName(AnnotationValues annotation) {
        return annotation.text("columnName").orElse(strategy(annotation).equals("ACTIVE") ? "active" : "deleted");
    }

    private Optional<MappedColumn> column(Attribute attribute, AnnotationValues annotation) {
        Optional<String> converter = annotation
                .classValue("converter")
                .map(TypeMirror::toString)
                .filter(name -> !name.endsWith(UNSPECIFIED));
        boolean isTime = strategy(annotation).equals("TIMESTAMP");
        Optional<Stored> stored = converter.flatMap(name -> Optional.ofNullable(KNOWN.get(name)));
        if (converter.isPresent() && (isTime || stored.isEmpty())) {
            String fact = "the converter " + converter.get() + " of @SoftDelete is not read";
            return fail(attribute, fact, "Use one of Hibernate's own, or none");
        }
        String logical = logicalName(annotation);
        String name = context.naming().raw(logical);
        SqlType type = SqlType.parse(
                isTime
                        ? "timestamp(6) with time zone"
                        : stored.map(Stored::type).orElse("boolean"));
        String comment = annotation.text("comment").filter(c -> !c.isBlank()).orElse(DEFAULT_COMMENT);
        Column column = Column.of(name, type, isTime).withComment(Optional.of(comment.replace("''", "'")));
        List<MappedColumn.Check> checks =
                stored.map(s -> new MappedColumn.Check(Optional.empty(), ColumnNames.sql(name) + s.check())).stream()
                        .toList();
        return new ColumnParts(context)
                .withOptions(attribute, Optional.of(annotation), column)
                .map(c -> new MappedColumn(attribute, logical, c, false, checks));
    }

    private Optional<MappedColumn> fail(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
        return Optional.empty();
    }
}
