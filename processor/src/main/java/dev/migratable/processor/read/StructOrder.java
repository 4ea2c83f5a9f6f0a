package dev.migratable.processor.read;

import dev.migratable.processor.report.TypeText;
import dev.migratable.schema.SqlType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The order that Hibernate gives the attributes of a composite type where nobody says it: by the bytes that it thinks a
 * value takes, then by name ({@code ColumnOrderingStrategyStandard}); neither that of a record nor of a constructor.
 */
final class StructOrder {

    private static final int LEAST = 4;
    private static final int EIGHT = 8;

    /** What nobody gave a length; the longest text that PostgreSQL's dialect has a length for. */
    private static final int DEFAULT_LENGTH = 255;

    private static final int LONGEST_TEXT = 10_485_760;

    /** Decimal digits in a byte, as Hibernate reckons; there are fewer. */
    private static final double DIGITS_IN_A_BYTE = Math.log(10) / Math.log(2) * EIGHT;

    private static final Map<String, Integer> BYTES = Map.ofEntries(
            Map.entry("boolean", LEAST),
            Map.entry("smallint", LEAST),
            Map.entry("integer", LEAST),
            Map.entry("real", LEAST),
            Map.entry("date", LEAST),
            Map.entry("time without time zone", LEAST),
            Map.entry("time with time zone", LEAST),
            Map.entry("bigint", EIGHT),
            Map.entry("double precision", LEAST),
            Map.entry("timestamp without time zone", EIGHT),
            Map.entry("timestamp with time zone", EIGHT),
            Map.entry("uuid", 16),
            Map.entry("inet", 19));

    private static final SqlType DOUBLE = SqlType.parse("double precision");

    /** What it knows no size of is the largest. */
    private static final List<String> LARGEST = List.of("json", "jsonb", "xml", "oid");

    /** The type of the column does not tell which of Hibernate's own types is behind it. */
    private static final List<String> DISGUISES =
            List.of(Jpa.JDBC_TYPE, Jpa.JDBC_TYPE_CODE, Jpa.JAVA_TYPE, Jpa.TYPE, Jpa.CONVERT, Jpa.CONVERTS);

    private final Naming naming;

    StructOrder(Naming naming) {
        this.naming = naming;
    }

    /**
     * Returns whether the order is certain. A {@code double} is {@code FLOAT} to Hibernate in an entity, and {@code DOUBLE} in
     * a mapped superclass, and a {@code Duration} is {@code NUMERIC} in the one and of no size in the other.
     */
    boolean isKnown(List<MappedColumn> columns) {
        return columns.size() < 2
                || columns.stream().allMatch(c -> bytes(c).isPresent())
                        && sorted(columns, false).equals(sorted(columns, true));
    }

    List<MappedColumn> sorted(List<MappedColumn> columns) {
        return sorted(columns, false);
    }

    private List<MappedColumn> sorted(List<MappedColumn> columns, boolean inSuperclass) {
        return columns.stream()
                .sorted(Comparator.comparingInt((MappedColumn c) -> bytes(c, inSuperclass))
                        .thenComparing(this::name))
                .toList();
    }

    private static int bytes(MappedColumn column, boolean inSuperclass) {
        boolean isDuration = TypeText.of(column.attribute().type()).equals("java.time.Duration");
        if (inSuperclass && isDuration) {
            return Integer.MAX_VALUE;
        }
        boolean isDouble = column.column().type().equals(DOUBLE);
        return inSuperclass && isDouble ? EIGHT : bytes(column).orElse(Integer.MAX_VALUE);
    }

    /** Returns what Hibernate calls a column. */
    String name(MappedColumn column) {
        return Naming.unquoted(naming.physical(column.logicalName()));
    }

    private static OptionalInt bytes(MappedColumn column) {
        SqlType type = column.column().type();
        Attribute attribute = column.attribute();
        boolean isLargest = type.isArray() || type.name().contains(".") || LARGEST.contains(type.name());
        boolean isDefined = attribute
                .annotation(Jpa.COLUMN)
                .flatMap(c -> c.text("columnDefinition"))
                .isPresent();
        if (isDefined) {
            return OptionalInt.empty();
        }
        if (isLargest) {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
        boolean isDisguised =
                DISGUISES.stream().anyMatch(a -> attribute.annotationOrMeta(a).isPresent());
        return isDisguised ? OptionalInt.empty() : bytes(type, attribute);
    }

    private static OptionalInt bytes(SqlType type, Attribute attribute) {
        switch (type.name()) {
            case "numeric":
                return type.modifier(0).isEmpty()
                        ? OptionalInt.empty()
                        : OptionalInt.of(
                                Math.max(LEAST, (int) Math.ceil(type.modifier(0).getAsInt() / DIGITS_IN_A_BYTE)));
            case "character varying", "character":
                OptionalInt length = type.modifier(0);
                return length.isEmpty() || length.getAsInt() != DEFAULT_LENGTH
                        ? atLeast(length)
                        : OptionalInt.of(LONGEST_TEXT);
            case "bytea":
                boolean hasLength = attribute
                        .annotation(Jpa.COLUMN)
                        .filter(c -> c.integer("length", DEFAULT_LENGTH) != DEFAULT_LENGTH)
                        .isPresent();
                return hasLength ? OptionalInt.empty() : OptionalInt.of(Integer.MAX_VALUE);
            default:
                Integer bytes = BYTES.get(type.name());
                return bytes == null ? OptionalInt.empty() : OptionalInt.of(bytes);
        }
    }

    private static OptionalInt atLeast(OptionalInt length) {
        return length.isEmpty() ? length : OptionalInt.of(Math.max(LEAST, length.getAsInt()));
    }
}
