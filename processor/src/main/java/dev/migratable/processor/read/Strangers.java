package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Looks at what entities that are not ours do to tables that are: Hibernate puts the columns of their collections there,
 * and makes unique what they reference.
 */
final class Strangers {

    private final ReadContext context;

    Strangers(ReadContext context) {
        this.context = context;
    }

    /** Reports what an entity that is not ours would change. */
    void check(TypeElement entity) {
        for (Attribute attribute : new AttributeReader(context).read(entity)) {
            if (EntityColumns.isCollection(attribute)) {
                collection(entity, attribute);
            } else if (AssociationReader.isToOne(attribute) && !AssociationReader.isInverse(attribute)) {
                reference(attribute);
            }
        }
    }

    private void collection(TypeElement entity, Attribute attribute) {
        boolean adds = CollectionReader.isContributed(attribute) || InverseIndexReader.hasColumns(attribute);
        Optional<TypeElement> other = adds
                ? CollectionType.of(attribute).map(CollectionType::element).flatMap(this::owned)
                : Optional.empty();
        if (other.isEmpty()) {
            return;
        }
        Optional<List<CollectionReader.CollectionTable>> added = new CollectionReader(context, entity).read(attribute);
        List<String> known = new EntityColumns(context).names(other.get());
        added.stream()
                .flatMap(List::stream)
                .flatMap(table -> table.columns().stream())
                .map(MappedColumn::name)
                .filter(Predicate.not(known::contains))
                .findFirst()
                .ifPresent(column -> {
                    String name = other.get().getSimpleName().toString();
                    String fact = "it adds the column '" + column + "' to the table of " + name
                            + ", which is @Migratable, and " + entity.getSimpleName() + " is not";
                    String fix = "Annotate that one, too, or map the column in " + name;
                    context.error(attribute.element(), Problem.ASSOCIATION, fact, fix);
                });
    }

    /** What a column references that is no identifier's must be unique by itself. */
    private void reference(Attribute attribute) {
        List<AnnotationValues> joins = attribute.joinColumns();
        boolean names =
                joins.size() == 1 && joins.get(0).text("referencedColumnName").isPresent();
        if (names) {
            Optional<TypeMirror> explicit = AssociationReader.targetEntity(attribute);
            owned(explicit.orElse(attribute.type()))
                    .ifPresent(other -> new TargetReader(context).read(attribute, other, joins));
        }
    }

    private Optional<TypeElement> owned(TypeMirror type) {
        return Optional.of(type)
                .filter(DeclaredType.class::isInstance)
                .map(declared -> ((DeclaredType) declared).asElement())
                .filter(TypeElement.class::isInstance)
                .map(TypeElement.class::cast)
                .filter(element -> EntityReader.isOwned(context, element));
    }
}
