package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/**
 * Reports the annotations by which one class or package changes the types of attributes everywhere, which are not read.
 * Hibernate looks for them on packages and on classes that are mapped.
 */
final class Registrations {

    private static final Set<String> KINDS = Set.of(
            "CompositeTypeRegistration",
            "ConverterRegistration",
            "JavaTypeRegistration",
            "JdbcTypeRegistration",
            "TypeRegistration");

    private static final List<String> MAPPED =
            List.of(Jpa.ENTITY, Jpa.MAPPED_SUPERCLASS, Jpa.EMBEDDABLE, Jpa.CONVERTER);

    private static final String WAY_OUT = "Remove it, and say on each attribute what it means:"
            + " @Convert, or @Column(columnDefinition = \"…\") beside @Type, @JavaType or @JdbcType";

    private Registrations() {}

    static void reject(ReadContext context, Element element) {
        Annotations annotations = context.annotations().of(element);
        boolean isRead = element instanceof PackageElement || MAPPED.stream().anyMatch(annotations::has);
        for (AnnotationValues annotation : isRead ? annotations.all() : List.<AnnotationValues>of()) {
            if (isRegistration(annotation.typeName())) {
                context.error(element, Problem.UNREAD_ANNOTATION, annotation.simpleName(), WAY_OUT);
            }
        }
    }

    private static boolean isRegistration(String typeName) {
        if (!typeName.startsWith(Jpa.HIBERNATE)) {
            return false;
        }
        String name = typeName.substring(Jpa.HIBERNATE.length());
        return KINDS.contains(name.endsWith("s") ? name.substring(0, name.length() - 1) : name);
    }
}
