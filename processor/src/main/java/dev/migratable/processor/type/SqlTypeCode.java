package dev.migratable.processor.type;

import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    FLOAT(6, Shape.FLOATING, ""),
    /** {@code real}. */
    REAL(7, "real"),
    /** {@code float(p)}. */
    DOUBLE(8, Shape.FLOATING, ""),
    /** {@code numeric(p,s)}. */
    NUMERIC(2, Shape.NUMERIC, "numeric"),
    /** {@code numeric(p,s)}. */
    DECIMAL(3, Shape.NUMERIC, "numeric"),
    /** {@code numeric(p,s)}. */
    DURATION(3015, Shape.NUMERIC, "numeric"),
    /** {@code char(n)}. */
    CHAR(1, Shape.SIZED, "character"),
    /** {@code char(n)}. */
    NCHAR(-15, Shape.SIZED, "character"),
    /** {@code varchar(n)} or {@code text}. */
    VARCHAR(12, Shape.TEXT, "character varying"),
    /** {@code varchar(n)} or {@code text}. */
    NVARCHAR(-9, Shape.TEXT, "character varying"),
    /** {@code varchar(n)} with a greater default. */
    LONGVARCHAR(-1, Shape.TEXT, "character varying"),
    /** {@code varchar(n)} with a greater default. */
    LONGNVARCHAR(-16, Shape.TEXT, "character varying"),
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
    TIME(92, Shape.TIMED, "time without time zone"),
    /** {@code time(p)}. */
    TIME_UTC(3007, Shape.TIMED, "time without time zone"),
    /** {@code time(p)}. */
    LOCAL_TIME(3011, Shape.TIMED, "time without time zone"),
    /** {@code time(p) with time zone}. */
    TIME_WITH_TIMEZONE(2013, Shape.TIMED, "time with time zone"),
    /** {@code time(p) with time zone}. */
    OFFSET_TIME(3013, Shape.TIMED, "time with time zone"),
    /** {@code timestamp(p)}. */
    TIMESTAMP(93, Shape.TIMED, "timestamp without time zone"),
    /** {@code timestamp(p)}. */
    INSTANT(3008, Shape.TIMED, "timestamp without time zone"),
    /** {@code timestamp(p)}. */
    LOCAL_DATE_TIME(3009, Shape.TIMED, "timestamp without time zone"),
    /** {@code timestamp(p) with time zone}. */
    TIMESTAMP_WITH_TIMEZONE(2014, Shape.TIMED, "timestamp with time zone"),
    /** {@code timestamp(p) with time zone}. */
    TIMESTAMP_UTC(3003, Shape.TIMED, "timestamp with time zone"),
    /** {@code timestamp(p) with time zone}. */
    OFFSET_DATE_TIME(3012, Shape.TIMED, "timestamp with time zone"),
    /** {@code timestamp(p) with time zone}. */
    ZONED_DATE_TIME(3014, Shape.TIMED, "timestamp with time zone"),
    /** {@code interval second(s)}. */
    INTERVAL_SECOND(3100, Shape.INTERVAL, "interval second"),
    /** {@code uuid}. */
    UUID(3000, "uuid"),
    /** {@code inet}. */
    INET(3002, "inet"),
    /** {@code jsonb}. */
    JSON(3001, "jsonb"),
    /** {@code xml}. */
    SQLXML(2009, "xml"),
    /** An array of what the elements are. */
    ARRAY(2003, Shape.NONE, ""),
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

    /** Which numbers a type has. */
    private enum Shape {
        NONE,
        FIXED,
        TEXT,
        SIZED,
        NUMERIC,
        FLOATING,
        TIMED,
        INTERVAL
    }

    private final int code;
    private final Shape shape;
    private final String name;

    SqlTypeCode(int code, String name) {
        this(code, Shape.FIXED, name);
    }

    SqlTypeCode(int code, Shape shape, String name) {
        this.code = code;
        this.shape = shape;
        this.name = name;
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
        return switch (shape) {
            case NONE -> Optional.empty();
            case FIXED -> Optional.of(type());
            case TEXT -> Optional.of(isLength(size.length()) ? type(size.length()) : new SqlType("text", List.of(), 0));
            case SIZED -> isLength(size.length()) ? Optional.of(type(size.length())) : Optional.empty();
            case NUMERIC -> numeric(size);
            case FLOATING -> floating(size.precision());
            case TIMED ->
                size.precision() < 0
                        ? Optional.empty()
                        : Optional.of(type(Math.min(size.precision(), MAXIMUM_SECOND_DIGITS)));
            case INTERVAL ->
                size.scale() < 0 || size.scale() > MAXIMUM_SECOND_DIGITS
                        ? Optional.empty()
                        : Optional.of(type(size.scale()));
        };
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

    private SqlType type(int... modifiers) {
        List<String> texts = new ArrayList<>();
        for (int modifier : modifiers) {
            texts.add(String.valueOf(modifier));
        }
        return new SqlType(name, texts, 0);
    }

    private static boolean isLength(int length) {
        return length > 0 && length <= MAXIMUM_LENGTH;
    }

    private Optional<SqlType> numeric(Size size) {
        boolean exists = size.precision() > 0 && size.precision() <= MAXIMUM_DIGITS && size.scale() <= MAXIMUM_DIGITS;
        return exists ? Optional.of(type(size.precision(), size.scale())) : Optional.empty();
    }

    private static Optional<SqlType> floating(int bits) {
        if (bits < 1 || bits > DOUBLE_BITS) {
            return Optional.empty();
        }
        return Optional.of(new SqlType(bits <= REAL_BITS ? "real" : "double precision", List.of(), 0));
    }
}
