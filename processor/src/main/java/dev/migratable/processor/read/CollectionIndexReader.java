package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicType;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.processor.type.Facets;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the columns that order a list or are the keys of a map; other collections have none. */
final class CollectionIndexReader {

    /** Of a list that has none of them, the elements have no place. */
    private static final List<String> ORDERING = List.of(
            Jpa.ORDER_COLUMN,
            Jpa.LIST_INDEX_BASE,
            Jpa.LIST_INDEX_JAVA_TYPE,
            Jpa.LIST_INDEX_JDBC_TYPE,
            Jpa.LIST_INDEX_JDBC_TYPE_CODE);

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");

    private final ReadContext context;
    private final Attribute attribute;

    CollectionIndexReader(ReadContext context, Attribute attribute) {
        this.context = context;
        this.attribute = attribute;
    }

    /** Reads the columns; what cannot be read is reported. */
    MappedParts read(CollectionType type) {
        MappedParts result = new MappedParts();
        if (type.key().isPresent()) {
            return attribute.has(Jpa.MAP_KEY)
                    ? result
                    : required(mapKey(type.key().get()));
        }
        if (isOrdered(attribute, type)) {
            order().ifPresentOrElse(result.columns()::add, result::fail);
        }
        return result;
    }

    /** Returns whether the collection has columns of its own for its index. */
    static boolean hasColumns(Attribute attribute, CollectionType type) {
        return type.key().isPresent() ? !attribute.has(Jpa.MAP_KEY) : isOrdered(attribute, type);
    }

    private static boolean isOrdered(Attribute attribute, CollectionType type) {
        boolean isBag = attribute.has(Jpa.BAG) || attribute.has(Jpa.COLLECTION_ID);
        return switch (type.kind()) {
            case ARRAY -> true;
            case LIST -> !isBag && ORDERING.stream().anyMatch(attribute::has);
            default -> false;
        };
    }

    /**
     * Reads the columns where they are in the table of the elements. What the elements' entity maps itself, it says alone;
     * all else can be NULL, for until the collection's owner sets it the row of an element has no place in the collection.
     */
    MappedParts inElements(CollectionType type, TypeElement elements) {
        MappedParts result = read(type);
        boolean isEntityKey = type.key().filter(CollectionType::isEntity).isPresent();
        List<AnnotationValues> joins = isEntityKey ? keyJoins() : List.of();
        Optional<AnnotationValues> order =
                type.key().isEmpty() ? attribute.annotation(Jpa.ORDER_COLUMN) : Optional.empty();
        result.columns()
                .replaceAll(c -> c.withColumn(c.column()
                        .withNullable(join(joins, c)
                                .map(j -> j.flag("nullable", false))
                                .or(() -> order.map(o -> o.flag("nullable", true)))
                                .orElse(true))));
        List<String> mapped = new EntityColumns(context).names(elements);
        result.columns().removeIf(c -> mapped.contains(c.name()));
        return result;
    }

    private List<AnnotationValues> keyJoins() {
        return attribute.annotations().repeated(Jpa.MAP_KEY_JOIN_COLUMN, Jpa.MAP_KEY_JOIN_COLUMNS);
    }

    private static Optional<AnnotationValues> join(List<AnnotationValues> joins, MappedColumn column) {
        return joins.size() == 1
                ? Optional.of(joins.get(0))
                : joins.stream()
                        .filter(j -> j.text("name")
                                .filter(column.logicalName()::equals)
                                .isPresent())
                        .findFirst();
    }

    /** Returns the columns in the order that they have in the key of the collection's table. */
    List<MappedColumn> inKeyOrder(CollectionType type) {
        Optional<TypeMirror> embeddable = type.key().filter(EntityColumns::isEmbeddable);
        MappedParts parts = embeddable.isPresent() && !attribute.has(Jpa.MAP_KEY)
                ? EntityColumns.inKeyOrder(context)
                        .embedded(attribute.asMapKey(embeddable.get()), DerivedIdentifier.NONE)
                : read(type);
        return parts.columns();
    }

    private static MappedParts required(MappedParts parts) {
        parts.columns().replaceAll(c -> c.withColumn(c.column().withNullable(false)));
        return parts;
    }

    private MappedParts mapKey(TypeMirror type) {
        if (CollectionType.isEntity(type)) {
            return entityKey((TypeElement) ((DeclaredType) type).asElement());
        }
        Attribute key = attribute.asMapKey(type);
        MappedParts result = new MappedParts();
        if (EntityColumns.isEmbeddable(type)) {
            return new EntityColumns(context).embedded(key, DerivedIdentifier.NONE);
        }
        new BasicColumnReader(context).read(key).ifPresentOrElse(result.columns()::add, result::fail);
        return result;
    }

    /** A map's key that is an entity is referenced. */
    private MappedParts entityKey(TypeElement entity) {
        MappedParts result = new MappedParts();
        Attribute key = attribute.asMapKey(entity.asType());
        List<AnnotationValues> joins = keyJoins();
        Optional<TargetReader.Target> target = new TargetReader(context).read(attribute, entity, joins);
        ForeignKeyAnnotations keys = ForeignKeyAnnotations.of(attribute
                .annotations()
                .find(Jpa.MAP_KEY_JOIN_COLUMNS)
                .or(() -> attribute.annotations().find(Jpa.MAP_KEY_JOIN_COLUMN))
                .flatMap(a -> a.annotation("foreignKey")));
        boolean read = target.isPresent()
                && new JoinColumnsReader(context, key)
                        .withName(key.name())
                        .read(target.get().constrainedByIdentifier(), attribute.name() + "_KEY", keys, result);
        if (!read) {
            result.fail();
        }
        return result;
    }

    private Optional<MappedColumn> order() {
        Optional<AnnotationValues> order = attribute.annotation(Jpa.ORDER_COLUMN);
        Optional<String> text = order.flatMap(o -> o.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> new ColumnParts(context).definition(attribute, t));
        if (text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        String name = order.flatMap(o -> o.text("name")).orElse(attribute.name() + "_ORDER");
        String logical = ColumnPattern.apply(attribute, name);
        Optional<SqlType> type = definition.map(ColumnDefinition::type).or(this::orderType);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Column column = Column.of(context.naming().raw(logical), type.get(), false)
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue));
        int base = attribute
                .annotation(Jpa.LIST_INDEX_BASE)
                .map(b -> b.integer("value", 0))
                .orElse(0);
        String check = ColumnNames.sql(column.name()) + " >= " + base;
        return new ColumnParts(context)
                .withOptions(attribute, order, column)
                .map(c -> new MappedColumn(
                        attribute, logical, c, false, List.of(new MappedColumn.Check(Optional.empty(), check))));
    }

    /** Hibernate compares the position with a number. */
    private Optional<SqlType> orderType() {
        TypeMirror integer =
                context.elements().getTypeElement("java.lang.Integer").asType();
        Optional<BasicType> standard = BasicTypes.of(integer, Facets.NONE);
        Optional<SqlType> type = new KeyTypeReader(context, KeyTypeReader.LIST_INDEX).read(attribute, standard);
        if (type.isPresent() && !NUMBERS.contains(type.get().name())) {
            String fact = "Hibernate checks that the position in a list is a number, and its type is " + type.get();
            context.error(
                    attribute.element(), Problem.BAD_MEMBER, fact, "Say a type of numbers with @ListIndexJdbcTypeCode");
            return Optional.empty();
        }
        return type;
    }
}
