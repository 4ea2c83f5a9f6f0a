package dev.migratable.processor.read;

import dev.migratable.processor.report.Problem;
import dev.migratable.processor.type.ColumnDefinition;
import dev.migratable.schema.Column;
import dev.migratable.schema.SqlType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.DeclaredType;

/** Reads the column that {@code @TimeZoneStorage} adds for the offset of a date and time. */
final class TimeZoneColumnReader {

    private static final SqlType INTEGER = SqlType.parse("integer");
    private static final Set<String> ZONED =
            Set.of("java.time.OffsetDateTime", "java.time.OffsetTime", "java.time.ZonedDateTime");

    /** What the column is called where the annotation is there without a name. */
    private static final String HIBERNATES_OWN = "zoneOffset";

    private final ReadContext context;

    TimeZoneColumnReader(ReadContext context) {
        this.context = context;
    }

    /** Returns whether the time zone has a column of its own. */
    static boolean hasColumn(Attribute attribute) {
        boolean zoned = attribute.type() instanceof DeclaredType declared
                && ZONED.contains(declared.asElement().toString());
        return zoned
                && attribute
                        .annotation(Jpa.TIME_ZONE_STORAGE)
                        .map(s -> s.constant("value").orElse("AUTO"))
                        .filter(s -> s.equals("AUTO") || s.equals("COLUMN"))
                        .isPresent();
    }

    /** Returns the column; empty where it cannot be read, which is then reported. */
    Optional<MappedColumn> read(Attribute attribute, MappedColumn time) {
        Optional<AnnotationValues> written = attribute.annotation(Jpa.TIME_ZONE_COLUMN);
        ColumnParts parts = new ColumnParts(context);
        Optional<String> text = written.flatMap(c -> c.text("columnDefinition"));
        Optional<ColumnDefinition> definition = text.flatMap(t -> parts.definition(attribute, t));
        if (!parts.understands(attribute, written) || text.isPresent() && definition.isEmpty()) {
            return Optional.empty();
        }
        if (written.flatMap(c -> c.text("table")).isPresent()) {
            // Hibernate binds the two columns one by one, and takes no table that only one of them names
            String fact = "'table' of @TimeZoneColumn is not read";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Remove 'table' from both columns");
            return Optional.empty();
        }
        Optional<AnnotationValues> named =
                attribute.annotation(Jpa.COLUMN).filter(c -> c.text("name").isPresent());
        boolean isElsewhere =
                attribute.annotation(Jpa.COLUMN).flatMap(c -> c.text("table")).isPresent();
        if (isElsewhere && named.isEmpty()) {
            String fact =
                    "Hibernate heeds the @Column of a time that has a column for its zone only where that has a name";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Give it one, or remove 'table'");
            return Optional.empty();
        }
        if (attribute.place().overrides().column(attribute.name()).isPresent()) {
            String fact = "Hibernate heeds no @AttributeOverride of a time that has a column for its zone";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Name the columns where it is declared");
            return Optional.empty();
        }
        if (written.isEmpty() && named.flatMap(c -> c.text("columnDefinition")).isPresent()) {
            String fact = "Hibernate makes the column of the time zone after the columnDefinition of the time";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Add @TimeZoneColumn(name = \"…\")");
            return Optional.empty();
        }
        if (written.isEmpty() && Naming.isQuoted(time.logicalName())) {
            String fact = "Hibernate puts the _tz of the time zone's column behind the quotes of '"
                    + Naming.unquoted(time.logicalName()) + "'";
            context.error(attribute.element(), Problem.BAD_MEMBER, fact, "Name it with @TimeZoneColumn(name = \"…\")");
            return Optional.empty();
        }
        String logical = written.map(c -> c.text("name").orElse(HIBERNATES_OWN))
                .map(name -> ColumnPattern.apply(attribute, name))
                .orElseGet(() -> implicitName(attribute));
        SqlType type = definition.map(ColumnDefinition::type).orElse(INTEGER);
        boolean nullable = time.column().nullable()
                && !definition.map(ColumnDefinition::notNull).orElse(false);
        Column column = Column.of(context.naming().raw(logical), type, nullable)
                .withDefault(definition.flatMap(ColumnDefinition::defaultValue))
                .withComment(ColumnParts.comment(written.or(() -> named)));
        return parts.withOptions(attribute, written.or(() -> named), column)
                .map(c -> new MappedColumn(attribute, logical, c, false, List.of()));
    }

    private static String implicitName(Attribute attribute) {
        String written =
                attribute.annotation(Jpa.COLUMN).flatMap(c -> c.text("name")).orElse(attribute.name());
        return ColumnPattern.apply(attribute, written + "_tz");
    }
}
