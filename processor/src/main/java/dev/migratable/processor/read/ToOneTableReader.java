package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Declarations;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.Table;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads the {@code @JoinTable} of a {@code @ManyToOne} or {@code @OneToOne}: like a secondary table it has the entity's
 * key, and besides what references the other entity.
 */
final class ToOneTableReader {

    private static final List<String> REFUSED =
            List.of(Jpa.COMMENT, Jpa.COMMENTS, Jpa.CHECK, Jpa.CHECKS, Jpa.COLUMN_DEFAULT);

    private final ReadContext context;
    private final TypeElement entity;

    ToOneTableReader(ReadContext context, TypeElement entity) {
        this.context = context;
        this.entity = entity;
    }

    /** Returns whether an association to one entity has a table of its own. */
    static boolean hasTable(Attribute attribute) {
        return attribute.has(Jpa.JOIN_TABLE) && AssociationReader.isToOne(attribute);
    }

    /** Returns whether the table says what the association's columns are: they are then NOT NULL, and have a foreign key. */
    static boolean isJoinedByTable(Attribute attribute) {
        return hasTable(attribute) && attribute.directJoinColumns().isEmpty();
    }

    /** Reads the table; empty where it cannot be read, which is then reported. */
    Optional<CollectionReader.CollectionTable> read(Attribute attribute) {
        AnnotationValues table = attribute.annotation(Jpa.JOIN_TABLE).orElseThrow();
        if (!isUnderstood(attribute, table)) {
            return Optional.empty();
        }
        MappedParts parts = new KeyReader(context, false).linkedByJoinTable(entity, table);
        List<String> key = new KeyReader(context, true)
                .linkedByJoinTable(entity, table).columns().stream()
                        .map(MappedColumn::name)
                        .toList();
        MappedParts target = new AssociationReader(context).read(attribute);
        if (!parts.isComplete() || !target.isComplete()) {
            return Optional.empty();
        }
        if (attribute.has(Jpa.NOT_FOUND)) {
            parts.references().clear();
        }
        parts.add(target);
        if (!NameClash.namesAreDifferent(context, parts.columns())) {
            return Optional.empty();
        }
        TypeMirror type = AssociationReader.targetEntity(attribute).orElse(attribute.type());
        String logical = table.text("name").orElseGet(() -> CollectionReader.implicitName(entity, attribute, type));
        QualifiedName name = context.naming().qualified(table.text("schema"), logical);
        Table read = new TableReader(context, attribute.element(), Optional.of(table), name, parts).read(name, key);
        Declarations declarations = new DeclarationReader(context).readCollection(attribute, name, parts.columns());
        return Optional.of(new CollectionReader.CollectionTable(read, parts.columns(), declarations, false));
    }

    private boolean isUnderstood(Attribute attribute, AnnotationValues table) {
        boolean isPlaced = attribute.place().holders().isEmpty()
                && !attribute.identifying()
                && !attribute.has(Jpa.MAPS_ID)
                && Inheritance.strategy(entity) != Inheritance.Strategy.TABLE_PER_CLASS;
        if (!isPlaced) {
            String fact = "@JoinTable on a to-one association in an identifier, an embeddable or a TABLE_PER_CLASS"
                    + " hierarchy is not read";
            return fail(attribute, fact, "Use @JoinColumn");
        }
        Optional<AnnotationValues> refused = attribute.annotations().all().stream()
                .filter(a -> REFUSED.contains(a.typeName()))
                .findFirst();
        if (refused.isPresent()) {
            String fact =
                    "@" + refused.get().simpleName() + " beside the @JoinTable of a to-one association is not read";
            return fail(attribute, fact, "Use a member of @JoinTable or its @JoinColumn");
        }
        boolean isNamed = table.text("name").isPresent();
        if (isNamed && !table.annotations("indexes").isEmpty()) {
            String fact = "Hibernate passes over 'indexes' of a @JoinTable on a to-one association where it has a name";
            return fail(attribute, fact, "Use @PostgresIndex");
        }
        boolean isPassedOver =
                !table.annotations("check").isEmpty() || table.text("comment").isPresent();
        if (!isNamed && isPassedOver) {
            String fact = "Hibernate passes over 'check' and 'comment' of a @JoinTable without a name on a to-one"
                    + " association";
            return fail(attribute, fact, "Give it a name");
        }
        return true;
    }

    private boolean fail(Attribute attribute, String fact, String fix) {
        context.error(attribute.element(), Problem.BAD_MEMBER, fact, fix);
        return false;
    }
}
