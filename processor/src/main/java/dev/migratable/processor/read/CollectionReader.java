package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the tables of collections: {@code @ElementCollection}, {@code @ManyToMany}, and {@code @OneToMany} with a join
 * table. What the rows are comes from {@link ElementReader}.
 */
final class CollectionReader {

    private static final SqlType LARGE_OBJECT = SqlType.parse("oid");
    private static final SqlType INTEGER = SqlType.parse("integer");
    private static final Set<String> SETS =
            Set.of("java.util.Set", "java.util.SortedSet", "java.util.NavigableSet", "java.util.SequencedSet");
    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SortedMap", "java.util.NavigableMap");
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.Collection");

    /** They would change the table in ways that are not read on an attribute with a table of its own. */
    private static final List<String> REFUSED = List.of(
            Jpa.COMMENT, Jpa.CHECK, Jpa.CHECKS, Jpa.COLUMN_DEFAULT, Jpa.JOIN_COLUMN, Jpa.JOIN_COLUMNS, Jpa.ON_DELETE);

    private final ReadContext context;
    private final TypeElement entity;

    CollectionReader(ReadContext context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /**
     * A collection's table.
     *
     * @param table the table
     * @param columns its columns
     * @param declarations what is declared on its columns
     */
    record CollectionTable(Table table, List<MappedColumn> columns, Declarations declarations) {}

    /** Reads a collection's table; empty where it cannot be read, which is then reported. */
    Optional<CollectionTable> read(Attribute attribute) {
        if (!isUnderstood(attribute)) {
            return Optional.empty();
        }
        Optional<Elements> types = elements(attribute);
        if (types.isEmpty()) {
            context.error(attribute.element(), Problem.UNKNOWN_TYPE, attribute.type());
            return Optional.empty();
        }
        boolean isAssociation = !attribute.has(Jpa.ELEMENT_COLLECTION);
        if (isAssociation && !isEntity(types.get().element())) {
            String fact = types.get().element() + " is no @Entity";
            context.error(attribute.element(), Problem.ASSOCIATION, fact, "Reference an entity");
            return Optional.empty();
        }
        return read(attribute, types.get(), isAssociation);
    }

    private Optional<CollectionTable> read(Attribute attribute, Elements types, boolean isAssociation) {
        Optional<AnnotationValues> annotation =
                attribute.annotation(Jpa.COLLECTION_TABLE).or(() -> attribute.annotation(Jpa.JOIN_TABLE));
        MappedParts parts = new MappedParts();
        if (!ownerColumns(attribute, annotation, isAssociation, parts)) {
            return Optional.empty();
        }
        ElementReader reader = new ElementReader(context, attribute, annotation);
        Optional<List<MappedColumn>> index = index(attribute, types, reader);
        MappedParts elements = isAssociation ? reader.entities(types.element()) : reader.values(types.element());
        if (index.isEmpty() || !elements.isComplete()) {
            return Optional.empty();
        }
        boolean isSet = SETS.contains(name(attribute.type()));
        List<String> key = names(parts.columns());
        key.addAll(isSet ? reader.keyColumns(types.element()) : names(index.get()));
        boolean isKey = isSet || !index.get().isEmpty();
        if (isSet && elements.columns().stream().anyMatch(c -> c.column().type().equals(LARGE_OBJECT))) {
            isKey = false; // Hibernate gives such a table no key at all
        } else if (isSet && elements.columns().stream().anyMatch(c -> c.column().nullable())) {
            parts.uniques().add(List.copyOf(key));
            isKey = false;
        } else if (isSet && attribute.has(Jpa.ONE_TO_MANY)) {
            // what is unique by itself is the whole key
            key = elements.uniques().remove(0);
        }
        parts.add(elements);
        parts.columns().addAll(index.get());
        return table(attribute, annotation, parts, isKey ? key : List.of());
    }

    private static List<String> names(List<MappedColumn> columns) {
        return new ArrayList<>(columns.stream().map(MappedColumn::name).toList());
    }

    private Optional<CollectionTable> table(
            Attribute attribute, Optional<AnnotationValues> annotation, MappedParts parts, List<String> key) {
        String logical = annotation.flatMap(a -> a.text("name")).orElseGet(() -> implicitName(attribute));
        QualifiedName name = context.naming().qualified(annotation.flatMap(a -> a.text("schema")), logical);
        if (!NameClash.namesAreDifferent(context, parts.columns())) {
            return Optional.empty();
        }
        Table table = new TableReader(context, attribute.element(), annotation, name, parts).read(name, key);
        Declarations declarations = new DeclarationReader(context).readColumns(name, parts.columns());
        return Optional.of(new CollectionTable(table, parts.columns(), declarations));
    }

    private boolean isUnderstood(Attribute attribute) {
        if (attribute.has(Jpa.ONE_TO_MANY) && !attribute.joinColumns().isEmpty()) {
            context.error(
                    attribute.element(),
                    Problem.UNREAD_ANNOTATION,
                    "OneToMany with @JoinColumn",
                    MappingVocabulary.wayOut("OneToMany"));
            return false;
        }
        boolean typed = attribute
                .annotation(Jpa.ELEMENT_COLLECTION)
                .or(() -> attribute.annotation(Jpa.MANY_TO_MANY))
                .or(() -> attribute.annotation(Jpa.ONE_TO_MANY))
                .filter(a -> a.classValue("targetClass").isPresent()
                        || a.classValue("targetEntity").isPresent())
                .isPresent();
        if (typed) {
            String fact = "'targetClass' or 'targetEntity' of a collection is not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Say it with the collection's type argument");
            return false;
        }
        Optional<AnnotationValues> refused = AnnotationValues.all(attribute.element()).stream()
                .filter(a -> REFUSED.contains(a.typeName()) || a.typeName().startsWith(Jpa.OWN))
                .findFirst();
        refused.ifPresent(annotation -> context.error(
                attribute.element(),
                Problem.BAD_MEMBER,
                "@" + annotation.simpleName() + " on a collection with a table of its own is not read",
                "Map the other table as an entity of its own"));
        boolean inEmbeddable = !attribute.place().holders().isEmpty();
        if (inEmbeddable) {
            String fact = "a collection inside an embeddable is not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Put it into the entity");
        }
        return refused.isEmpty() && !inEmbeddable;
    }

    /** What a collection holds. */
    private record Elements(TypeMirror element, Optional<TypeMirror> key) {}

    private static Optional<Elements> elements(Attribute attribute) {
        if (!(attribute.type() instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        List<? extends TypeMirror> arguments = declared.getTypeArguments();
        String name = name(declared);
        if (MAPS.contains(name) && arguments.size() == 2) {
            return Optional.of(new Elements(arguments.get(1), Optional.of(arguments.get(0))));
        }
        return (SETS.contains(name) || LISTS.contains(name)) && arguments.size() == 1
                ? Optional.of(new Elements(arguments.get(0), Optional.empty()))
                : Optional.empty();
    }

    private static boolean isEntity(TypeMirror type) {
        return type instanceof DeclaredType declared && AnnotationValues.has(declared.asElement(), Jpa.ENTITY);
    }

    private static String name(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
    }

    /** {@code Customer_phones}, {@code Customer_Product}: entity and attribute, or the two tables; quoted where a table is. */
    private String implicitName(Attribute attribute) {
        String table = TargetReader.tableName(entity);
        if (attribute.has(Jpa.ELEMENT_COLLECTION)) {
            String name = TargetReader.entityName(entity) + "_" + attribute.name();
            return Naming.isQuoted(table) ? Naming.quoted(name) : name;
        }
        TypeElement target = elements(attribute)
                .map(Elements::element)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .orElseThrow();
        String other = TargetReader.tableName(target);
        String name = Naming.unquoted(table) + "_" + Naming.unquoted(other);
        return Naming.isQuoted(table) || Naming.isQuoted(other) ? Naming.quoted(name) : name;
    }

    private boolean ownerColumns(
            Attribute attribute, Optional<AnnotationValues> annotation, boolean isAssociation, MappedParts parts) {
        List<AnnotationValues> joins =
                annotation.map(a -> a.annotations("joinColumns")).orElse(List.of());
        Optional<TargetReader.Target> target = new TargetReader(context).read(attribute, entity, joins);
        if (target.isEmpty()) {
            return false;
        }
        String stem = isAssociation
                ? InverseSide.of(context, entity, attribute).orElseGet(() -> TargetReader.entityName(entity))
                : TargetReader.entityName(entity);
        return new JoinColumnsReader(context, attribute).read(target.get(), stem, annotation, "foreignKey", parts);
    }

    /** Reads the columns that order a list or are the keys of a map; none for other collections. */
    private Optional<List<MappedColumn>> index(Attribute attribute, Elements types, ElementReader reader) {
        if (types.key().isPresent()) {
            return reader.mapKey(types.key().get());
        }
        Optional<AnnotationValues> order = attribute.annotation(Jpa.ORDER_COLUMN);
        if (order.isEmpty() || SETS.contains(name(attribute.type()))) {
            return Optional.of(List.of());
        }
        if (order.get().text("columnDefinition").isPresent()
                || order.get().text("options").isPresent()) {
            String fact = "'columnDefinition' and 'options' of @OrderColumn are not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Remove them");
            return Optional.empty();
        }
        String logical = order.get().text("name").orElse(attribute.name() + "_ORDER");
        Column column = Column.of(context.naming().raw(logical), INTEGER, false);
        MappedColumn.Check check = new MappedColumn.Check(Optional.empty(), ColumnNames.sql(column.name()) + " >= 0");
        return Optional.of(List.of(new MappedColumn(attribute, logical, column, false, List.of(check))));
    }
}
