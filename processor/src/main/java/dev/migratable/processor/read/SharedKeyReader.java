package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.report.TypeText;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Reads a {@code @OneToOne} with {@code @PrimaryKeyJoinColumn}: the entity's key is that of the other entity, too. It has
 * no column, and a foreign key where it is not optional.
 */
final class SharedKeyReader {

    private final ReadContext context;

    SharedKeyReader(ReadContext context) {
        this.context = context;
    }

    /**
     * Returns whether an association has the entity's key for its columns; others, and what derives the key with
     * {@code @MapsId}, Hibernate reads without the annotation.
     */
    static boolean isByKey(Attribute attribute) {
        return attribute.has(Jpa.ONE_TO_ONE)
                && !attribute.has(Jpa.MAPS_ID)
                && !AssociationReader.isInverse(attribute)
                && (attribute.has(Jpa.PRIMARY_KEY_JOIN_COLUMN) || attribute.has(Jpa.PRIMARY_KEY_JOIN_COLUMNS));
    }

    /** Reports an association that cannot share the entity's key. */
    void check(Attribute attribute, MappedParts parts) {
        new DeclarationReader(context).rejectOn(attribute);
        boolean isPlaced = attribute.place().holders().isEmpty()
                && !attribute.identifying()
                && !attribute.has(Jpa.JOIN_TABLE)
                && attribute.joinColumns().isEmpty();
        if (!isPlaced) {
            String fact =
                    "@PrimaryKeyJoinColumn in an identifier, an embeddable, or beside @JoinColumn or @JoinTable is"
                            + " not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Use @JoinColumn, or @MapsId, alone");
            parts.fail();
        }
    }

    /** Adds the foreign key, where there is one. */
    void reference(TypeElement entity, Attribute attribute, MappedParts parts) {
        boolean isConstrained = attribute
                .annotation(Jpa.ONE_TO_ONE)
                .map(a -> !a.flag("optional", true))
                .orElse(false);
        if (!isConstrained || attribute.has(Jpa.NOT_FOUND) || !parts.isComplete()) {
            return;
        }
        if (KeyReader.isJoined(entity)) {
            String fact = "@PrimaryKeyJoinColumn in a JOINED subclass is not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Make it optional, or use @JoinColumn");
            parts.fail();
            return;
        }
        MappedParts key = new KeyReader(context, true).read(entity);
        Optional<TargetReader.Target> target =
                new TargetReader(context).read(attribute, AssociationReader.targetEntity(attribute), List.of());
        if (target.isEmpty() || !key.isComplete()) {
            parts.fail();
        } else if (!types(key.columns())
                .equals(types(target.get().joined().stream()
                        .map(TargetReader.Joined::target)
                        .toList()))) {
            String fact = "its key is not like that of " + TypeText.of(attribute.type());
            context.error(attribute.element(), Problem.ASSOCIATION, fact, "Use @JoinColumn, or @MapsId, alone");
            parts.fail();
        } else if (target.get().constrained()) {
            List<String> columns =
                    key.columns().stream().map(MappedColumn::name).toList();
            parts.references()
                    .add(new MappedReference(
                            Optional.empty(),
                            columns,
                            target.get().table(),
                            target.get().columns(),
                            AssociationReader.onDelete(attribute)));
        }
    }

    private static List<SqlType> types(List<MappedColumn> columns) {
        return columns.stream().map(c -> c.column().type()).toList();
    }
}
