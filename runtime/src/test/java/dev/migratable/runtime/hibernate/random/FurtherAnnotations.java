package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** What attributes of basic types can have besides: types by code, converters, time zones, Bean Validation. */
final class FurtherAnnotations {

    private static final String HIBERNATE = "org.hibernate.annotations.";
    private static final String CODE = "@" + HIBERNATE + "JdbcTypeCode(org.hibernate.type.SqlTypes.";
    private static final String ZONE = "@" + HIBERNATE + "TimeZoneStorage(" + HIBERNATE + "TimeZoneStorageType.";
    private static final String CONSTRAINTS = "@jakarta.validation.constraints.";

    private FurtherAnnotations() {}

    /** Returns some for an attribute; at most one of them says what the column's type is. */
    static List<String> draw(Draw draw, String type, List<String> others) {
        List<String> result = new ArrayList<>();
        List<String> types = types(type);
        if (!types.isEmpty() && others.stream().noneMatch(a -> a.startsWith("@Lob")) && draw.chance(25)) {
            result.add(draw.oneOf(types));
        }
        List<String> constraints = constraints(type);
        if (draw.chance(25)) {
            result.add(CONSTRAINTS + draw.oneOf(constraints));
        }
        return result;
    }

    private static List<String> types(String type) {
        return switch (type) {
            case "String" ->
                List.of(
                        CODE + "LONG32VARCHAR)",
                        CODE + "CHAR)",
                        CODE + "NVARCHAR)",
                        CODE + "JSON)",
                        CODE + "CLOB)",
                        "@" + HIBERNATE + "Nationalized",
                        "@Convert(converter = RandomModel.Shouting.class)");
            case "Integer", "Long", "Short" ->
                List.of(CODE + "SMALLINT)", CODE + "BIGINT)", CODE + "NUMERIC)", CODE + "TINYINT)");
            case "UUID" -> List.of(CODE + "CHAR)", CODE + "VARCHAR)", CODE + "BINARY)");
            case "Instant" -> List.of(CODE + "TIMESTAMP)", CODE + "TIMESTAMP_UTC)", CODE + "TIMESTAMP_WITH_TIMEZONE)");
            case "Duration" -> List.of(CODE + "INTERVAL_SECOND)", CODE + "BIGINT)");
            case "OffsetDateTime", "ZonedDateTime", "OffsetTime" ->
                List.of(ZONE + "NATIVE)", ZONE + "NORMALIZE)", ZONE + "NORMALIZE_UTC)", ZONE + "COLUMN)");
            case "BigDecimal" -> List.of("@Convert(converter = RandomModel.Cents.class)", CODE + "DECIMAL)");
            case "byte[]" -> List.of(CODE + "LONG32VARBINARY)", CODE + "BLOB)");
            case "String[]", "int[]", "List<Integer>", "Set<String>" -> List.of(CODE + "JSON)", CODE + "ARRAY)");
            default -> List.of();
        };
    }

    private static List<String> constraints(String type) {
        return switch (type) {
            case "String" -> List.of("NotNull", "NotBlank", "NotEmpty", "Size(max = 33)", "Size(min = 2)", "Email");
            case "Integer", "Long", "Short", "int", "long", "short" -> List.of("NotNull", "Min(3)", "Max(99)");
            case "BigDecimal" -> List.of("NotNull", "Digits(integer = 7, fraction = 3)", "Min(1)");
            default -> List.of("NotNull");
        };
    }
}
