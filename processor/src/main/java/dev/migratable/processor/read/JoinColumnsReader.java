package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the columns of a collection's table that reference the rows on one of its sides. */
final class JoinColumnsReader {

    private final ReadContext context;
    private final Attribute attribute;
    private final ColumnParts columnParts;

    JoinColumnsReader(ReadContext context, Attribute attribute) {
        this.context = context;
        this.attribute = attribute;
        this.columnParts = new ColumnParts(context);
    }

    /**
     * Adds the columns and their foreign key; false where they cannot be read, which is then reported.
     *
     * @param target what they reference
     * @param stem the first part of the names that are not given
     * @param table the table's annotation
     * @param foreignKey the member of it that has the foreign key
     * @param parts where they are added
     */
    boolean read(
            TargetReader.Target target,
            String stem,
            Optional<AnnotationValues> table,
            String foreignKey,
            MappedParts parts) {
        List<String> names = new ArrayList<>();
        Optional<AnnotationValues> key = table.flatMap(t -> t.annotation(foreignKey));
        for (TargetReader.Joined joined : target.joined()) {
            Optional<AnnotationValues> join = joined.join();
            if (!columnParts.understands(attribute, join)) {
                return false;
            }
            key = key.or(() -> join.flatMap(j -> j.annotation("foreignKey")));
            Optional<MappedColumn> column = column(joined, stem);
            if (column.isEmpty()) {
                return false;
            }
            parts.columns().add(column.get());
            names.add(column.get().name());
        }
        if (key.flatMap(k -> k.text("foreignKeyDefinition")).isPresent()) {
            String fact = "'foreignKeyDefinition' of a foreign key is not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Use name and value");
            return false;
        }
        if (!AssociationReader.isOff(key)) {
            parts.references()
                    .add(new MappedReference(
                            key.flatMap(k -> k.text("name")).map(context.naming()::rawConstraint),
                            names,
                            target.table(),
                            target.columns(),
                            AssociationReader.onDelete(attribute)));
        }
        return true;
    }

    private Optional<MappedColumn> column(TargetReader.Joined joined, String stem) {
        Optional<AnnotationValues> join = joined.join();
        Optional<String> text = join.flatMap(j -> j.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> columnParts.definition(attribute, t));
        if (text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        String logical = join.flatMap(j -> j.text("name"))
                .orElseGet(() -> AssociationReader.implicitName(stem, joined.logicalName()));
        Column column = Column.of(
                        context.naming().raw(logical),
                        definition
                                .map(ColumnDefinition::type)
                                .orElse(joined.target().column().type()),
                        false)
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue))
                .withComment(join.flatMap(j -> j.text("comment")));
        boolean unique = join.map(j -> j.flag("unique", false)).orElse(false);
        List<MappedColumn.Check> checks = new ArrayList<>();
        for (AnnotationValues check : join.map(j -> j.annotations("check")).orElse(List.of())) {
            check.text("constraint")
                    .ifPresent(c -> checks.add(
                            new MappedColumn.Check(check.text("name").map(context.naming()::rawConstraint), c)));
        }
        return Optional.of(new MappedColumn(attribute, logical, column, unique, checks));
    }
}
