package dev.migratable.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads the columns of a collection's table that hold its elements. */
final class ElementReader {

    private final ReadContext context;
    private final Attribute attribute;
    private final Optional<AnnotationValues> annotation;

    ElementReader(ReadContext context, Attribute attribute, Optional<AnnotationValues> annotation) {
        this.context = context;
        this.attribute = attribute;
        this.annotation = annotation;
    }

    /** Reads elements that are values: basic ones or embeddables. */
    MappedParts values(TypeMirror type) {
        return values(type, new EntityColumns(context));
    }

    private MappedParts values(TypeMirror type, EntityColumns columns) {
        Attribute element = attribute.withType(type);
        MappedParts result = new MappedParts();
        if (EntityColumns.isEmbeddable(type) && !StructReader.isStruct(element)) {
            return columns.embedded(element, DerivedIdentifier.NONE);
        }
        new BasicColumnReader(context).read(element).ifPresentOrElse(result.columns()::add, result::fail);
        return result;
    }

    /** Returns the names of the columns of a set's elements in the order that they have in its key. */
    List<String> keyColumns(TypeMirror type) {
        MappedParts parts = attribute.has(Jpa.ELEMENT_COLLECTION)
                ? values(type, EntityColumns.inKeyOrder(context))
                : references(type);
        return parts.columns().stream().map(MappedColumn::name).toList();
    }

    /** Reads elements that are entities, of one class or of any. */
    MappedParts references(TypeMirror type) {
        List<AnnotationValues> joins =
                annotation.map(a -> a.annotations("inverseJoinColumns")).orElse(List.of());
        return attribute.has(Jpa.MANY_TO_ANY) ? new AnyReader(context).read(attribute, joins) : entities(type);
    }

    private MappedParts entities(TypeMirror type) {
        MappedParts result = new MappedParts();
        List<AnnotationValues> joins =
                annotation.map(a -> a.annotations("inverseJoinColumns")).orElse(List.of());
        Attribute element = attribute.withType(type);
        Optional<TargetReader.Target> target = new TargetReader(context).read(element, Optional.empty(), joins);
        boolean read = target.isPresent()
                && new JoinColumnsReader(context, attribute)
                        .read(
                                target.get().constrainedByIdentifier(),
                                attribute.name(),
                                ForeignKeyAnnotations.ofElements(annotation),
                                result);
        if (attribute.has(Jpa.NOT_FOUND)) {
            result.references().clear();
        }
        if (!read) {
            result.fail();
        } else if (attribute.has(Jpa.ONE_TO_MANY)) {
            result.uniques()
                    .add(result.columns().stream().map(MappedColumn::name).toList());
        }
        return result;
    }
}
