package dev.migratable.processor.read;

import dev.migratable.normalize.ColumnOptionReader;
import dev.migratable.processor.report.Problem;
import dev.migratable.schema.Column;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Reads the columns of the key that an entity's table has. That of a JOINED subclass is made of columns of its own, which
 * reference the key of the entity above.
 */
final class KeyReader {

    private final ReadContext context;
    private final boolean keyOrder;

    /**
     * Creates a reader.
     *
     * @param context what every reader needs
     * @param keyOrder whether the columns come in the order that they have in the key, or in that of the source
     */
    KeyReader(ReadContext context, boolean keyOrder) {
        this.context = context;
        this.keyOrder = keyOrder;
    }

    /** Returns whether an entity's table has a key that references another table. */
    static boolean isJoined(TypeElement entity) {
        return !Inheritance.isRoot(entity) && Inheritance.strategy(entity) == Inheritance.Strategy.JOINED;
    }

    /**
     * Returns the columns of an entity's key in its order; empty where one cannot be read, which is then reported. They are
     * read once, however many associations reference the entity.
     */
    static Optional<List<MappedColumn>> columns(ReadContext context, TypeElement entity) {
        List<MappedColumn> known = context.keys().get(entity);
        if (known != null) {
            return Optional.of(known);
        }
        MappedParts key = new KeyReader(context, true).read(entity);
        if (!key.isComplete()) {
            return Optional.empty();
        }
        List<MappedColumn> columns = List.copyOf(key.columns());
        context.keys().put(entity, columns);
        return Optional.of(columns);
    }

    /** Reads the key's columns, and what they reference; what cannot be read is reported. */
    MappedParts read(TypeElement entity) {
        Optional<TypeElement> superEntity = Inheritance.superEntity(entity);
        if (superEntity.isPresent() && isJoined(entity)) {
            return joined(entity, superEntity.get());
        }
        EntityColumns columns = keyOrder ? EntityColumns.inKeyOrder(context) : new EntityColumns(context);
        return columns.identifier(Inheritance.root(entity));
    }

    private MappedParts joined(TypeElement entity, TypeElement superEntity) {
        List<AnnotationValues> joins =
                AnnotationValues.repeated(entity, Jpa.PRIMARY_KEY_JOIN_COLUMN, Jpa.PRIMARY_KEY_JOIN_COLUMNS);
        Optional<AnnotationValues> key = AnnotationValues.find(entity, Jpa.PRIMARY_KEY_JOIN_COLUMN)
                .or(() -> AnnotationValues.find(entity, Jpa.PRIMARY_KEY_JOIN_COLUMNS))
                .flatMap(a -> a.annotation("foreignKey"));
        ReferentialAction onDelete = AnnotationValues.find(entity, Jpa.ON_DELETE)
                .flatMap(a -> a.constant("action"))
                .map(ReferentialAction::valueOf)
                .orElse(ReferentialAction.NO_ACTION);
        MappedParts result = linked(entity, superEntity, joins, key, onDelete);
        if (AssociationReader.isOff(key)) {
            result.references().clear();
        }
        return result;
    }

    /** Reads the key of a secondary table, which references the entity's own; what cannot be read is reported. */
    MappedParts linked(TypeElement entity, AnnotationValues secondary) {
        Optional<AnnotationValues> key = secondary.annotation("foreignKey");
        String name = secondary.text("name").orElse("");
        // Hibernate finds the foreign key's annotation by the table's name, and only where no strategy has changed that
        boolean isFound = context.naming().raw(name).equalsIgnoreCase(Naming.unquoted(name));
        List<AnnotationValues> joins = secondary.annotations("pkJoinColumns");
        if (!isFound && DefinitionOptions.text(key).isPresent()) {
            String fact =
                    "Hibernate passes over the @ForeignKey of a @SecondaryTable whose name a strategy has changed";
            fail(entity, fact, "Name the table as the strategy does");
        }
        MappedParts result = linked(entity, entity, joins, key, ReferentialAction.NO_ACTION);
        if (isFound && AssociationReader.isOff(key)) {
            result.references().clear();
        }
        return result;
    }

    /** Reads the key of a to-one association's join table, which references the entity's own, as that of a secondary one. */
    MappedParts linkedByJoinTable(TypeElement entity, AnnotationValues joinTable) {
        Optional<AnnotationValues> key = joinTable.annotation("foreignKey");
        // Hibernate makes the foreign key whatever is said of it
        if (DefinitionOptions.text(key).isPresent()) {
            String fact = "Hibernate passes over the 'options' of the @ForeignKey of a to-one association's @JoinTable";
            fail(entity, fact, "Remove them");
        }
        List<AnnotationValues> joins = joinTable.annotations("joinColumns");
        return linked(entity, entity, joins, key, ReferentialAction.NO_ACTION);
    }

    /** Makes the columns of a key that references another, and the foreign key. */
    private MappedParts linked(
            TypeElement entity,
            TypeElement target,
            List<AnnotationValues> joins,
            Optional<AnnotationValues> foreignKey,
            ReferentialAction onDelete) {
        MappedParts above = read(target);
        MappedParts result = new MappedParts();
        if (!above.isComplete()
                || !ForeignKeyAnnotations.of(foreignKey).isRead(context, entity, onDelete)
                || !isRead(entity, joins, above.columns())
                || !isCarried(entity, target, joins, above.columns())) {
            result.fail();
            return result;
        }
        List<String> names = new ArrayList<>();
        for (MappedColumn column : above.columns()) {
            Optional<MappedColumn> own =
                    column(entity, column, join(joins, column), Naming.isQuoted(TargetReader.tableName(target)));
            if (own.isEmpty()) {
                result.fail();
                return result;
            }
            result.columns().add(own.get());
            names.add(own.get().name());
        }
        List<String> referenced =
                above.columns().stream().map(MappedColumn::name).toList();
        QualifiedName table = new TargetReader(context).table(target);
        Optional<String> name = foreignKey.flatMap(k -> k.text("name")).map(context.naming()::rawConstraint);
        result.references()
                .add(new MappedReference(name, names, table, referenced, onDelete)
                        .withOptions(DefinitionOptions.text(foreignKey)));
        return result;
    }

    private boolean isCarried(
            TypeElement entity, TypeElement target, List<AnnotationValues> joins, List<MappedColumn> targets) {
        KeyTypes types = new KeyTypes(context);
        boolean carried = targets.stream().allMatch(c -> types.isCarried(entity, target, c, join(joins, c)));
        return carried && (!joins.isEmpty() || types.areCarried(entity, target, targets));
    }

    private Optional<AnnotationValues> join(List<AnnotationValues> joins, MappedColumn target) {
        ColumnNames names = new ColumnNames(List.of(target), context.naming());
        return joins.size() == 1
                ? Optional.of(joins.get(0))
                : joins.stream()
                        .filter(j -> names.column(j.text("referencedColumnName").orElse(""))
                                .isPresent())
                        .findFirst();
    }

    private boolean isRead(TypeElement entity, List<AnnotationValues> joins, List<MappedColumn> targets) {
        if (!joins.isEmpty() && joins.size() != targets.size()) {
            String fact = "the key has " + targets.size() + " columns, and there are " + joins.size() + " @"
                    + joins.get(0).simpleName();
            return fail(entity, fact, "Write one for each column");
        }
        for (AnnotationValues join : joins) {
            if (join.text("columnDefinition").filter(d -> !d.matches("\\w+")).isPresent()) {
                // Hibernate puts anything else into quotes, and PostgreSQL finds no such type
                String fact = "'columnDefinition' of @" + join.simpleName() + " is not the name of a type alone";
                return fail(entity, fact, "Remove it: the type is that of the column referenced");
            }
        }
        for (MappedColumn target : targets) {
            if (!joins.isEmpty() && join(joins, target).isEmpty()) {
                String fact = "no @" + joins.get(0).simpleName() + " references the column '" + target.name() + "'";
                return fail(entity, fact, "Name each with referencedColumnName");
            }
        }
        return true;
    }

    private boolean fail(TypeElement entity, String fact, String fix) {
        context.error(entity, Problem.BAD_MEMBER, fact, fix);
        return false;
    }

    /** A column with a name of its own is declared on the class; otherwise what is declared on the identifier holds. */
    private Optional<MappedColumn> column(
            TypeElement entity, MappedColumn target, Optional<AnnotationValues> join, boolean quotedTable) {
        Optional<String> explicit = join.flatMap(j -> j.text("name"));
        Attribute attribute = target.attribute();
        if (explicit.isPresent()) {
            attribute = Attribute.ofClass(context, attribute.name(), entity).asIdentifying();
        }
        // to what references it, a name that was taken over is the one that the naming strategy has made of it
        String implicit = quotedTable
                ? Naming.quoted(target.logicalName())
                : context.naming().physical(target.logicalName());
        String logical = explicit.orElse(implicit);
        SqlType type = join.flatMap(j -> j.text("columnDefinition"))
                .map(SqlType::parse)
                .orElse(target.column().type());
        Column column =
                Column.of(context.naming().raw(logical), type, false).withComment(join.flatMap(j -> j.text("comment")));
        Attribute own = attribute;
        return new DefinitionOptions(context)
                .apply(entity, join, column, ColumnOptionReader::read)
                .map(c -> new MappedColumn(own, logical, c, false, List.of()));
    }
}
