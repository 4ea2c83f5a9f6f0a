package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.SqlType;
import dev.migratable.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the tables of collections: {@code @ElementCollection}, {@code @ManyToMany}, {@code @ManyToAny}, and
 * {@code @OneToMany} with a join table. What the rows are comes from {@link ElementReader}.
 */
final class CollectionReader {

    private static final SqlType LARGE_OBJECT = SqlType.parse("oid");

    /** They would change the table in ways that are not read on an attribute with a table of its own. */
    private static final List<String> REFUSED = List.of(Jpa.CHECK, Jpa.CHECKS, Jpa.COLUMN_DEFAULT);

    private static final String IN_MEMBER =
            "Write it as check or columnDefinition of @Column, or as check of @JoinTable";

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
     * @param declarations what is declared on them
     * @param contributed whether the table is the elements' own, and these are the columns that the collection adds to it
     */
    record CollectionTable(Table table, List<MappedColumn> columns, Declarations declarations, boolean contributed) {}

    /**
     * Reads a collection's table, or what it adds to the tables of its elements; empty where that cannot be read, which is
     * then reported.
     */
    Optional<List<CollectionTable>> read(Attribute attribute) {
        Optional<CollectionType> type = CollectionType.of(attribute);
        if (type.isEmpty()) {
            context.error(attribute.element(), Problem.UNKNOWN_TYPE, attribute.type());
        }
        if (type.isEmpty() || !isUnderstood(attribute, type.get())) {
            return Optional.empty();
        }
        boolean isAssociation = !attribute.has(Jpa.ELEMENT_COLLECTION);
        boolean isOfAny = attribute.has(Jpa.MANY_TO_ANY);
        if (isOfAny
                && attribute
                        .annotation(Jpa.JOIN_TABLE)
                        .flatMap(t -> t.text("name"))
                        .isEmpty()) {
            String fact = "Hibernate makes up no name for the table of a @ManyToAny";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Add @JoinTable(name = \"…\")");
            return Optional.empty();
        }
        if (isAssociation && !isOfAny && !CollectionType.isEntity(type.get().element())) {
            String fact = type.get().element() + " is no @Entity";
            context.error(attribute.element(), Problem.ASSOCIATION, fact, "Reference an entity");
            return Optional.empty();
        }
        if (AssociationReader.isInverse(attribute)) {
            return new InverseIndexReader(context, entity)
                    .read(attribute, type.get())
                    .map(List::of);
        }
        return isContributed(attribute)
                ? new ContributionReader(context, entity).read(attribute, type.get())
                : read(attribute, type.get(), isAssociation).map(List::of);
    }

    /** Join columns without a join table are columns of the elements' table. */
    static boolean isContributed(Attribute attribute) {
        return attribute.has(Jpa.ONE_TO_MANY) && !attribute.joinColumns().isEmpty() && !attribute.has(Jpa.JOIN_TABLE);
    }

    private Optional<CollectionTable> read(Attribute attribute, CollectionType type, boolean isAssociation) {
        Optional<AnnotationValues> annotation =
                attribute.annotation(Jpa.COLLECTION_TABLE).or(() -> attribute.annotation(Jpa.JOIN_TABLE));
        MappedParts parts = new MappedParts();
        if (!ownerColumns(attribute, type, annotation, isAssociation, parts)) {
            return Optional.empty();
        }
        ElementReader reader = new ElementReader(context, attribute, annotation);
        CollectionIndexReader indexes = new CollectionIndexReader(context, attribute);
        MappedParts index = indexes.read(type);
        MappedParts elements = isAssociation ? reader.references(type.element()) : reader.values(boxed(type.element()));
        if (!index.isComplete() || !elements.isComplete()) {
            return Optional.empty();
        }
        boolean isSet = type.kind() == CollectionType.Kind.SET;
        boolean isKeyedByElements = isSet || attribute.has(Jpa.MAP_KEY);
        List<String> key = names(parts.columns());
        key.addAll(isKeyedByElements ? reader.keyColumns(boxed(type.element())) : names(indexes.inKeyOrder(type)));
        boolean isKey = isKeyedByElements || !index.columns().isEmpty();
        if (isSet && (hasUniques(attribute, annotation) || hasLargeObjects(elements))) {
            isKey = false; // Hibernate gives such a table no key at all
        } else if (isSet && elements.columns().stream().anyMatch(c -> c.column().nullable())) {
            parts.uniques().add(List.copyOf(key));
            isKey = false;
        } else if (isSet && attribute.has(Jpa.ONE_TO_MANY)) {
            // what is unique by itself is the whole key
            key = elements.uniques().remove(0);
        }
        if (attribute.has(Jpa.COLLECTION_ID)) {
            key = identifier(attribute, type, parts);
            isKey = true;
        }
        parts.add(elements);
        parts.add(index);
        new SoftDeletes(context).addTo(attribute, parts);
        new AttributeComments(context).applyToColumns(attribute, tableName(attribute, type, annotation), parts);
        if (!parts.isComplete()) {
            return Optional.empty();
        }
        return table(attribute, type, annotation, parts, isKey ? key : List.of());
    }

    private List<String> identifier(Attribute attribute, CollectionType type, MappedParts parts) {
        MappedParts id = new CollectionIdReader(context, entity).read(attribute, type);
        parts.add(id);
        return names(id.columns());
    }

    private static boolean hasUniques(Attribute attribute, Optional<AnnotationValues> table) {
        return !attribute.has(Jpa.ONE_TO_MANY)
                && table.filter(CollectionReader::hasUniques).isPresent();
    }

    private static boolean hasLargeObjects(MappedParts elements) {
        return elements.columns().stream().anyMatch(c -> c.column().type().equals(LARGE_OBJECT));
    }

    /** Those of columns come too late to count. */
    private static boolean hasUniques(AnnotationValues table) {
        return !table.annotations("uniqueConstraints").isEmpty()
                || table.annotations("indexes").stream().anyMatch(index -> index.flag("unique", false));
    }

    /** Hibernate lets the elements of an array be NULL, primitive or not. */
    private TypeMirror boxed(TypeMirror type) {
        return type instanceof PrimitiveType primitive
                ? context.types().boxedClass(primitive).asType()
                : type;
    }

    private static List<String> names(List<MappedColumn> columns) {
        return new ArrayList<>(columns.stream().map(MappedColumn::name).toList());
    }

    private Optional<CollectionTable> table(
            Attribute attribute,
            CollectionType type,
            Optional<AnnotationValues> annotation,
            MappedParts parts,
            List<String> key) {
        QualifiedName name = tableName(attribute, type, annotation);
        if (!NameClash.namesAreDifferent(context, parts.columns())) {
            return Optional.empty();
        }
        Table table = new TableReader(context, attribute.element(), annotation, name, parts).read(name, key);
        Declarations declarations = new DeclarationReader(context).readCollection(attribute, name, parts.columns());
        return Optional.of(new CollectionTable(table, parts.columns(), declarations, false));
    }

    private QualifiedName tableName(Attribute attribute, CollectionType type, Optional<AnnotationValues> annotation) {
        String logical = annotation.flatMap(a -> a.text("name")).orElseGet(() -> implicitName(attribute, type));
        return context.naming().qualified(annotation.flatMap(a -> a.text("schema")), logical);
    }

    private boolean isUnderstood(Attribute attribute, CollectionType type) {
        boolean understood = true;
        boolean hasDefault = attribute.has(Jpa.ELEMENT_COLLECTION) && type.kind() != CollectionType.Kind.MAP;
        for (AnnotationValues annotation : attribute.annotations().all()) {
            String name = annotation.typeName();
            if (REFUSED.contains(name) && !(hasDefault && name.equals(Jpa.COLUMN_DEFAULT))) {
                String fact = "@" + annotation.simpleName() + " on a collection is not read";
                context.error(attribute.element(), Problem.BAD_MEMBER, fact, IN_MEMBER);
                understood = false;
            }
        }
        if (attribute.has(Jpa.SOFT_DELETE) && attribute.has(Jpa.ONE_TO_MANY)) {
            String fact = "Hibernate takes no @SoftDelete on a @OneToMany";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Put it on the entity");
            understood = false;
        }
        boolean joins = !attribute.joinColumns().isEmpty();
        if (joins && (!attribute.has(Jpa.ONE_TO_MANY) || attribute.has(Jpa.JOIN_TABLE))) {
            String fact = "@JoinColumn on a collection with a table of its own is not read";
            String fix = "Write it as joinColumns of @JoinTable or @CollectionTable";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
            understood = false;
        }
        return understood;
    }

    /** {@code Customer_phones}, {@code Customer_Product}: entity and attribute, or the two tables; quoted where a table is. */
    private String implicitName(Attribute attribute, CollectionType type) {
        return implicitName(entity, attribute, type.element());
    }

    /** Returns the name of the table of an association or of values that has none. */
    static String implicitName(TypeElement entity, Attribute attribute, TypeMirror element) {
        String table = TargetReader.tableName(entity);
        if (attribute.has(Jpa.ELEMENT_COLLECTION)) {
            String name = TargetReader.entityName(entity) + "_" + attribute.name();
            return Naming.isQuoted(table) ? Naming.quoted(name) : name;
        }
        TypeElement target = (TypeElement) ((DeclaredType) element).asElement();
        String other = TargetReader.tableName(target);
        String name = Naming.unquoted(table) + "_" + Naming.unquoted(other);
        return Naming.isQuoted(table) || Naming.isQuoted(other) ? Naming.quoted(name) : name;
    }

    private boolean ownerColumns(
            Attribute attribute,
            CollectionType type,
            Optional<AnnotationValues> annotation,
            boolean isAssociation,
            MappedParts parts) {
        List<AnnotationValues> joins =
                annotation.map(a -> a.annotations("joinColumns")).orElse(List.of());
        Optional<TargetReader.Target> target = new TargetReader(context).read(attribute, entity, joins);
        if (target.isEmpty()) {
            return false;
        }
        Optional<String> inverse = isAssociation && !attribute.has(Jpa.MANY_TO_ANY)
                ? InverseSide.of(context, entity, attribute, type.element())
                : Optional.empty();
        String stem = inverse.orElseGet(() -> TargetReader.entityName(entity));
        return new JoinColumnsReader(context, attribute)
                .withOnDelete(AssociationReader.onDelete(attribute))
                .read(target.get(), stem, ForeignKeyAnnotations.ofOwner(annotation), parts);
    }
}
