package dev.migratable.processor.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Knows which {@code @DialectOverride}s Hibernate passes over on PostgreSQL: those of another database, as of the one in tests.
 */
final class DialectOverrides {

    private static final String PREFIX = Jpa.HIBERNATE + "DialectOverride.";
    private static final String POSTGRESQL = "org.hibernate.dialect.PostgreSQLDialect";
    private static final Set<String> ABOVE = Set.of(POSTGRESQL, "org.hibernate.dialect.Dialect");

    private DialectOverrides() {}

    /** Returns whether an annotation is one, or several, of another database. */
    static boolean areOfOthers(AnnotationValues annotation) {
        if (!annotation.typeName().startsWith(PREFIX)) {
            return false;
        }
        List<AnnotationValues> several = annotation.annotations("value");
        return several.isEmpty() ? isOfOther(annotation) : several.stream().allMatch(DialectOverrides::isOfOther);
    }

    private static boolean isOfOther(AnnotationValues override) {
        Optional<TypeElement> dialect = override.classValue("dialect")
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement());
        if (dialect.isEmpty() || ABOVE.contains(dialect.get().getQualifiedName().toString())) {
            return false;
        }
        // one made after PostgreSQL's may be the application's own
        Optional<TypeElement> above = dialect;
        while (above.isPresent()) {
            if (above.get().getQualifiedName().contentEquals(POSTGRESQL)) {
                return false;
            }
            above = AttributeReader.superclass(above.get());
        }
        return true;
    }
}
