package dev.migratable.processor.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Knows which {@code @DialectOverride}s leave the tables on PostgreSQL as they are: those of another database, as of the one
 * in tests, and those of what is no part of a table.
 */
final class DialectOverrides {

    private static final String PREFIX = Jpa.HIBERNATE + "DialectOverride.";
    private static final String POSTGRESQL = "org.hibernate.dialect.PostgreSQLDialect";
    private static final Set<String> ABOVE = Set.of(POSTGRESQL, "org.hibernate.dialect.Dialect");

    /** They say how rows are read and written. */
    private static final Set<String> OF_ROWS = Set.of(
            "FilterDefOverrides",
            "FilterDefs",
            "FilterOverrides",
            "Filters",
            "SQLDelete",
            "SQLDeleteAll",
            "SQLDeleteAlls",
            "SQLDeletes",
            "SQLInsert",
            "SQLInserts",
            "SQLOrder",
            "SQLOrders",
            "SQLRestriction",
            "SQLRestrictions",
            "SQLSelect",
            "SQLSelects",
            "SQLUpdate",
            "SQLUpdates");

    /** A formula in the place of another one; where there is none, it would take the column away. */
    private static final Map<String, String> OF_FORMULAS = Map.of(
            "DiscriminatorFormula", Jpa.DISCRIMINATOR_FORMULA,
            "DiscriminatorFormulas", Jpa.DISCRIMINATOR_FORMULA,
            "Formula", Jpa.FORMULA,
            "Formulas", Jpa.FORMULA,
            "JoinFormula", Jpa.JOIN_FORMULA,
            "JoinFormulas", Jpa.JOIN_FORMULA);

    private DialectOverrides() {}

    /** Returns whether an annotation is an override that leaves the tables on PostgreSQL as they are without it. */
    static boolean haveNoEffect(AnnotationValues annotation, Annotations beside) {
        if (!annotation.typeName().startsWith(PREFIX)) {
            return false;
        }
        String kind = annotation.typeName().substring(PREFIX.length());
        String formula = OF_FORMULAS.get(kind);
        return OF_ROWS.contains(kind) || formula != null && beside.has(formula) || areOfOthers(annotation);
    }

    private static boolean areOfOthers(AnnotationValues annotation) {
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
