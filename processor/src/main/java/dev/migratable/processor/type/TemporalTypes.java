package dev.migratable.processor.type;

import java.util.Optional;

/** Knows what {@code @Temporal} makes of each Java type of a date or time; Hibernate refuses most combinations. */
final class TemporalTypes {

    private TemporalTypes() {}

    /** Returns the type; empty where Hibernate refuses it. */
    static Optional<BasicType> of(String javaType, BasicType type, String precision) {
        boolean isFree = javaType.equals("java.util.Date") || javaType.equals("java.util.Calendar");
        if (isFree || javaType.equals("java.time.Instant")) {
            return Optional.of(free(type, precision, isFree));
        }
        String own = switch (type.code()) {
            case DATE -> "DATE";
            case TIME, TIME_UTC -> "TIME";
            default -> "TIMESTAMP";
        };
        return own.equals(precision) ? Optional.of(type) : Optional.empty();
    }

    private static BasicType free(BasicType type, String precision, boolean isDate) {
        return switch (precision) {
            case "DATE" -> type.withCode(SqlTypeCode.DATE);
            case "TIME" -> isDate ? BasicType.ofTime(SqlTypeCode.TIME, 0) : type.withCode(SqlTypeCode.TIME);
            default -> type;
        };
    }
}
