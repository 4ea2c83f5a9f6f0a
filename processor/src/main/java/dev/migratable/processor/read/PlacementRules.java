package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reports annotations that Hibernate does not start with where they are. */
final class PlacementRules {

    private static final String STRATEGY = "org.hibernate.property.access.spi.PropertyAccessStrategy";

    private final ReadContext context;

    PlacementRules(ReadContext context) {
        this.context = context;
    }

    /** Returns whether Hibernate takes an attribute's annotations where they are; otherwise that is reported. */
    boolean allow(Attribute attribute) {
        Annotations annotations = attribute.annotations();
        boolean isFiltered = annotations.has(Jpa.FILTER_JOIN_TABLE) || annotations.has(Jpa.FILTER_JOIN_TABLES);
        if (isFiltered && EntityColumns.isCollection(attribute) && !isJoinedByTable(attribute)) {
            String fact = "@FilterJoinTable is on a collection without a join table, where Hibernate fails";
            return refuse(attribute.element(), fact, "Write @Filter, or map the association with @JoinTable");
        }
        if (EntityColumns.isCollection(attribute) && !isOrderable(attribute)) {
            return false;
        }
        if (annotations.has(Jpa.TARGET_EMBEDDABLE) && !isEmbeddable(attribute)) {
            return false;
        }
        Optional<AnnotationValues> accessor = annotations.find(Jpa.ATTRIBUTE_ACCESSOR);
        if (accessor.isPresent() && !namesStrategy(accessor.get())) {
            String fact = "@AttributeAccessor names no strategy, without which Hibernate fails";
            return refuse(attribute.element(), fact, "Say strategy = … with a class of your own, or write @Access");
        }
        EmbeddedTables tables = new EmbeddedTables(context);
        return tables.allow(attribute) && tables.isMoved(attribute);
    }

    /** The inverse side's filters are left to Hibernate: the table may be the other side's. */
    private static boolean isJoinedByTable(Attribute attribute) {
        boolean isOfEntities = attribute.has(Jpa.MANY_TO_MANY) || attribute.has(Jpa.ONE_TO_MANY);
        return isOfEntities && !CollectionReader.isContributed(attribute);
    }

    private boolean isOrderable(Attribute attribute) {
        Annotations annotations = attribute.annotations();
        if (annotations.has(Jpa.ORDER_COLUMN) && isNoList(attribute)) {
            String fact = "@OrderColumn is on a collection that is no List, where Hibernate fails";
            return refuse(attribute.element(), fact, "Declare it as a List, or take @OrderColumn away");
        }
        boolean isOrdered = annotations.has(Jpa.ORDER_COLUMN) || annotations.has(Jpa.LIST_INDEX_BASE);
        if (isOrdered && annotations.has(Jpa.BAG)) {
            String fact = "@Bag is beside @OrderColumn or @ListIndexBase, where Hibernate fails";
            return refuse(attribute.element(), fact, "Keep one of them");
        }
        return true;
    }

    private static boolean isNoList(Attribute attribute) {
        return CollectionType.of(attribute)
                .filter(type -> type.kind() != CollectionType.Kind.LIST && type.kind() != CollectionType.Kind.ARRAY)
                .isPresent();
    }

    private boolean isEmbeddable(Attribute attribute) {
        Annotations annotations = attribute.annotations();
        if (annotations.has(Jpa.ELEMENT_COLLECTION)) {
            return true;
        }
        if (!annotations.has(Jpa.EMBEDDED)) {
            String fact =
                    "@TargetEmbeddable is on an attribute without @Embedded or @ElementCollection, where Hibernate fails";
            return refuse(attribute.element(), fact, "Add @Embedded, or say the class as the attribute's type");
        }
        if (BasicTypes.isPlural(declaredType(attribute.element()))) {
            String fact =
                    "@TargetEmbeddable with @Embedded is on a collection, which Hibernate takes for one embeddable";
            return refuse(attribute.element(), fact, "Write @ElementCollection in the place of @Embedded");
        }
        return true;
    }

    private static TypeMirror declaredType(Element member) {
        return member instanceof ExecutableElement getter ? getter.getReturnType() : member.asType();
    }

    private static boolean namesStrategy(AnnotationValues accessor) {
        return accessor.text("value").isPresent()
                || accessor.classValue("strategy")
                        .filter(type -> !type.toString().equals(STRATEGY))
                        .isPresent();
    }

    /** Returns whether Hibernate takes a class's annotations where they are; otherwise that is reported. */
    boolean allow(TypeElement type) {
        if (EntityReader.isEntity(type) && AnnotationValues.has(type, Jpa.TARGET_EMBEDDABLE)) {
            String fact = "@TargetEmbeddable is on an entity, to which no attribute could refer any more";
            return refuse(type, fact, "Write it on an interface or a superclass of the embeddable");
        }
        Optional<TypeElement> key = AnnotationValues.find(type, Jpa.NATURAL_ID_CLASS)
                .flatMap(a -> a.classValue("value"))
                .filter(DeclaredType.class::isInstance)
                .map(declared -> (TypeElement) ((DeclaredType) declared).asElement());
        boolean isHeeded = EntityReader.isEntity(type) && Inheritance.isRoot(type);
        return key.isEmpty() || !isHeeded || isKey(type, key.get());
    }

    private boolean isKey(TypeElement entity, TypeElement key) {
        List<String> natural = new AttributeReader(context)
                .read(entity).stream()
                        .filter(attribute -> attribute.has(Jpa.NATURAL_ID))
                        .map(Attribute::name)
                        .toList();
        if (natural.size() == 1) {
            String fact = "@NaturalIdClass is for several @NaturalId attributes, and with '" + natural.get(0)
                    + "' alone Hibernate fails";
            return refuse(entity, fact, "Take @NaturalIdClass away");
        }
        Set<String> members = key.getEnclosedElements().stream()
                .flatMap(member -> name(member).stream())
                .collect(Collectors.toUnmodifiableSet());
        for (String name : natural) {
            if (!members.contains(name)) {
                String fact = "the @NaturalIdClass " + key.getSimpleName() + " has no '" + name
                        + "', without which Hibernate fails";
                return refuse(entity, fact, "Give it one, or take @NaturalId from the attribute");
            }
        }
        return true;
    }

    private static Optional<String> name(Element member) {
        return member.getKind() == ElementKind.FIELD || member.getKind() == ElementKind.METHOD
                ? AttributeReader.propertyOf(member)
                : Optional.empty();
    }

    private boolean refuse(Element element, String fact, String fix) {
        context.error(element, Problem.BAD_MEMBER, fact, fix);
        return false;
    }
}
