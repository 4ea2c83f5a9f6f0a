package dev.migratable.processor.read;

import dev.migratable.processor.type.ColumnDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows what becomes of NOT NULL in a hierarchy of one table: rows of other entities have no value in the columns of a
 * subclass. As in Hibernate, only what the column's own annotation says holds; for the rest there is a check.
 */
final class SubclassColumns {

    private static final List<String> STAMPS =
            List.of(Jpa.VERSION, Jpa.CREATION_TIMESTAMP, Jpa.UPDATE_TIMESTAMP, Jpa.CURRENT_TIMESTAMP);

    private final ReadContext context;

    SubclassColumns(ReadContext context) {
        this.context = context;
    }

    /** Makes the columns of a subclass nullable that are not required by their own annotation. */
    MappedColumn forSubclass(MappedColumn column) {
        if (column.attribute().isOfClass()) {
            return column; // the discriminator of an embeddable is required of all rows
        }
        boolean required = !column.column().nullable() && (isDeclaredNotNull(column) || isDefinedNotNull(column));
        MappedColumn changed = column.withColumn(column.column().withNullable(!required));
        boolean isLoosened = changed.column().nullable() && !column.column().nullable();
        return isLoosened && StructReader.isOne(column.attribute()) ? StructReader.nullable(changed) : changed;
    }

    /** Returns the columns that the rows of an entity need and that the table does not require, in Hibernate's order. */
    Stream<MappedColumn> requiredByCheck(MappedParts parts, List<String> classes) {
        return parts.columns().stream()
                .filter(c -> !c.isId() && c.attribute().place().holders().isEmpty())
                .filter(c -> SecondaryTables.tableOf(c).isEmpty() && !StructReader.isOne(c.attribute()))
                .filter(c -> isRequired(c.attribute()) && !isDeclaredNotNull(c))
                .filter(c -> c.column().nullable() || isDefinedNotNull(c) || isValidatedNotNull(c))
                .sorted(Comparator.comparing((MappedColumn c) -> classes.indexOf(
                                String.valueOf(c.attribute().element().getEnclosingElement())))
                        .thenComparing(c -> c.attribute().name()));
    }

    private static boolean isRequired(Attribute attribute) {
        boolean optionalBasic = attribute
                .annotation(Jpa.BASIC)
                .map(b -> b.flag("optional", true))
                .orElse(true);
        boolean optionalToOne = attribute
                .annotation(Jpa.MANY_TO_ONE)
                .or(() -> attribute.annotation(Jpa.ONE_TO_ONE))
                .map(a -> a.flag("optional", true))
                .orElse(true);
        return attribute.type().getKind().isPrimitive() || !optionalBasic || !optionalToOne;
    }

    private static boolean isDeclaredNotNull(MappedColumn column) {
        Attribute attribute = column.attribute();
        if (AssociationReader.isAssociation(attribute)) {
            List<AnnotationValues> joins = attribute.joinColumns();
            return joins.stream()
                    .filter(j -> joins.size() == 1
                            || j.text("name")
                                    .filter(column.logicalName()::equals)
                                    .isPresent())
                    .anyMatch(j -> !j.flag("nullable", true));
        }
        boolean stamped = !column.column().nullable() && STAMPS.stream().anyMatch(attribute::has);
        return stamped
                || attribute
                        .annotation(Jpa.COLUMN)
                        .filter(c -> !c.flag("nullable", true))
                        .isPresent();
    }

    /** Bean Validation makes it NOT NULL only after the check is written. */
    private static boolean isValidatedNotNull(MappedColumn column) {
        Attribute attribute = column.attribute();
        boolean optional = attribute
                .annotation(Jpa.BASIC)
                .map(b -> b.flag("optional", true))
                .orElse(true);
        return attribute.type().getKind().isPrimitive()
                && optional
                && attribute.has(Jpa.COLUMN)
                && !attribute.has(Jpa.VERSION);
    }

    private boolean isDefinedNotNull(MappedColumn column) {
        Attribute attribute = column.attribute();
        Stream<AnnotationValues> annotations = AssociationReader.isAssociation(attribute)
                ? attribute.joinColumns().stream()
                : attribute.annotation(Jpa.COLUMN).stream();
        return annotations
                .map(a -> a.text("columnDefinition"))
                .flatMap(Optional::stream)
                .map(text -> new ColumnParts(context).definition(attribute, text))
                .flatMap(Optional::stream)
                .anyMatch(ColumnDefinition::notNull);
    }
}
