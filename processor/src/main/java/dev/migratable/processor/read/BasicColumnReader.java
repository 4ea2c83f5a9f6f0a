package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.BasicTypes;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.processor.type.Facets;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the column of a basic attribute. */
final class BasicColumnReader {

    /** The length that {@code @Column} has where none is written; it cannot be told from an explicit 255. */
    private static final int DEFAULT_LENGTH = 255;

    private final ReadContext context;
    private final ColumnParts parts;
    private final EnumeratedReader enums;

    BasicColumnReader(ReadContext context) {
        this.context = context;
        this.parts = new ColumnParts(context);
        this.enums = new EnumeratedReader(context);
    }

    /** Returns the name of the attribute's column as the mapping writes it. */
    static String logicalName(Attribute attribute) {
        return attribute.annotation(Jpa.COLUMN).flatMap(c -> c.text("name")).orElse(attribute.name());
    }

    /** Returns the column; empty where it cannot be read, which is then reported. */
    Optional<MappedColumn> read(Attribute attribute) {
        Optional<AnnotationValues> column = attribute.annotation(Jpa.COLUMN);
        Optional<String> text = column.flatMap(c -> c.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> parts.definition(attribute, t));
        boolean broken = !parts.understands(attribute, column) || text.isPresent() && definition.isEmpty();
        if (broken) {
            return Optional.empty();
        }
        String name = context.naming().raw(logicalName(attribute));
        return type(attribute, definition).map(type -> {
            List<MappedColumn.Check> checks = new ArrayList<>(parts.checks(attribute.element(), column));
            enums.check(attribute, name).ifPresent(checks::add);
            Column read = Column.of(name, type, nullable(attribute, column, definition))
                    .withDefault(ColumnParts.defaultValue(attribute, definition))
                    .withComment(ColumnParts.comment(attribute, column));
            boolean unique = column.map(c -> c.flag("unique", false)).orElse(false);
            return new MappedColumn(attribute, logicalName(attribute), read, unique, checks);
        });
    }

    private Optional<SqlType> type(Attribute attribute, Optional<ColumnDefinition> definition) {
        if (definition.isPresent()) {
            return definition.map(ColumnDefinition::type);
        }
        if (context.unit().isConverted(attribute.type())) {
            String wayOut = MappingVocabulary.wayOut("Convert");
            context.error(attribute.element(), Problem.UNREAD_ANNOTATION, "Converter(autoApply = true)", wayOut);
            return Optional.empty();
        }
        Facets facets = facets(attribute);
        if (BasicTypes.isEnum(attribute.type())) {
            return enums.type(attribute, facets);
        }
        Optional<SqlType> type = BasicTypes.of(attribute.type(), facets);
        if (type.isEmpty()) {
            context.error(attribute.element(), Problem.UNKNOWN_TYPE, describe(attribute, facets));
        }
        return type;
    }

    private static String describe(Attribute attribute, Facets facets) {
        String large = facets.large() ? "@Lob " : "";
        String precision = facets.precision().isPresent()
                ? " with precision " + facets.precision().getAsInt()
                : "";
        return large + attribute.type() + precision;
    }

    /**
     * A primitive is NOT NULL by itself, but {@code @Column} says nullable where it does not say otherwise, and so does
     * Hibernate of one in an embeddable, which may be null as a whole, unless {@code @Basic} is on it.
     */
    private static boolean nullable(
            Attribute attribute, Optional<AnnotationValues> column, Optional<ColumnDefinition> definition) {
        boolean isEmbedded = !attribute.place().holders().isEmpty();
        boolean required = attribute.identifying()
                || attribute.has(Jpa.VERSION)
                || attribute
                        .annotation(Jpa.BASIC)
                        .map(b -> !b.flag("optional", true))
                        .orElse(false)
                || definition.map(ColumnDefinition::notNull).orElse(false)
                || column.map(c -> !c.flag("nullable", true)).orElse(false)
                || column.isEmpty() && attribute.type().getKind().isPrimitive() && (!isEmbedded || attribute.has(Jpa.BASIC))
                || isStampedOnInsert(attribute);
        return !required;
    }

    /** Hibernate makes a column NOT NULL, whatever else is said, where it gives every new row a time. */
    private static boolean isStampedOnInsert(Attribute attribute) {
        boolean current = attribute
                .annotation(Jpa.CURRENT_TIMESTAMP)
                .map(c -> c.constants("event"))
                .filter(events -> events.isEmpty() || events.contains("INSERT"))
                .isPresent();
        return current || attribute.has(Jpa.CREATION_TIMESTAMP) || attribute.has(Jpa.UPDATE_TIMESTAMP);
    }

    private static Facets facets(Attribute attribute) {
        Optional<AnnotationValues> column = attribute.annotation(Jpa.COLUMN);
        int length = column.map(c -> c.integer("length", DEFAULT_LENGTH)).orElse(DEFAULT_LENGTH);
        int precision = column.map(c -> c.integer("precision", 0)).orElse(0);
        int seconds = column.map(c -> c.integer("secondPrecision", -1)).orElse(-1);
        return new Facets(
                length == DEFAULT_LENGTH ? OptionalInt.empty() : OptionalInt.of(length),
                precision == 0 ? OptionalInt.empty() : OptionalInt.of(precision),
                column.map(c -> c.integer("scale", 0)).orElse(0),
                seconds < 0 ? OptionalInt.empty() : OptionalInt.of(seconds),
                attribute.annotation(Jpa.TEMPORAL).flatMap(t -> t.constant("value")),
                attribute.has(Jpa.LOB));
    }
}
