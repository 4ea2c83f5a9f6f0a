package dev.migratable.processor.type;

import java.util.Map;
import java.util.Optional;

/** Knows the descriptors of Hibernate's own that {@code @JdbcType} and {@code @JavaType} can name. */
public final class HibernateTypes {

    private static final String JDBC = "org.hibernate.type.descriptor.jdbc.";
    private static final String JAVA = "org.hibernate.type.descriptor.java.";

    /** Those whose code is not their name in capitals. */
    private static final Map<String, SqlTypeCode> JDBC_TYPES = Map.ofEntries(
            Map.entry("BigIntJdbcType", SqlTypeCode.BIGINT),
            Map.entry("InstantAsTimestampJdbcType", SqlTypeCode.TIMESTAMP_UTC),
            Map.entry("InstantAsTimestampWithTimeZoneJdbcType", SqlTypeCode.TIMESTAMP_UTC),
            Map.entry("LocalDateJdbcType", SqlTypeCode.LOCAL_DATE),
            Map.entry("LocalDateTimeJdbcType", SqlTypeCode.LOCAL_DATE_TIME),
            Map.entry("LocalTimeJdbcType", SqlTypeCode.LOCAL_TIME),
            Map.entry("OffsetDateTimeJdbcType", SqlTypeCode.OFFSET_DATE_TIME),
            Map.entry("OffsetTimeJdbcType", SqlTypeCode.OFFSET_TIME),
            Map.entry("ZonedDateTimeJdbcType", SqlTypeCode.ZONED_DATE_TIME),
            Map.entry("TimeAsTimestampWithTimeZoneJdbcType", SqlTypeCode.TIME_WITH_TIMEZONE),
            Map.entry("TimeUtcAsJdbcTimeJdbcType", SqlTypeCode.TIME_UTC),
            Map.entry("TimeUtcAsOffsetTimeJdbcType", SqlTypeCode.TIME_UTC),
            Map.entry("TimeWithTimeZoneJdbcType", SqlTypeCode.TIME_WITH_TIMEZONE),
            Map.entry("TimestampUtcAsInstantJdbcType", SqlTypeCode.TIMESTAMP_UTC),
            Map.entry("TimestampUtcAsJdbcTimestampJdbcType", SqlTypeCode.TIMESTAMP_UTC),
            Map.entry("TimestampUtcAsOffsetDateTimeJdbcType", SqlTypeCode.TIMESTAMP_UTC),
            Map.entry("TimestampWithTimeZoneJdbcType", SqlTypeCode.TIMESTAMP_WITH_TIMEZONE),
            Map.entry("TinyIntAsSmallIntJdbcType", SqlTypeCode.SMALLINT),
            Map.entry("UuidAsBinaryJdbcType", SqlTypeCode.BINARY),
            Map.entry("VarcharUUIDJdbcType", SqlTypeCode.UUID));

    /** They need arguments, so that Hibernate cannot make one from the annotation. */
    private static final String ABSTRACT =
            "|BlobJdbcType|ClobJdbcType|NClobJdbcType|ArrayJdbcType|JsonJdbcType|XmlJdbcType|";

    private static final Map<String, BasicType> JAVA_TYPES = Map.of(
            "ByteArrayJavaType", BasicType.of(SqlTypeCode.VARBINARY),
            "PrimitiveByteArrayJavaType", BasicType.of(SqlTypeCode.VARBINARY),
            "CharacterArrayJavaType", BasicType.of(SqlTypeCode.VARCHAR),
            "PrimitiveCharacterArrayJavaType", BasicType.of(SqlTypeCode.VARCHAR),
            "StringJavaType", BasicType.of(SqlTypeCode.VARCHAR));

    /** The classes that other descriptors are of; those of times depend on more, and some others become {@code bytea}. */
    private static final Map<String, String> CLASSES = Map.ofEntries(
            Map.entry("BigDecimalJavaType", "java.math.BigDecimal"),
            Map.entry("BigIntegerJavaType", "java.math.BigInteger"),
            Map.entry("BooleanJavaType", "java.lang.Boolean"),
            Map.entry("ByteJavaType", "java.lang.Byte"),
            Map.entry("CharacterJavaType", "java.lang.Character"),
            Map.entry("DoubleJavaType", "java.lang.Double"),
            Map.entry("DurationJavaType", "java.time.Duration"),
            Map.entry("FloatJavaType", "java.lang.Float"),
            Map.entry("InetAddressJavaType", "java.net.InetAddress"),
            Map.entry("IntegerJavaType", "java.lang.Integer"),
            Map.entry("LongJavaType", "java.lang.Long"),
            Map.entry("ShortJavaType", "java.lang.Short"),
            Map.entry("UUIDJavaType", "java.util.UUID"),
            Map.entry("UrlJavaType", "java.net.URL"),
            Map.entry("YearJavaType", "java.time.Year"),
            Map.entry("ZoneIdJavaType", "java.time.ZoneId"),
            Map.entry("ZoneOffsetJavaType", "java.time.ZoneOffset"));

    private HibernateTypes() {}

    /** Returns the code of a JDBC type's class; empty where it is not one of Hibernate's own that has DDL. */
    public static Optional<SqlTypeCode> jdbcType(String className) {
        String name = className.startsWith(JDBC) ? className.substring(JDBC.length()) : "";
        if (!name.endsWith("JdbcType") || ABSTRACT.contains("|" + name + "|")) {
            return Optional.empty();
        }
        String stem = name.substring(0, name.length() - "JdbcType".length());
        return Optional.ofNullable(JDBC_TYPES.get(name))
                .or(() -> SqlTypeCode.named(stem.toUpperCase(java.util.Locale.ROOT)));
    }

    /** Returns how Hibernate maps what a Java type's descriptor describes; empty where that is not known. */
    public static Optional<BasicType> javaType(String className) {
        String name = className.startsWith(JAVA) ? className.substring(JAVA.length()) : "";
        return Optional.ofNullable(JAVA_TYPES.get(name))
                .or(() -> Optional.ofNullable(CLASSES.get(name)).flatMap(BasicTypes::named));
    }
}
