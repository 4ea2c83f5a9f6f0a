package dev.migratable.processor.read;

import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;

/** Reads the columns and foreign key of a {@code @ManyToOne} or of the owning side of a {@code @OneToOne}. */
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

    /** Reads the columns and the foreign key; what cannot be read is reported. */
    MappedParts read(Attribute attribute) {
        MappedParts result = new MappedParts();
        List<AnnotationValues> joins = attribute.joinColumns();
        boolean understood =
                ForeignKeyAnnotations.ofToOne(attribute).isRead(context, attribute.element(), onDelete(attribute));
        for (AnnotationValues join : joins) {
            understood &= parts.understands(attribute, Optional.of(join));
        }
        Optional<TargetReader.Target> target =
                understood ? targets.read(attribute, targetEntity(attribute), joins) : Optional.empty();
        if (target.isEmpty()) {
            result.fail();
            return result;
        }
        List<String> names = new ArrayList<>();
        for (TargetReader.Joined joined : target.get().joined()) {
            boolean single = target.get().joined().size() == 1;
            Optional<MappedColumn> column = column(attribute, joined, single);
            if (column.isEmpty()) {
                result.fail();
                return result;
            }
            result.columns().add(column.get());
            names.add(column.get().name());
        }
        // where a formula belongs to the reference, the columns alone need not be unique
        boolean isWhole = attribute.joinFormulas().isEmpty();
        if (attribute.has(Jpa.ONE_TO_ONE) && !attribute.identifying() && isWhole) {
            result.uniques().add(names);
        }
        reference(attribute, target.get(), names).ifPresent(result.references()::add);
        return result;
    }

    /** Returns whether the attribute refers to one entity. */
    static boolean isToOne(Attribute attribute) {
        return toOne(attribute).isPresent();
    }

    static Optional<TypeMirror> targetEntity(Attribute attribute) {
        return toOne(attribute).flatMap(a -> a.classValue("targetEntity"));
    }

    private static Optional<AnnotationValues> toOne(Attribute attribute) {
        return attribute.annotation(Jpa.MANY_TO_ONE).or(() -> attribute.annotation(Jpa.ONE_TO_ONE));
    }

    private Optional<MappedColumn> column(Attribute attribute, TargetReader.Joined joined, boolean single) {
        Optional<AnnotationValues> join = joined.join();
        Optional<String> text = join.flatMap(j -> j.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> parts.definition(attribute, t));
        if (text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        String logicalName = join.flatMap(j -> j.text("name"))
                .orElseGet(() -> context.naming().physical(implicitName(attribute.name(), joined.logicalName())));
        SqlType type = definition
                .map(ColumnDefinition::type)
                .orElse(joined.target().column().type());
        boolean required = attribute.identifying()
                || ToOneTableReader.isJoinedByTable(attribute)
                || toOne(attribute).map(a -> !a.flag("optional", true)).orElse(false)
                || join.map(j -> !j.flag("nullable", true)).orElse(false)
                || definition.map(ColumnDefinition::notNull).orElse(false)
                || new ValidationReader(context).read(attribute).notNull();
        Column column = Column.of(context.naming().raw(logicalName), type, !required)
                .withDefault(ColumnParts.defaultValue(attribute, definition))
                .withComment(ColumnParts.comment(join));
        boolean unique = join.map(j -> j.flag("unique", false)).orElse(false);
        // Hibernate takes no notice of @Check on several columns
        List<MappedColumn.Check> checks =
                single ? parts.checks(attribute.element(), join) : parts.checksOf(attribute.element(), join);
        return parts.withOptions(attribute, join, column)
                .map(c -> new MappedColumn(attribute, logicalName, c, unique, checks));
    }

    /** {@code customer_id}: the attribute and the column referenced; quoted where that one is. */
    static String implicitName(String stem, String referenced) {
        String name = stem + "_" + Naming.unquoted(referenced);
        return Naming.isQuoted(referenced) ? Naming.quoted(name) : name;
    }

    private Optional<MappedReference> reference(Attribute attribute, TargetReader.Target target, List<String> columns) {
        ForeignKeyAnnotations keys = ForeignKeyAnnotations.ofToOne(attribute);
        boolean isOff = keys.isOff() && !ToOneTableReader.isJoinedByTable(attribute);
        if (isOff || attribute.has(Jpa.NOT_FOUND)) {
            return Optional.empty();
        }
        return Optional.of(new MappedReference(
                keys.name().map(context.naming()::rawConstraint),
                columns,
                target.table(),
                target.columns(),
                onDelete(attribute),
                keys.options(),
                targets.isConstrained(attribute, target)));
    }

    static boolean isOff(Optional<AnnotationValues> foreignKey) {
        return foreignKey
                .flatMap(k -> k.constant("value"))
                .filter("NO_CONSTRAINT"::equals)
                .isPresent();
    }

    static ReferentialAction onDelete(Attribute attribute) {
        return attribute
                .annotation(Jpa.ON_DELETE)
                .flatMap(a -> a.constant("action"))
                .map(ReferentialAction::valueOf)
                .orElse(ReferentialAction.NO_ACTION);
    }
}
