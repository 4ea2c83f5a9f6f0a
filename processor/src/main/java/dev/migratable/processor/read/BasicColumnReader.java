package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.processor.type.Facets;
import dev.migratable.schema.Column;
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
    private final ColumnTypeReader types;

    BasicColumnReader(ReadContext context) {
        this.context = context;
        this.parts = new ColumnParts(context);
        this.types = new ColumnTypeReader(context);
    }

    /** Returns the name of the attribute's column as the mapping writes it. */
    static String logicalName(Attribute attribute) {
        String written =
                attribute.annotation(Jpa.COLUMN).flatMap(c -> c.text("name")).orElse(attribute.name());
        return ColumnPattern.apply(attribute, written);
    }

    /** Returns the column; empty where it cannot be read, which is then reported. */
    Optional<MappedColumn> read(Attribute attribute) {
        if (TimeZoneColumnReader.hasColumn(attribute)) {
            String fact = "@TimeZoneStorage with a column of its own is not read on a collection";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Use TimeZoneStorageType.NATIVE");
            return Optional.empty();
        }
        return column(attribute);
    }

    /** Returns the attribute's columns: one, and another where the time zone has one of its own. */
    Optional<List<MappedColumn>> readAll(Attribute attribute) {
        Optional<MappedColumn> column = column(attribute);
        if (column.isEmpty() || !TimeZoneColumnReader.hasColumn(attribute)) {
            return column.map(List::of);
        }
        return new TimeZoneColumnReader(context).read(attribute, column.get()).map(zone -> List.of(column.get(), zone));
    }

    private Optional<MappedColumn> column(Attribute attribute) {
        // what has a column for its time zone is composite to Hibernate, which then heeds the annotation where that has
        // a name
        boolean isComposite = TimeZoneColumnReader.hasColumn(attribute);
        Optional<AnnotationValues> column = attribute
                .annotation(Jpa.COLUMN)
                .filter(c -> !isComposite || c.text("name").isPresent());
        Optional<String> text = column.flatMap(c -> c.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> parts.definition(attribute, t));
        boolean broken = !parts.understands(attribute, column) || text.isPresent() && definition.isEmpty();
        if (broken) {
            return Optional.empty();
        }
        String name = context.naming().raw(logicalName(attribute));
        ValidationReader.Limits constraints = new ValidationReader(context).read(attribute);
        boolean isWithinStruct = attribute.place().holders().stream().anyMatch(StructReader::isStruct);
        ValidationReader.Limits limits = isWithinStruct ? constraints.withoutLengths() : constraints;
        Optional<ColumnTypeReader.ColumnType> type =
                types.read(attribute, facets(attribute, limits), definition.map(ColumnDefinition::type));
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<MappedColumn.Check> checks = new ArrayList<>(
                isComposite ? parts.checksOf(attribute.element(), column) : parts.checks(attribute.element(), column));
        boolean isStruct = StructReader.isOne(attribute);
        String quoted = ColumnNames.sql(name);
        if (type.get().check().isPresent()) {
            checks.add(new MappedColumn.Check(
                    Optional.empty(), quoted + type.get().check().get()));
        }
        for (String comparison : limits.comparisons()) {
            addNew(checks, quoted + comparison);
        }
        boolean nullable = attribute.has(Jpa.GENERATED_COLUMN) // behind the expression Hibernate writes no NOT NULL
                || nullable(attribute, column, definition) && (isComposite || isStruct || !limits.notNull());
        Optional<String> ofParts = type.get().parts();
        if (ofParts.isPresent() && !checks.isEmpty()) {
            String fact = "a check is on an attribute with @Struct, beside what Hibernate checks of what is in it";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Write the check on the class");
            return Optional.empty();
        }
        ofParts.map(condition -> nullable ? StructReader.nullable(quoted, condition) : condition)
                .ifPresent(condition -> checks.add(new MappedColumn.Check(Optional.empty(), condition)));
        Column read = parts.complete(Column.of(name, type.get().type(), nullable), attribute, column, definition);
        if (isComposite) {
            read = read.withDefault(definition.flatMap(ColumnDefinition::defaultValue));
        }
        boolean unique = column.isPresent() && column.get().flag("unique", false);
        return parts.withOptions(attribute, column, read)
                .map(c -> new MappedColumn(attribute, logicalName(attribute), c, unique, checks));
    }

    private static void addNew(List<MappedColumn.Check> checks, String comparison) {
        for (MappedColumn.Check known : checks) {
            if (known.expression().equalsIgnoreCase(comparison)) {
                return;
            }
        }
        checks.add(new MappedColumn.Check(Optional.empty(), comparison));
    }

    /**
     * A primitive is NOT NULL by itself, but {@code @Column} says nullable where it does not say otherwise, and so does
     * Hibernate of one in an embeddable, which may be null as a whole, unless {@code @Basic} is on it.
     */
    private static boolean nullable(
            Attribute attribute, Optional<AnnotationValues> column, Optional<ColumnDefinition> definition) {
        boolean isEmbedded = !attribute.place().holders().isEmpty();
        Optional<AnnotationValues> basic = attribute.annotation(Jpa.BASIC);
        boolean saidByBasic =
                basic.isPresent() && !basic.get().flag("optional", true) && !TimeZoneColumnReader.hasColumn(attribute);
        boolean required = attribute.identifying()
                || attribute.has(Jpa.VERSION)
                || attribute.has(Jpa.TENANT_ID)
                || saidByBasic
                || definition.isPresent() && definition.get().notNull()
                || column.isPresent() && !column.get().flag("nullable", true)
                || column.isEmpty() && attribute.type().getKind().isPrimitive() && (!isEmbedded || basic.isPresent())
                || isStampedOnInsert(attribute);
        return !required;
    }

    /** Hibernate makes a column NOT NULL, whatever else is said, where it gives every new row a time. */
    private static boolean isStampedOnInsert(Attribute attribute) {
        Optional<AnnotationValues> stamp = attribute.annotation(Jpa.CURRENT_TIMESTAMP);
        if (stamp.isPresent()) {
            List<String> events = stamp.get().constants("event");
            if (events.isEmpty() || events.contains("INSERT")) {
                return true;
            }
        }
        return attribute.has(Jpa.CREATION_TIMESTAMP) || attribute.has(Jpa.UPDATE_TIMESTAMP);
    }

    private static Facets facets(Attribute attribute, ValidationReader.Limits limits) {
        Optional<AnnotationValues> column = attribute.annotation(Jpa.COLUMN);
        int written = column.map(c -> c.integer("length", DEFAULT_LENGTH)).orElse(DEFAULT_LENGTH);
        int length = limits.length().orElse(written);
        int precision = column.map(c -> c.integer("precision", 0)).orElse(0);
        OptionalInt digits = precision == 0 ? OptionalInt.empty() : OptionalInt.of(precision);
        int scale = column.map(c -> c.integer("scale", 0)).orElse(0);
        boolean limited = limits.precision().isPresent();
        return new Facets(
                length == DEFAULT_LENGTH ? OptionalInt.empty() : OptionalInt.of(length),
                limited ? limits.precision() : digits,
                limited ? limits.scale() : scale,
                secondPrecision(attribute, column),
                attribute.annotation(Jpa.TEMPORAL).flatMap(t -> t.constant("value")),
                attribute.has(Jpa.LOB),
                attribute
                        .annotation(Jpa.ENUMERATED)
                        .flatMap(e -> e.constant("value"))
                        .filter("STRING"::equals)
                        .isPresent(),
                attribute
                        .annotation(Jpa.TIME_ZONE_STORAGE)
                        .map(t -> t.constant("value").orElse("AUTO")),
                Optional.empty());
    }

    private static OptionalInt secondPrecision(Attribute attribute, Optional<AnnotationValues> column) {
        int seconds = column.map(c -> c.integer("secondPrecision", -1)).orElse(-1);
        int fraction = attribute
                .annotation(Jpa.FRACTIONAL_SECONDS)
                .map(f -> f.integer("value", -1))
                .orElse(seconds);
        return fraction < 0 ? OptionalInt.empty() : OptionalInt.of(fraction);
    }
}
