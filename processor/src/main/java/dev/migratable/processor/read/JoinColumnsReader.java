package dev.migratable.processor.read;

import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the columns of a collection's table that reference the rows on one of its sides. */
final class JoinColumnsReader {

    private final ReadContext context;
    private final Attribute attribute;
    private final ColumnParts columnParts;

    private final ReferentialAction onDelete;
    private final boolean contributed;
    private final Optional<String> only;

    JoinColumnsReader(ReadContext context, Attribute attribute) {
        this(context, attribute, ReferentialAction.NO_ACTION, false, Optional.empty());
    }

    private JoinColumnsReader(
            ReadContext context,
            Attribute attribute,
            ReferentialAction onDelete,
            boolean contributed,
            Optional<String> only) {
        this.context = context;
        this.attribute = attribute;
        this.columnParts = new ColumnParts(context);
        this.onDelete = onDelete;
        this.contributed = contributed;
        this.only = only;
    }

    /** Returns one for a foreign key with an action. */
    JoinColumnsReader withOnDelete(ReferentialAction action) {
        return new JoinColumnsReader(context, attribute, action, contributed, only);
    }

    /** Returns one that calls a column so that is the only one and has no name. */
    JoinColumnsReader withName(String name) {
        return new JoinColumnsReader(context, attribute, onDelete, contributed, Optional.of(name));
    }

    /** Returns one for columns in the table of the elements, where they can be NULL. */
    JoinColumnsReader inElements() {
        return new JoinColumnsReader(context, attribute, onDelete, true, only);
    }

    /**
     * Adds the columns and their foreign key; false where they cannot be read, which is then reported.
     *
     * @param target what they reference
     * @param stem the first part of the names that are not given
     * @param keys the foreign key's annotations
     * @param parts where they are added
     */
    boolean read(TargetReader.Target target, String stem, ForeignKeyAnnotations keys, MappedParts parts) {
        List<String> names = new ArrayList<>();
        for (TargetReader.Joined joined : target.joined()) {
            Optional<AnnotationValues> join = joined.join();
            if (!columnParts.understands(attribute, join)) {
                return false;
            }
            Optional<MappedColumn> column = column(joined, stem, target.joined().size() == 1);
            if (column.isEmpty()) {
                return false;
            }
            parts.columns().add(column.get());
            names.add(column.get().name());
        }
        if (!keys.isRead(context, attribute.element(), onDelete)) {
            return false;
        }
        if (!keys.isOff() && new TargetReader(context).isConstrained(attribute, target)) {
            parts.references()
                    .add(new MappedReference(
                                    keys.name().map(context.naming()::rawConstraint),
                                    names,
                                    target.table(),
                                    target.columns(),
                                    onDelete)
                            .withOptions(keys.options()));
        }
        return true;
    }

    private Optional<MappedColumn> column(TargetReader.Joined joined, String stem, boolean single) {
        Optional<AnnotationValues> join = joined.join();
        Optional<String> text = join.flatMap(j -> j.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> columnParts.definition(attribute, t));
        if (text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        String logical = join.flatMap(j -> j.text("name"))
                .or(() -> only.filter(name -> single))
                .orElseGet(() -> context.naming().physical(AssociationReader.implicitName(stem, joined.logicalName())));
        Column column = Column.of(
                        context.naming().raw(logical),
                        definition
                                .map(ColumnDefinition::type)
                                .orElse(joined.target().column().type()),
                        contributed && join.map(j -> j.flag("nullable", true)).orElse(true))
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue))
                .withComment(join.flatMap(j -> j.text("comment")));
        boolean unique = join.map(j -> j.flag("unique", false)).orElse(false);
        List<MappedColumn.Check> checks = new ArrayList<>();
        for (AnnotationValues check : join.map(j -> j.annotations("check")).orElse(List.of())) {
            check.text("constraint")
                    .ifPresent(c -> checks.add(
                            new MappedColumn.Check(check.text("name").map(context.naming()::rawConstraint), c)));
        }
        return columnParts
                .withOptions(attribute, join, column)
                .map(c -> new MappedColumn(attribute, logical, c, unique, checks));
    }
}
