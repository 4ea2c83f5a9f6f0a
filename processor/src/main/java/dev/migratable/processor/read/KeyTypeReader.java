package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.processor.type.BasicType;
import dev.migratable.processor.type.Facets;
import dev.migratable.processor.type.HibernateTypes;
import dev.migratable.processor.type.SqlTypeCode;
import dev.migratable.schema.SqlType;
import java.util.Optional;

/**
 * Reads the type of a column that has annotations of its own kind for it, and no others: a list's positions, the key of
 * an {@code @Any}.
 */
final class KeyTypeReader {

    /** Of the positions in a list. */
    static final Kind LIST_INDEX =
            new Kind(Jpa.LIST_INDEX_JAVA_TYPE, Jpa.LIST_INDEX_JDBC_TYPE, Jpa.LIST_INDEX_JDBC_TYPE_CODE, "@OrderColumn");

    /** Of the key of an {@code @Any}. */
    static final Kind ANY_KEY =
            new Kind(Jpa.ANY_KEY_JAVA_TYPE, Jpa.ANY_KEY_JDBC_TYPE, Jpa.ANY_KEY_JDBC_TYPE_CODE, "@JoinColumn");

    private final ReadContext context;
    private final Kind kind;

    KeyTypeReader(ReadContext context, Kind kind) {
        this.context = context;
        this.kind = kind;
    }

    /**
     * The annotations of one kind.
     *
     * @param javaType names a descriptor of a Java type
     * @param jdbcType names a descriptor of a type of JDBC
     * @param code has a type's number, where no descriptor is named
     * @param column the annotation that can define the column
     */
    record Kind(String javaType, String jdbcType, String code, String column) {}

    /**
     * Reads the type; empty where it is not known, which is then reported.
     *
     * @param attribute the attribute with the annotations
     * @param standard what the Java type is mapped to where no descriptor is named
     */
    Optional<SqlType> read(Attribute attribute, Optional<BasicType> standard) {
        Optional<AnnotationValues> named = attribute.annotationOrMeta(kind.javaType());
        Optional<BasicType> java = named.isPresent()
                ? named.get().classValue("value").flatMap(type -> HibernateTypes.javaType(TypeText.of(type)))
                : standard;
        Optional<AnnotationValues> descriptor = attribute.annotationOrMeta(kind.jdbcType());
        Optional<AnnotationValues> number = attribute.annotationOrMeta(kind.code());
        Optional<SqlTypeCode> code = descriptor.isPresent()
                ? descriptor.get().classValue("value").flatMap(type -> HibernateTypes.jdbcType(TypeText.of(type)))
                : number.flatMap(n -> SqlTypeCode.of(n.integer("value", Integer.MIN_VALUE)));
        boolean isSaid = descriptor.isPresent() || number.isPresent();
        Facets facets = Facets.NONE.withCode(code);
        Optional<SqlType> type = isSaid && code.isEmpty()
                ? Optional.empty()
                : java.flatMap(basic -> basic.with(facets)).flatMap(basic -> basic.sql(facets));
        if (type.isEmpty()) {
            Optional<AnnotationValues> unknown = java.isEmpty() ? named : descriptor.or(() -> number);
            unknown.or(() -> named).ifPresent(annotation -> reject(attribute, annotation));
        }
        return type;
    }

    private void reject(Attribute attribute, AnnotationValues annotation) {
        String wayOut = "Name a type of Hibernate's own, or add " + kind.column() + "(columnDefinition = \"…\")";
        context.error(attribute.element(), Problem.UNREAD_ANNOTATION, annotation.simpleName(), wayOut);
    }
}
