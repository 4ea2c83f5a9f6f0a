package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;

/**
 * Reads what the inverse side of an association adds to the table of the other side: the columns that order its list or
 * are the keys of its map. They stay with the entity that declares them, as {@link ContributionReader} says.
 */
final class InverseIndexReader {

    private static final String BASIC =
            "Map the column in the elements as a basic attribute, or leave the index away and use @OrderBy or @MapKey";

    private final ReadContext context;
    private final TypeElement entity;

    InverseIndexReader(ReadContext context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /** Returns whether an attribute is the inverse side of an association, and has columns all the same. */
    static boolean hasColumns(Attribute attribute) {
        return EntityColumns.isCollection(attribute)
                && AssociationReader.isInverse(attribute)
                && CollectionType.of(attribute)
                        .filter(type -> CollectionType.isEntity(type.element()))
                        .filter(type -> CollectionIndexReader.hasColumns(attribute, type))
                        .isPresent();
    }

    /** Reads what is added; nothing where the other table is not owned. Empty where it cannot be read, which is reported. */
    Optional<CollectionReader.CollectionTable> read(Attribute attribute, CollectionType type) {
        TypeElement other = (TypeElement) ((DeclaredType) type.element()).asElement();
        String path = attribute
                .annotation(Jpa.ONE_TO_MANY)
                .or(() -> attribute.annotation(Jpa.MANY_TO_MANY))
                .flatMap(a -> a.text("mappedBy"))
                .orElseThrow();
        Optional<Side> side = side(other, path.split("\\.", -1)[0]);
        if (side.isEmpty()) {
            return fail(attribute, "mappedBy names '" + path + "', which is no attribute of " + other, "Name one");
        }
        TypeElement owner = side.get().entity();
        MappedParts parts = new CollectionIndexReader(context, attribute).inElements(type, owner);
        if (!parts.isComplete()) {
            return Optional.empty();
        }
        if (side.get().isElsewhere() || isSpread(owner) && !parts.columns().isEmpty()) {
            return fail(attribute, "an index that is no attribute of " + other.getSimpleName() + " is not read", BASIC);
        }
        if (!EntityReader.isOwned(context, owner)) {
            parts = new MappedParts();
        }
        new AttributeComments(context).applyToAdded(attribute, parts);
        if (!parts.isComplete()) {
            return Optional.empty();
        }
        QualifiedName table = new TargetReader(context).table(owner);
        return new ContributionReader(context, entity).added(attribute, table, parts);
    }

    private static boolean isSpread(TypeElement owner) {
        return Inheritance.strategy(owner) == Inheritance.Strategy.TABLE_PER_CLASS;
    }

    /**
     * The other side of the association.
     *
     * @param entity the entity that declares it
     * @param attribute the attribute, or the embedded one that has it
     */
    private record Side(TypeElement entity, Attribute attribute) {

        /** Returns whether its column, and so the index, is not in the entity's own table. */
        boolean isElsewhere() {
            return EntityColumns.isCollection(attribute)
                    || attribute.has(Jpa.JOIN_TABLE)
                    || attribute.joinColumns().stream()
                            .anyMatch(join -> join.text("table").isPresent());
        }
    }

    /** Finds the attribute in an entity or in those above it. */
    private Optional<Side> side(TypeElement other, String name) {
        List<TypeElement> lineage = new ArrayList<>(Inheritance.lineage(other));
        Collections.reverse(lineage);
        return lineage.stream()
                .flatMap(type -> new AttributeReader(context)
                        .read(type).stream().filter(a -> a.name().equals(name)).map(a -> new Side(type, a)))
                .findFirst();
    }

    private <T> Optional<T> fail(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.ASSOCIATION, fact, fix);
        return Optional.empty();
    }
}
