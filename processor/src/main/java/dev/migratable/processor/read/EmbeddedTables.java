package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * Knows which secondary table {@code @EmbeddedTable} puts the columns of an embedded attribute into, those of embeddables
 * within it included. Hibernate takes the annotation on an attribute of an entity or a mapped superclass alone, and leaves
 * what is no plain column of the embeddable where it would be without it.
 */
final class EmbeddedTables {

    private final ReadContext context;

    EmbeddedTables(ReadContext context) {
        this.context = context;
    }

    /** Returns the attribute with the annotation that an attribute is in. */
    static Optional<Attribute> holder(Attribute attribute) {
        List<Attribute> holders = attribute.place().holders();
        if (holders.isEmpty() || table(holders.get(0)).isEmpty()) {
            return Optional.empty();
        }
        boolean isInCollection = holders.stream().anyMatch(h -> EntityColumns.isCollection(h.element()));
        return isInCollection ? Optional.empty() : Optional.of(holders.get(0));
    }

    /** Returns the table that the attribute's column is in because of it. */
    static Optional<String> of(Attribute attribute) {
        return holder(attribute).flatMap(EmbeddedTables::table);
    }

    private static Optional<String> table(Attribute attribute) {
        return attribute.annotations().find(Jpa.EMBEDDED_TABLE).flatMap(a -> a.text("value"));
    }

    /** Returns whether Hibernate takes the annotation where it is, if there is one; otherwise that is reported. */
    boolean allow(Attribute attribute) {
        if (!attribute.annotations().has(Jpa.EMBEDDED_TABLE)) {
            return true;
        }
        Element element = attribute.element();
        if (!attribute.place().holders().isEmpty()) {
            String fact = "@EmbeddedTable is within an embeddable, where Hibernate fails";
            return refuse(element, fact, "Write it on the attribute of the entity, for all that is embedded there");
        }
        if (attribute.identifying() || attribute.has(Jpa.NATURAL_ID)) {
            String fact = "@EmbeddedTable is on an identifier, where Hibernate fails";
            return refuse(element, fact, "Take it away: an identifier is in the entity's own table");
        }
        if (EntityColumns.isCollection(attribute) || !EntityColumns.isEmbedded(attribute)) {
            String fact =
                    "@EmbeddedTable is on an attribute that is no embeddable with columns of its own, where Hibernate"
                            + " fails or takes no notice of it";
            return refuse(element, fact, "Say table in @Column, @JoinColumn or @CollectionTable");
        }
        return table(attribute).isPresent()
                || refuse(element, "@EmbeddedTable names no table", "Say the name of a @SecondaryTable");
    }

    /** Returns whether Hibernate puts what is within the embeddable into its table, too; otherwise that is reported. */
    boolean isMoved(Attribute attribute) {
        Optional<String> table = of(attribute);
        if (table.isEmpty() || EntityColumns.isCollection(attribute) || AssociationReader.isInverse(attribute)) {
            return true;
        }
        String said = "table = \"" + table.get() + "\"";
        if (AssociationReader.isToOne(attribute) || attribute.has(Jpa.ANY)) {
            List<AnnotationValues> joins = attribute.joinColumns();
            boolean isSaid = !joins.isEmpty() && joins.stream().allMatch(join -> names(join, table.get()));
            String fact =
                    "@EmbeddedTable does not hold for the column of an association, and Hibernate fails or leaves it in"
                            + " the entity's own table";
            return isSaid || refuse(attribute.element(), fact, "Add @JoinColumn(" + said + ")");
        }
        if (AggregateReader.isAggregate(attribute)) {
            String fact =
                    "@EmbeddedTable does not hold for an embeddable that is stored as one value, which Hibernate leaves in"
                            + " the entity's own table";
            return refuse(attribute.element(), fact, "Make it an attribute of the entity");
        }
        boolean isElsewhere = attribute
                .annotation(Jpa.COLUMN)
                .filter(column -> column.text("table").isPresent() && !names(column, table.get()))
                .isPresent();
        String fact = "@EmbeddedTable on the embedded attribute says another table, and Hibernate goes by that";
        return !isElsewhere || refuse(attribute.element(), fact, "Say " + said + ", or take table away");
    }

    private boolean names(AnnotationValues column, String table) {
        return column.text("table")
                .map(context.naming()::raw)
                .filter(context.naming().raw(table)::equals)
                .isPresent();
    }

    private boolean refuse(Element element, String fact, String fix) {
        context.error(element, Problem.BAD_MEMBER, fact, fix);
        return false;
    }
}
