package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
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

    /** Adds the column of a collection's table; what the class that declares the collection says holds for that, too. */
    void addTo(Attribute collection, MappedParts parts) {
        Optional<AnnotationValues> annotation =
                collection.annotation(Jpa.SOFT_DELETE).or(() -> ofClass(collection.element()));
        annotation.ifPresent(a -> column(collection, a).ifPresentOrElse(parts.columns()::add, parts::fail));
    }

    private static Optional<AnnotationValues> ofClass(Element member) {
        return Optional.ofNullable(member.getEnclosingElement())
                .flatMap(type -> AnnotationValues.find(type, Jpa.SOFT_DELETE));
    }

    /**
     * Returns whether the class of an inverse {@code @ManyToMany} says of the table of the other side what that does not say
     * itself: Hibernate then adds the column there.
     */
    boolean changesOtherSide(Attribute inverse) {
        Optional<AnnotationValues> own = ofClass(inverse.element());
        Optional<String> other = inverse.annotation(Jpa.MANY_TO_MANY).flatMap(a -> a.text("mappedBy"));
        if (own.isEmpty() || other.isEmpty()) {
            return false;
        }
        return CollectionType.of(inverse)
                .map(type -> context.types().asElement(type.element()))
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .stream()
                .flatMap(type -> AttributeReader.classes(type).stream())
                .flatMap(type -> type.getEnclosedElements().stream())
                .filter(member -> member.getSimpleName().contentEquals(other.get()))
                .flatMap(member -> ofClass(member).stream())
                .noneMatch(said -> said.text().equals(own.get().text()));
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
