package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads the columns of an entity's attributes, those of embedded attributes and of derived identifiers included. */
final class EntityColumns {

    private static final Map<String, String> OF_THE_OTHER_SIDE = Map.of(
            Jpa.SOFT_DELETE, "table changes that of the other side",
            Jpa.ON_DELETE, "column changes the foreign key of the other side",
            Jpa.COMMENT, "table is for that of the other side",
            Jpa.COMMENTS, "table is for that of the other side");

    private final ReadContext context;
    private final AttributeReader attributes;
    private final MappingVocabulary vocabulary;
    private final AttributeComments comments;
    private final boolean keyOrder;

    EntityColumns(ReadContext context) {
        this(context, false);
    }

    private EntityColumns(ReadContext context, boolean keyOrder) {
        this.context = context;
        this.keyOrder = keyOrder;
        this.attributes = new AttributeReader(context);
        this.vocabulary = new MappingVocabulary(context);
        this.comments = new AttributeComments(context);
    }

    /**
     * Returns one that reads an identifier in the order that its columns have in the key: by the names of their
     * attributes, but those of a record in its own order, as in Hibernate.
     */
    static EntityColumns inKeyOrder(ReadContext context) {
        return new EntityColumns(context, true);
    }

    /** Reads everything; what cannot be read is reported. */
    MappedParts read(TypeElement entity) {
        List<Attribute> all = attributes.read(entity);
        MappedParts result = read(all, List.of(), attribute -> true);
        if (!new IdClassRules(context).agree(entity, all)) {
            result.fail();
        }
        all.stream()
                .filter(SharedKeyReader::isByKey)
                .forEach(attribute -> new SharedKeyReader(context).reference(entity, attribute, result));
        if (Inheritance.isRoot(entity)) {
            new SoftDeletes(context).addTo(entity, result);
        }
        RepeatedColumns.unite(context, entity, result);
        return result;
    }

    /** Reads the identifier alone. */
    MappedParts identifier(TypeElement entity) {
        List<Attribute> all = attributes.read(entity);
        MappedParts result = read(all, recordOrder(entity), Attribute::identifying);
        if (!new IdClassRules(context).agree(entity, all)) {
            result.fail();
        }
        return result;
    }

    /** Returns the names of the identifier's columns. */
    List<String> keyColumns(TypeElement entity) {
        return identifier(entity).columns().stream().map(MappedColumn::name).toList();
    }

    /** Returns the names of the columns that an entity's attributes have in its table. */
    List<String> names(TypeElement entity) {
        List<TypeElement> declaring = KeyReader.isJoined(entity) ? List.of(entity) : Inheritance.lineage(entity);
        return declaring.stream()
                .flatMap(type -> read(type).columns().stream())
                .map(MappedColumn::name)
                .toList();
    }

    /** An {@code @IdClass} that is a record gives the identifier its order. */
    private static List<String> recordOrder(TypeElement entity) {
        for (TypeElement type : AttributeReader.classes(entity)) {
            Optional<TypeMirror> idClass =
                    AnnotationValues.find(type, Jpa.ID_CLASS).flatMap(a -> a.classValue("value"));
            if (idClass.isPresent()
                    && idClass.get() instanceof DeclaredType declared
                    && declared.asElement().getKind() == ElementKind.RECORD) {
                return ElementFilter.recordComponentsIn(declared.asElement().getEnclosedElements()).stream()
                        .map(component -> component.getSimpleName().toString())
                        .toList();
            }
        }
        return List.of();
    }

    private List<Attribute> ordered(List<Attribute> all, List<String> order) {
        Comparator<Attribute> byOrder = Comparator.comparing(a -> order.indexOf(a.name()));
        return keyOrder
                ? all.stream().sorted(byOrder.thenComparing(Attribute::name)).toList()
                : all;
    }

    /** Returns whether an entity has a column itself, not from those above it. */
    boolean declares(TypeElement entity, MappedColumn column) {
        return attributes.read(entity).stream()
                .anyMatch(a -> a.element().equals(column.attribute().element()));
    }

    /** Reads the one basic attribute whose column has a name. */
    Optional<MappedColumn> basicColumn(TypeElement entity, String column) {
        String raw = context.naming().raw(column);
        return basicColumn(
                entity,
                a -> context.naming().raw(BasicColumnReader.logicalName(a)).equals(raw));
    }

    /** Reads the basic attribute that has a name. */
    Optional<MappedColumn> basicColumnOf(TypeElement entity, String attribute) {
        return basicColumn(entity, a -> a.name().equals(attribute));
    }

    private Optional<MappedColumn> basicColumn(TypeElement entity, Predicate<Attribute> wanted) {
        List<TypeElement> declaring = KeyReader.isJoined(entity) ? List.of(entity) : Inheritance.lineage(entity);
        List<Attribute> found = declaring.stream()
                .flatMap(type -> attributes.read(type).stream())
                .filter(a -> !AssociationReader.isAssociation(a) && !isEmbedded(a) && !isCollection(a))
                .filter(wanted)
                .toList();
        return found.size() == 1 ? new BasicColumnReader(context).read(found.get(0)) : Optional.empty();
    }

    private MappedParts read(List<Attribute> all, List<String> order, Predicate<Attribute> wanted) {
        DerivedIdentifier derived = new DerivedIdentifier(all);
        MappedParts result = new MappedParts();
        for (Attribute attribute : ordered(all, order)) {
            if (wanted.test(attribute) && !derived.derives(attribute)) {
                MappedParts parts = read(attribute, derived);
                comments.apply(attribute, parts);
                result.add(parts);
            }
        }
        List<String> natural = NaturalIds.columns(result.columns());
        if (!natural.isEmpty()) {
            result.uniques().add(natural);
        }
        return result;
    }

    /** Reads what one attribute adds, a derived identifier's columns in the place of what they stand for. */
    MappedParts read(Attribute attribute, DerivedIdentifier derived) {
        MappedParts result = new MappedParts();
        Optional<Attribute> source = derived.sourceOf(attribute);
        if (source.isPresent()) {
            return derived(attribute, source.get());
        }
        if (!vocabulary.understandsAttribute(attribute) || !new PartitionKeys(context).understands(attribute)) {
            result.fail();
        } else if (attribute.has(Jpa.ANY)) {
            return new AnyReader(context).read(attribute);
        } else if (SharedKeyReader.isByKey(attribute)) {
            new SharedKeyReader(context).check(attribute, result);
        } else if (InverseIndexReader.hasColumns(attribute)) {
            result.collections().add(attribute);
        } else if (attribute.has(Jpa.FORMULA)
                || attribute.isJoinedByFormula()
                || AssociationReader.isInverse(attribute)) {
            new DeclarationReader(context).rejectOn(attribute);
            rejectOnInverse(attribute, result);
        } else if (isCollection(attribute) || ToOneTableReader.hasTable(attribute)) {
            result.collections().add(attribute);
        } else if (AssociationReader.isAssociation(attribute)) {
            MappedParts parts = new AssociationReader(context).read(attribute);
            boolean isSingle = parts.columns().size() == 1
                    && KeyTypes.idClassMember(attribute)
                            .filter(type -> !isEmbeddable(type))
                            .isPresent();
            if (isSingle
                    && !new KeyTypes(context)
                            .isCarried(attribute, parts.columns().get(0))) {
                parts.fail();
            }
            return parts;
        } else if (isEmbedded(attribute)) {
            return embedded(attribute, derived);
        } else {
            new BasicColumnReader(context).readAll(attribute).ifPresentOrElse(result.columns()::addAll, result::fail);
        }
        return result;
    }

    /** A single value within an embedded identifier has what the annotation on the association says. */
    private MappedParts derived(Attribute part, Attribute source) {
        MappedParts result = read(source.asIdentifying(), DerivedIdentifier.NONE);
        boolean isSingle = !part.place().holders().isEmpty()
                && !isEmbedded(part)
                && result.columns().size() == 1;
        if (isSingle
                && !new KeyTypes(context).isCarried(source, result.columns().get(0))) {
            result.fail();
        }
        return result;
    }

    private void rejectOnInverse(Attribute attribute, MappedParts result) {
        if (new SoftDeletes(context).changesOtherSide(attribute)) {
            String text = "@SoftDelete on the class of the side that has no table changes that of the other side";
            String fix = "Write the same @SoftDelete on the class of the attribute that mappedBy names";
            context.error(attribute.element(), Problem.BAD_MEMBER, text, fix);
            result.fail();
        }
        for (AnnotationValues annotation : attribute.annotations().all()) {
            Optional<String> fact = Optional.ofNullable(OF_THE_OTHER_SIDE.get(annotation.typeName()));
            if (fact.isPresent() && !attribute.has(Jpa.FORMULA)) {
                String text = "@" + annotation.simpleName() + " on the side that has no " + fact.get();
                context.error(
                        attribute.element(), Problem.BAD_MEMBER, text, "Put it on the attribute that mappedBy names");
                result.fail();
            }
        }
    }

    static boolean isCollection(Attribute attribute) {
        return attribute.has(Jpa.ELEMENT_COLLECTION)
                || attribute.has(Jpa.ONE_TO_MANY)
                || attribute.has(Jpa.MANY_TO_MANY)
                || attribute.has(Jpa.MANY_TO_ANY);
    }

    /** Returns whether a member is a collection, also where it is looked at as the keys of one. */
    static boolean isCollection(Element member) {
        return AnnotationValues.has(member, Jpa.ELEMENT_COLLECTION)
                || AnnotationValues.has(member, Jpa.ONE_TO_MANY)
                || AnnotationValues.has(member, Jpa.MANY_TO_MANY)
                || AnnotationValues.has(member, Jpa.MANY_TO_ANY);
    }

    /** An embeddable that a converter or an explicit type turns into one column is a basic attribute. */
    static boolean isEmbedded(Attribute attribute) {
        boolean said = attribute.has(Jpa.EMBEDDED) || attribute.has(Jpa.EMBEDDED_ID) || isEmbeddable(attribute.type());
        return said && !MappingVocabulary.makesOneColumn(attribute);
    }

    static boolean isEmbeddable(TypeMirror type) {
        return type instanceof DeclaredType declared && AnnotationValues.has(declared.asElement(), Jpa.EMBEDDABLE);
    }

    /** Reads the columns of an embedded attribute; what cannot be read is reported. */
    MappedParts embedded(Attribute attribute, DerivedIdentifier derived) {
        MappedParts result = new MappedParts();
        if (!(attribute.type() instanceof DeclaredType declared)
                || !(declared.asElement() instanceof TypeElement embeddable)) {
            context.error(attribute.element(), Problem.UNKNOWN_TYPE, attribute.type());
            result.fail();
            return result;
        }
        boolean circular = attribute.place().holders().stream()
                .anyMatch(h -> context.types().isSameType(h.type(), attribute.type()));
        if (circular) {
            String fact = "the embeddable " + TypeText.of(attribute.type()) + " contains itself";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Reference an entity");
            result.fail();
            return result;
        }
        if (!new ColumnPattern(context).understands(attribute)) {
            result.fail();
        }
        if (attribute.place().holders().stream().anyMatch(h -> h.place().mapKey())) {
            String fact = "Hibernate loses the columns of an embeddable within the key of a map";
            String fix = "Write the attributes of " + embeddable.getSimpleName() + " into the key itself";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
            result.fail();
            return result;
        }
        EmbeddableHierarchy hierarchy = new EmbeddableHierarchy(context, attribute, embeddable);
        if (!isRead(hierarchy)) {
            result.fail();
        }
        boolean isRecord = embeddable.getKind() == ElementKind.RECORD;
        for (List<Attribute> ofClass : hierarchy.attributes(attributes, keyOrder)) {
            MappedParts own = new MappedParts();
            for (Attribute inner : isRecord ? ofClass : ordered(ofClass, List.of())) {
                if (!inner.has(Jpa.PARENT)) {
                    MappedParts parts = read(inner, derived);
                    comments.apply(inner, parts);
                    own.add(parts);
                }
            }
            SharedColumns.add(context, own, result);
        }
        hierarchy.addDiscriminator(result);
        return result;
    }

    private boolean isRead(EmbeddableHierarchy hierarchy) {
        boolean read = true;
        for (TypeElement type : hierarchy.classes()) {
            read &= vocabulary.understandsClass(type);
        }
        return read;
    }
}
