package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.SqlTypeCode;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;

/**
 * Knows embeddables that are stored as one value, and those of them that are documents, of which Hibernate checks what
 * their columns would have to hold.
 */
final class AggregateReader {

    private static final Set<SqlTypeCode> DOCUMENTS =
            Set.of(SqlTypeCode.JSON, SqlTypeCode.SQLXML, SqlTypeCode.JSON_ARRAY, SqlTypeCode.XML_ARRAY);

    private final ReadContext context;

    AggregateReader(ReadContext context) {
        this.context = context;
    }

    /** Returns whether an attribute's embeddable, or several of them, go into one document or value. */
    static boolean isAggregate(Attribute attribute) {
        return StructReader.isStruct(attribute) || isDocument(attribute);
    }

    private static boolean isDocument(Attribute attribute) {
        return attribute
                        .annotationOrMeta(Jpa.JDBC_TYPE_CODE)
                        .flatMap(c -> SqlTypeCode.of(c.integer("value", 0)))
                        .filter(DOCUMENTS::contains)
                        .isPresent()
                && embeddable(attribute.type()).isPresent();
    }

    private static Optional<TypeMirror> embeddable(TypeMirror type) {
        return Optional.of(BasicTypes.itemOf(type).orElse(type)).filter(EntityColumns::isEmbeddable);
    }

    /** Returns whether Hibernate checks nothing of an aggregate; what it would check is reported. */
    boolean isUnchecked(Attribute attribute) {
        TypeMirror type = embeddable(attribute.type()).orElseThrow();
        Attribute embedded = attribute.withType(type);
        MappedParts parts = new EntityColumns(context).embedded(embedded, DerivedIdentifier.NONE);
        context.unit().addParts(attribute, parts.columns());
        Optional<MappedColumn> checked = parts.columns().stream()
                .filter(c -> !c.column().nullable() || !c.checks().isEmpty())
                .findFirst();
        checked.ifPresent(column -> {
            String fact = "Hibernate checks '" + column.name()
                    + "' within the document, which is not read of an @Embeddable that is stored as JSON or XML";
            String fix = "Make " + TypeText.of(type) + " a class that is no @Embeddable";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
        });
        return parts.isComplete() && checked.isEmpty();
    }
}
