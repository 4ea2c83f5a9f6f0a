package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the columns of a collection's table that hold its elements or the keys of a map. */
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
        Attribute element = new Attribute(attribute.name(), type, attribute.element(), attribute.place());
        MappedParts result = new MappedParts();
        if (EntityColumns.isEmbeddable(type)) {
            return columns.embedded(element, DerivedIdentifier.NONE);
        }
        new BasicColumnReader(context).read(element).ifPresentOrElse(result.columns()::add, result::fail);
        return result;
    }

    /** Returns the names of the columns of a set's elements in the order that they have in its key. */
    List<String> keyColumns(TypeMirror type) {
        MappedParts parts = attribute.has(Jpa.ELEMENT_COLLECTION)
                ? values(type, EntityColumns.inKeyOrder(context))
                : entities(type);
        return parts.columns().stream().map(MappedColumn::name).toList();
    }

    /** Reads elements that are entities: what references them. */
    MappedParts entities(TypeMirror type) {
        MappedParts result = new MappedParts();
        List<AnnotationValues> joins =
                annotation.map(a -> a.annotations("inverseJoinColumns")).orElse(List.of());
        Attribute element = new Attribute(attribute.name(), type, attribute.element(), attribute.place());
        Optional<TargetReader.Target> target = new TargetReader(context).read(element, Optional.empty(), joins);
        boolean read = target.isPresent()
                && new JoinColumnsReader(context, attribute)
                        .read(target.get(), attribute.name(), annotation, "inverseForeignKey", result);
        if (!read) {
            result.fail();
        } else if (attribute.has(Jpa.ONE_TO_MANY)) {
            result.uniques()
                    .add(result.columns().stream().map(MappedColumn::name).toList());
        }
        return result;
    }

    /** Reads a map's key, which is a basic value; empty where it cannot be read, which is then reported. */
    Optional<List<MappedColumn>> mapKey(TypeMirror type) {
        boolean isBasic = !EntityColumns.isEmbeddable(type)
                && !(type instanceof DeclaredType declared && AnnotationValues.has(declared.asElement(), Jpa.ENTITY));
        if (!isBasic || attribute.has(Jpa.MAP_KEY)) {
            String fact = "a map whose key is no basic value of its own is not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Map the other table as an entity of its own");
            return Optional.empty();
        }
        return new BasicColumnReader(context)
                .read(attribute.asMapKey(type))
                .map(c -> List.of(c.withColumn(c.column().withNullable(false))));
    }
}
