package dev.migratable.processor.type;

import dev.migratable.schema.SqlType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The type codes of {@code java.sql.Types} and Hibernate's {@code SqlTypes} for which Hibernate 7.4 has DDL on PostgreSQL.
 * The name of each constant is the name it has there; what it becomes was compared with what Hibernate creates.
 */
public enum SqlTypeCode {
    /** {@code boolean}. */
    BOOLEAN(16, "boolean"),
    /** {@code boolean} too. */
    BIT(-7, "boolean"),
    /** PostgreSQL has none. */
    TINYINT(-6, "smallint"),
    /** {@code smallint}. */
    SMALLINT(5, "smallint"),
    /** {@code integer}. */
    INTEGER(4, "integer"),
    /** {@code bigint}. */
    BIGINT(-5, "bigint"),
    /** {@code float(p)}. */
    FLOAT(6, size -> floating(size.precision())),
    /** {@code real}. */
    REAL(7, "real"),
    /** {@code float(p)}. */
    DOUBLE(8, size -> floating(size.precision())),
    /** {@code numeric(p,s)}. */
    NUMERIC(2, SqlTypeCode::numeric),
    /** {@code numeric(p,s)}. */
    DECIMAL(3, SqlTypeCode::numeric),
    /** {@code numeric(p,s)}. */
    DURATION(3015, SqlTypeCode::numeric),
    /** {@code char(n)}. */
    CHAR(1, size -> sized("character(%s)", size.length())),
    /** {@code char(n)}. */
    NCHAR(-15, size -> sized("character(%s)", size.length())),
    /** {@code varchar(n)} or {@code text}. */
    VARCHAR(12, size -> text(size.length())),
    /** {@code varchar(n)} or {@code text}. */
    NVARCHAR(-9, size -> text(size.length())),
    /** {@code varchar(n)} with a greater default. */
    LONGVARCHAR(-1, size -> text(size.length())),
    /** {@code varchar(n)} with a greater default. */
    LONGNVARCHAR(-16, size -> text(size.length())),
    /** {@code text}. */
    LONG32VARCHAR(4001, "text"),
    /** {@code text}. */
    LONG32NVARCHAR(4002, "text"),
    /** {@code bytea}. */
    BINARY(-2, "bytea"),
    /** {@code bytea}. */
    VARBINARY(-3, "bytea"),
    /** {@code bytea}. */
    LONGVARBINARY(-4, "bytea"),
    /** {@code bytea}. */
    LONG32VARBINARY(4003, "bytea"),
    /** A large object. */
    BLOB(2004, "oid"),
    /** A large object. */
    CLOB(2005, "oid"),
    /** A large object. */
    NCLOB(2011, "oid"),
    /** A large object. */
    MATERIALIZED_BLOB(3004, "oid"),
    /** A large object. */
    MATERIALIZED_CLOB(3005, "oid"),
    /** A large object. */
    MATERIALIZED_NCLOB(3006, "oid"),
    /** {@code date}. */
    DATE(91, "date"),
    /** {@code date}. */
    LOCAL_DATE(3010, "date"),
    /** {@code time(p)}. */
    TIME(92, size -> timed("time(%s)", size)),
    /** {@code time(p)}. */
    TIME_UTC(3007, size -> timed("time(%s)", size)),
    /** {@code time(p)}. */
    LOCAL_TIME(3011, size -> timed("time(%s)", size)),
    /** {@code time(p) with time zone}. */
    TIME_WITH_TIMEZONE(2013, size -> timed("time(%s) with time zone", size)),
    /** {@code time(p) with time zone}. */
    OFFSET_TIME(3013, size -> timed("time(%s) with time zone", size)),
    /** {@code timestamp(p)}. */
    TIMESTAMP(93, size -> timed("timestamp(%s)", size)),
    /** {@code timestamp(p)}. */
    INSTANT(3008, size -> timed("timestamp(%s)", size)),
    /** {@code timestamp(p)}. */
    LOCAL_DATE_TIME(3009, size -> timed("timestamp(%s)", size)),
    /** {@code timestamp(p) with time zone}. */
    TIMESTAMP_WITH_TIMEZONE(2014, size -> timed("timestamp(%s) with time zone", size)),
    /** {@code timestamp(p) with time zone}. */
    TIMESTAMP_UTC(3003, size -> timed("timestamp(%s) with time zone", size)),
    /** {@code timestamp(p) with time zone}. */
    OFFSET_DATE_TIME(3012, size -> timed("timestamp(%s) with time zone", size)),
    /** {@code timestamp(p) with time zone}. */
    ZONED_DATE_TIME(3014, size -> timed("timestamp(%s) with time zone", size)),
    /** {@code interval second(s)}. */
    INTERVAL_SECOND(3100, SqlTypeCode::interval),
    /** {@code uuid}. */
    UUID(3000, "uuid"),
    /** {@code inet}. */
    INET(3002, "inet"),
    /** {@code jsonb}. */
    JSON(3001, "jsonb"),
    /** {@code xml}. */
    SQLXML(2009, "xml"),
    /** An array of what the elements are. */
    ARRAY(2003, size -> Optional.empty()),
    /** {@code jsonb} for arrays and collections. */
    JSON_ARRAY(3018, "jsonb"),
    /** {@code xml} for arrays and collections. */
    XML_ARRAY(3019, "xml");

    /** Beyond this length Hibernate takes {@code text}; PostgreSQL's own limit of {@code varchar(n)}. */
    private static final int MAXIMUM_LENGTH = 10_485_760;

    /** Digits of a second's fraction that PostgreSQL stores; it reduces what is more. */
    private static final int MAXIMUM_SECOND_DIGITS = 6;

    /** The most binary digits of a {@code real}, and of a {@code double precision}. */
    private static final int REAL_BITS = 24;

    private static final int DOUBLE_BITS = 53;

    /** The most digits of a {@code numeric}. */
    private static final int MAXIMUM_DIGITS = 1000;

    private static final Map<Integer, SqlTypeCode> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(c -> c.code, c -> c));

    /**
     * The numbers of a type.
     *
     * @param length of a text
     * @param precision decimal digits, those of a second's fraction, or binary digits of a floating-point number
     * @param scale digits behind the decimal point
     */
    public record Size(int length, int precision, int scale) {}

    private final int code;
    private final Function<Size, Optional<SqlType>> ddl;

    SqlTypeCode(int code, String sql) {
        this(code, fixed(Optional.of(SqlType.parse(sql))));
    }

    SqlTypeCode(int code, Function<Size, Optional<SqlType>> ddl) {
        this.code = code;
        this.ddl = ddl;
    }

    /** Finds the constant for a number; empty where Hibernate has no DDL for it on PostgreSQL. */
    public static Optional<SqlTypeCode> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Finds the constant with a name. */
    static Optional<SqlTypeCode> named(String name) {
        return Arrays.stream(values()).filter(c -> c.name().equals(name)).findFirst();
    }

    /** Returns the SQL type; empty where there is none of that size. */
    Optional<SqlType> sql(Size size) {
        return ddl.apply(size);
    }

    /** Returns whether Hibernate treats it as an integer. */
    public boolean isInteger() {
        return this == TINYINT || this == SMALLINT || this == INTEGER || this == BIGINT;
    }

    /** Returns whether Hibernate treats it as a text of limited length. */
    public boolean isText() {
        return switch (this) {
            case CHAR, NCHAR, VARCHAR, NVARCHAR, LONGVARCHAR, LONGNVARCHAR -> true;
            default -> false;
        };
    }

    /** Returns whether it is a text without a length. */
    public boolean isUnlimitedText() {
        return this == LONG32VARCHAR || this == LONG32NVARCHAR;
    }

    /** Returns whether it is a large object of text. */
    public boolean isTextObject() {
        return this == CLOB || this == NCLOB || this == MATERIALIZED_CLOB || this == MATERIALIZED_NCLOB;
    }

    /** Returns whether it makes a type of that of the elements, and says nothing where there are none. */
    public boolean isConstructor() {
        return this == ARRAY || this == JSON_ARRAY || this == XML_ARRAY;
    }

    boolean isFloating() {
        return this == FLOAT || this == DOUBLE || this == REAL;
    }

    boolean isLongText() {
        return this == LONGVARCHAR || this == LONGNVARCHAR;
    }

    boolean isTimed() {
        return name().contains("TIME") || this == INSTANT;
    }

    private static Function<Size, Optional<SqlType>> fixed(Optional<SqlType> type) {
        return size -> type;
    }

    private static Optional<SqlType> sized(String sql, int number) {
        return number < 1 || number > MAXIMUM_LENGTH ? Optional.empty() : Optional.of(parsed(sql, number));
    }

    private static SqlType parsed(String sql, Object number) {
        return SqlType.parse(sql.replace("%s", String.valueOf(number)));
    }

    private static Optional<SqlType> text(int length) {
        return length < 1 || length > MAXIMUM_LENGTH
                ? Optional.of(SqlType.parse("text"))
                : Optional.of(new SqlType("character varying", List.of(String.valueOf(length)), 0));
    }

    private static Optional<SqlType> numeric(Size size) {
        boolean exists = size.precision() > 0 && size.precision() <= MAXIMUM_DIGITS && size.scale() <= MAXIMUM_DIGITS;
        return exists
                ? Optional.of(new SqlType(
                        "numeric", List.of(String.valueOf(size.precision()), String.valueOf(size.scale())), 0))
                : Optional.empty();
    }

    private static Optional<SqlType> floating(int bits) {
        if (bits < 1 || bits > DOUBLE_BITS) {
            return Optional.empty();
        }
        return Optional.of(SqlType.parse(bits <= REAL_BITS ? "real" : "double precision"));
    }

    private static Optional<SqlType> timed(String sql, Size size) {
        return size.precision() < 0
                ? Optional.empty()
                : Optional.of(parsed(sql, Math.min(size.precision(), MAXIMUM_SECOND_DIGITS)));
    }

    private static Optional<SqlType> interval(Size size) {
        boolean exists = size.scale() >= 0 && size.scale() <= MAXIMUM_SECOND_DIGITS;
        return exists ? Optional.of(parsed("interval second(%s)", size.scale())) : Optional.empty();
    }
}
