package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SqlType;
import java.util.Optional;

/** Reads the column and foreign key of a {@code @ManyToOne} or of the owning side of a {@code @OneToOne}. */
final class AssociationReader {

    private final ReadContext context;
    private final ColumnParts parts;
    private final TargetReader targets;

    AssociationReader(ReadContext context) {
        this.context = context;
        this.parts = new ColumnParts(context);
        this.targets = new TargetReader(context);
    }

    /** Returns whether the attribute refers to other entities. */
    static boolean isAssociation(Attribute attribute) {
        return attribute.has(Jpa.MANY_TO_ONE)
                || attribute.has(Jpa.ONE_TO_ONE)
                || attribute.has(Jpa.ONE_TO_MANY)
                || attribute.has(Jpa.MANY_TO_MANY);
    }

    /** Returns whether the other side of the association has the columns, so that this side has none. */
    static boolean isInverse(Attribute attribute) {
        return attribute
                .annotation(Jpa.ONE_TO_ONE)
                .or(() -> attribute.annotation(Jpa.ONE_TO_MANY))
                .or(() -> attribute.annotation(Jpa.MANY_TO_MANY))
                .flatMap(a -> a.text("mappedBy"))
                .isPresent();
    }

    /** Returns the column; empty where it cannot be read, which is then reported. */
    Optional<MappedColumn> read(Attribute attribute) {
        for (String collection : new String[] {Jpa.ONE_TO_MANY, Jpa.MANY_TO_MANY}) {
            Optional<AnnotationValues> annotation = attribute.annotation(collection);
            if (annotation.isPresent()) {
                String name = annotation.get().simpleName();
                context.error(attribute.element(), Problem.UNREAD_ANNOTATION, name, MappingVocabulary.wayOut(name));
                return Optional.empty();
            }
        }
        if (attribute.has(Jpa.ID)) {
            context.error(
                    attribute.element(),
                    Problem.ASSOCIATION,
                    "an association as @Id is not read yet",
                    MappingVocabulary.wayOut("IdClass"));
            return Optional.empty();
        }
        Optional<AnnotationValues> join = attribute.annotation(Jpa.JOIN_COLUMN);
        if (!parts.understands(attribute, join) || !foreignKeyIsRead(attribute, join)) {
            return Optional.empty();
        }
        Optional<AnnotationValues> association =
                attribute.annotation(Jpa.MANY_TO_ONE).or(() -> attribute.annotation(Jpa.ONE_TO_ONE));
        return targets.read(
                        attribute,
                        association.flatMap(a -> a.classValue("targetEntity")),
                        join.flatMap(j -> j.text("referencedColumnName")))
                .flatMap(target -> column(attribute, association, join, target));
    }

    private boolean foreignKeyIsRead(Attribute attribute, Optional<AnnotationValues> join) {
        Optional<AnnotationValues> key = join.flatMap(j -> j.annotation("foreignKey"));
        boolean unread = key.flatMap(k -> k.text("foreignKeyDefinition")).isPresent()
                || key.flatMap(k -> k.text("options")).isPresent();
        if (unread) {
            context.error(
                    attribute.element(),
                    Problem.BAD_MEMBER,
                    "'foreignKeyDefinition' and 'options' of a foreign key are not read",
                    "Use name, value and @OnDelete");
        }
        return !unread;
    }

    private Optional<MappedColumn> column(
            Attribute attribute,
            Optional<AnnotationValues> association,
            Optional<AnnotationValues> join,
            TargetReader.Target target) {
        Optional<String> text = join.flatMap(j -> j.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> parts.definition(attribute, t));
        if (text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        String logicalName = join.flatMap(j -> j.text("name")).orElseGet(() -> implicitName(attribute, target));
        SqlType type = definition
                .map(ColumnDefinition::type)
                .orElse(target.column().column().type());
        boolean required = association.map(a -> !a.flag("optional", true)).orElse(false)
                || join.map(j -> !j.flag("nullable", true)).orElse(false)
                || definition.map(ColumnDefinition::notNull).orElse(false);
        Column column = Column.of(context.naming().raw(logicalName), type, !required)
                .withDefault(ColumnParts.defaultValue(attribute, definition))
                .withComment(ColumnParts.comment(attribute, join));
        boolean unique = attribute.has(Jpa.ONE_TO_ONE)
                || join.map(j -> j.flag("unique", false)).orElse(false);
        return Optional.of(new MappedColumn(
                attribute,
                logicalName,
                column,
                unique,
                parts.checks(attribute.element(), join),
                reference(attribute, join, target)));
    }

    /** {@code customer_id}: the attribute and the column referenced; quoted where that one is. */
    private static String implicitName(Attribute attribute, TargetReader.Target target) {
        String referenced = target.column().logicalName();
        String name = attribute.name() + "_" + Naming.unquoted(referenced);
        return Naming.isQuoted(referenced) ? '"' + name + '"' : name;
    }

    private Optional<MappedColumn.Reference> reference(
            Attribute attribute, Optional<AnnotationValues> join, TargetReader.Target target) {
        Optional<AnnotationValues> key = join.flatMap(j -> j.annotation("foreignKey"));
        if (key.flatMap(k -> k.constant("value"))
                .filter("NO_CONSTRAINT"::equals)
                .isPresent()) {
            return Optional.empty();
        }
        ReferentialAction onDelete = attribute
                .annotation(Jpa.ON_DELETE)
                .flatMap(a -> a.constant("action"))
                .map(ReferentialAction::valueOf)
                .orElse(ReferentialAction.NO_ACTION);
        return Optional.of(new MappedColumn.Reference(
                key.flatMap(k -> k.text("name")).map(context.naming()::rawConstraint),
                target.table(),
                target.column().column().name(),
                onDelete));
    }
}
