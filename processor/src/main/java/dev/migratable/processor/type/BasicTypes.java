package dev.migratable.processor.type;

import dev.migratable.schema.SqlType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Knows the SQL type of each Java basic type as Hibernate 7.4 chooses it on PostgreSQL; every row was compared with what
 * Hibernate creates. Stateless.
 */
public final class BasicTypes {

    /** Beyond this length Hibernate takes {@code text}; PostgreSQL's own limit of {@code varchar(n)}. */
    private static final int MAXIMUM_LENGTH = 10_485_760;

    private static final int DEFAULT_LENGTH = 255;

    /** Digits of a second's fraction that PostgreSQL stores, and Hibernate's default for timestamps. */
    private static final int TIMESTAMP_DIGITS = 6;

    /** The most binary digits of a {@code real}, and of a {@code double precision}. */
    private static final int REAL_BITS = 24;

    private static final int DOUBLE_BITS = 53;

    private static final Set<String> ARRAY_LIKE = Set.of(
            "java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.NavigableSet");

    private static final Map<String, Function<Facets, Optional<SqlType>>> TYPES = types();

    private BasicTypes() {}

    private static Map<String, Function<Facets, Optional<SqlType>>> types() {
        Map<String, Function<Facets, Optional<SqlType>>> types = new HashMap<>();
        fixed(types, "boolean", "boolean", "java.lang.Boolean");
        fixed(types, "smallint", "byte", "java.lang.Byte", "short", "java.lang.Short");
        fixed(types, "integer", "int", "java.lang.Integer", "java.time.Year");
        fixed(types, "bigint", "long", "java.lang.Long");
        put(types, f -> floating(f, "real"), "float", "java.lang.Float");
        put(types, f -> floating(f, "double precision"), "double", "java.lang.Double");
        put(types, f -> type("character(" + f.length().orElse(1) + ")"), "char", "java.lang.Character");
        put(types, f -> f.large() ? type("oid") : text(f, DEFAULT_LENGTH), "java.lang.String");
        put(types, f -> type("numeric" + numeric(f, 38, 2)), "java.math.BigDecimal");
        put(types, f -> type("numeric" + numeric(f, 38, 0)), "java.math.BigInteger");
        put(types, f -> type("numeric" + numeric(f, 21, 0)), "java.time.Duration");
        fixed(types, "uuid", "java.util.UUID");
        fixed(types, "inet", "java.net.InetAddress", "java.net.Inet4Address", "java.net.Inet6Address");
        fixed(types, "oid", "java.sql.Blob", "java.sql.Clob", "java.sql.NClob");
        texts(types);
        times(types);
        return Map.copyOf(types);
    }

    private static void texts(Map<String, Function<Facets, Optional<SqlType>>> types) {
        put(
                types,
                f -> text(f, DEFAULT_LENGTH),
                "java.lang.Class",
                "java.net.URL",
                "java.time.ZoneId",
                "java.util.Locale",
                "java.util.TimeZone");
        put(types, f -> text(f, 3), "java.util.Currency");
        put(types, f -> text(f, 6), "java.time.ZoneOffset");
    }

    private static void times(Map<String, Function<Facets, Optional<SqlType>>> types) {
        fixed(types, "date", "java.time.LocalDate", "java.sql.Date");
        put(types, BasicTypes::time, "java.time.LocalTime", "java.time.OffsetTime", "java.sql.Time");
        put(types, f -> timestamp(f, ""), "java.time.LocalDateTime", "java.sql.Timestamp");
        put(
                types,
                f -> timestamp(f, " with time zone"),
                "java.time.Instant",
                "java.time.OffsetDateTime",
                "java.time.ZonedDateTime");
        put(types, BasicTypes::temporal, "java.util.Date", "java.util.Calendar");
    }

    private static void fixed(Map<String, Function<Facets, Optional<SqlType>>> types, String sql, String... javaTypes) {
        put(types, f -> type(sql), javaTypes);
    }

    private static void put(
            Map<String, Function<Facets, Optional<SqlType>>> types,
            Function<Facets, Optional<SqlType>> function,
            String... javaTypes) {
        for (String javaType : javaTypes) {
            types.put(javaType, function);
        }
    }

    private static Optional<SqlType> type(String sql) {
        return Optional.of(SqlType.parse(sql));
    }

    private static Optional<SqlType> text(Facets facets, int defaultLength) {
        int length = facets.length().orElse(defaultLength);
        return type(length < 1 || length > MAXIMUM_LENGTH ? "text" : "varchar(" + length + ")");
    }

    private static String numeric(Facets facets, int precision, int scale) {
        // Hibernate heeds the scale only together with a precision
        OptionalInt given = facets.precision();
        return given.isPresent()
                ? "(" + given.getAsInt() + "," + facets.scale() + ")"
                : "(" + precision + "," + scale + ")";
    }

    /** Empty where the precision is more than a {@code double precision} can hold. */
    private static Optional<SqlType> floating(Facets facets, String otherwise) {
        if (facets.precision().isEmpty()) {
            return type(otherwise);
        }
        // decimal to binary digits as Hibernate converts them
        int bits = (int) Math.ceil(facets.precision().getAsInt() / Math.log10(2));
        if (bits > DOUBLE_BITS) {
            return Optional.empty();
        }
        return type(bits <= REAL_BITS ? "real" : "double precision");
    }

    private static Optional<SqlType> time(Facets facets) {
        return type("time(" + facets.secondPrecision().orElse(0) + ")");
    }

    private static Optional<SqlType> timestamp(Facets facets, String zone) {
        return type("timestamp(" + facets.secondPrecision().orElse(TIMESTAMP_DIGITS) + ")" + zone);
    }

    private static Optional<SqlType> temporal(Facets facets) {
        return switch (facets.temporal().orElse("TIMESTAMP")) {
            case "DATE" -> type("date");
            case "TIME" -> time(facets);
            default -> timestamp(facets, "");
        };
    }

    /** Returns the SQL type of an attribute's type; empty where there is none, enums not being asked for here. */
    public static Optional<SqlType> of(TypeMirror type, Facets facets) {
        if (type instanceof ArrayType array) {
            return array(array, facets);
        }
        String name = nameOf(type);
        if (ARRAY_LIKE.contains(name) && type instanceof DeclaredType declared) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return facets.large() || arguments.size() != 1 ? Optional.empty() : arrayOf(arguments.get(0), facets);
        }
        Function<Facets, Optional<SqlType>> function = TYPES.get(name);
        boolean largeIsRead = name.equals("java.lang.String") || name.startsWith("java.sql.");
        return function == null || facets.large() && !largeIsRead ? Optional.empty() : function.apply(facets);
    }

    private static Optional<SqlType> array(ArrayType array, Facets facets) {
        TypeKind component = array.getComponentType().getKind();
        if (component == TypeKind.BYTE) {
            return type(facets.large() ? "oid" : "bytea");
        }
        if (component == TypeKind.CHAR) {
            return facets.large() ? type("oid") : text(facets, DEFAULT_LENGTH);
        }
        // Hibernate refuses these two unless told what they mean
        String name = nameOf(array.getComponentType());
        boolean refused = name.equals("java.lang.Byte") || name.equals("java.lang.Character");
        return facets.large() || refused ? Optional.empty() : arrayOf(array.getComponentType(), facets);
    }

    private static Optional<SqlType> arrayOf(TypeMirror component, Facets facets) {
        Optional<SqlType> item = isEnum(component) ? type("smallint") : of(component, facets);
        return item.filter(t -> !t.isArray()).map(t -> new SqlType(t.name(), t.modifiers(), 1));
    }

    /** Returns whether a type is an enum, which is stored by ordinal or name. */
    public static boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    private static String nameOf(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        }
        Element element = type instanceof DeclaredType declared ? declared.asElement() : null;
        return element instanceof TypeElement named ? named.getQualifiedName().toString() : "";
    }
}
