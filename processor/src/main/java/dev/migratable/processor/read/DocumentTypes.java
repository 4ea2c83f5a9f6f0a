package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.processor.type.Facets;
import dev.migratable.processor.type.SqlTypeCode;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Watches over Java types that are a JSON or XML document in one attribute and not in another. Hibernate remembers such a
 * type as it meets it first, and which is first depends on the order of classes and attributes.
 */
final class DocumentTypes {

    private final ReadContext context;

    DocumentTypes(ReadContext context) {
        this.context = context;
    }

    /**
     * How the first attribute of a type uses it.
     *
     * @param document whether as a document
     * @param attribute the attribute's path
     */
    record Use(boolean document, String attribute) {}

    /** Returns whether all attributes of one type say the same so far; otherwise that is reported. */
    boolean agree(Attribute attribute, Facets facets) {
        boolean isIndependent = !isRemembered(attribute.type())
                || AggregateReader.isAggregate(attribute)
                || attribute.annotationOrMeta(Jpa.JDBC_TYPE).isPresent();
        if (isIndependent) {
            return true;
        }
        boolean document = facets.code()
                .filter(c -> c == SqlTypeCode.JSON || c == SqlTypeCode.SQLXML)
                .isPresent();
        String type = TypeText.of(attribute.type());
        Use use = new Use(document, attribute.element().getEnclosingElement() + "." + attribute.element());
        Use first = context.documents().putIfAbsent(type, use);
        if (first == null || first.document() == document) {
            return true;
        }
        String fact = "of " + use.attribute() + " and " + first.attribute() + ", both of the type " + type
                + ", one is a document by @JdbcTypeCode, and Hibernate may take the other for one, too";
        context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Give one of them another Java type");
        return false;
    }

    /** What Hibernate knows from the start, nothing makes a document for others. */
    private static boolean isRemembered(TypeMirror type) {
        if (type instanceof ArrayType array) {
            TypeKind component = array.getComponentType().getKind();
            return component != TypeKind.BYTE && component != TypeKind.CHAR;
        }
        return type instanceof DeclaredType declared
                && (!declared.getTypeArguments().isEmpty()
                        || !declared.asElement().toString().startsWith("java."));
    }
}
