package dev.migratable.processor.type;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Knows how Hibernate 7.4 maps each Java basic type on PostgreSQL; every row was compared with what Hibernate creates.
 * Stateless.
 */
public final class BasicTypes {

    /** Digits of a second's fraction that Hibernate gives timestamps. */
    private static final int TIMESTAMP_DIGITS = 6;

    /** The length that Hibernate assumes of {@code Blob} and {@code Clob}. */
    private static final int LOB_LENGTH = 1_048_576;

    private static final String SERIALIZABLE = "java.io.Serializable";

    private static final Set<String> ARRAY_LIKE = Set.of(
            "java.util.Collection", "java.util.List", "java.util.Set", "java.util.SortedSet", "java.util.NavigableSet");

    private static final Set<String> ZONED =
            Set.of("java.time.OffsetDateTime", "java.time.OffsetTime", "java.time.ZonedDateTime");

    private static final Map<String, BasicType> TYPES = types();

    private BasicTypes() {}

    private static Map<String, BasicType> types() {
        Map<String, BasicType> types = new HashMap<>();
        put(types, BasicType.ofNumber(SqlTypeCode.BOOLEAN, 1, 1, 0), "boolean", "java.lang.Boolean");
        put(types, BasicType.ofNumber(SqlTypeCode.TINYINT, 1, 3, 0), "byte", "java.lang.Byte");
        put(types, BasicType.ofNumber(SqlTypeCode.SMALLINT, 6, 5, 0), "short", "java.lang.Short");
        put(types, BasicType.ofNumber(SqlTypeCode.INTEGER, 11, 10, 0), "int", "java.lang.Integer");
        put(types, BasicType.ofNumber(SqlTypeCode.BIGINT, 20, 19, 0), "long", "java.lang.Long");
        put(types, BasicType.ofNumber(SqlTypeCode.FLOAT, 14, 8, 2), "float", "java.lang.Float");
        put(types, BasicType.ofNumber(SqlTypeCode.DOUBLE, 24, 17, 2), "double", "java.lang.Double");
        put(types, BasicType.ofNumber(SqlTypeCode.CHAR, 1, 3, 0), "char", "java.lang.Character");
        put(types, BasicType.ofNumber(SqlTypeCode.NUMERIC, 40, 38, 2), "java.math.BigDecimal");
        put(types, BasicType.ofNumber(SqlTypeCode.NUMERIC, 39, 38, 0), "java.math.BigInteger");
        BasicType duration =
                BasicType.ofNumber(SqlTypeCode.NUMERIC, BasicType.DEFAULT_LENGTH, BasicType.DURATION_DIGITS, 0);
        put(types, duration, "java.time.Duration");
        put(types, BasicType.of(SqlTypeCode.INTEGER), "java.time.Year");
        put(types, BasicType.of(SqlTypeCode.UUID).withLength(36), "java.util.UUID");
        put(types, BasicType.of(SqlTypeCode.INET).withLength(19), "java.net.InetAddress");
        put(types, BasicType.of(SqlTypeCode.BLOB).withLength(LOB_LENGTH), "java.sql.Blob");
        put(types, BasicType.of(SqlTypeCode.CLOB).withLength(LOB_LENGTH), "java.sql.Clob", "java.sql.NClob");
        texts(types);
        times(types);
        return Map.copyOf(types);
    }

    private static void texts(Map<String, BasicType> types) {
        put(
                types,
                BasicType.of(SqlTypeCode.VARCHAR),
                "java.lang.String",
                "java.lang.Class",
                "java.net.URL",
                "java.time.ZoneId",
                "java.util.Locale",
                "java.util.TimeZone");
        put(types, BasicType.ofText(3), "java.util.Currency");
        put(types, BasicType.ofText(6), "java.time.ZoneOffset");
    }

    private static void times(Map<String, BasicType> types) {
        BasicType timestamp = BasicType.ofTime(SqlTypeCode.TIMESTAMP, TIMESTAMP_DIGITS);
        put(
                types,
                BasicType.ofTime(SqlTypeCode.DATE, BasicType.DEFAULT_PRECISION),
                "java.time.LocalDate",
                "java.sql.Date");
        put(types, BasicType.ofTime(SqlTypeCode.TIME, 0), "java.time.LocalTime", "java.sql.Time");
        put(types, BasicType.ofTime(SqlTypeCode.TIME_UTC, 0), "java.time.OffsetTime");
        put(types, timestamp, "java.time.LocalDateTime", "java.sql.Timestamp", "java.util.Date", "java.util.Calendar");
        put(
                types,
                timestamp.withCode(SqlTypeCode.TIMESTAMP_UTC),
                "java.time.Instant",
                "java.time.OffsetDateTime",
                "java.time.ZonedDateTime");
    }

    private static void put(Map<String, BasicType> types, BasicType type, String... javaTypes) {
        for (String javaType : javaTypes) {
            types.put(javaType, type);
        }
    }

    /** Returns how the class with a name is mapped where nothing else is said of it. */
    static Optional<BasicType> named(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** Returns how a Java type is mapped; empty where Hibernate has no mapping for it. */
    public static Optional<BasicType> of(TypeMirror type, Facets facets) {
        Optional<SqlTypeCode> code = facets.code();
        if (code.isPresent() && !code.get().isConstructor()) {
            return isWrapperArray(type) ? Optional.empty() : explicit(type, facets, code.get());
        }
        Optional<TypeMirror> item = itemOf(type);
        if (item.isEmpty()) {
            return scalar(type, facets);
        }
        Optional<BasicType> array =
                element(item.get(), type instanceof ArrayType, facets).map(BasicType::asArray);
        boolean oneColumn = code.filter(c -> c != SqlTypeCode.ARRAY).isPresent();
        return oneColumn ? array.map(a -> BasicType.of(code.get())) : array;
    }

    /** The elements are not arrays themselves, but for {@code byte[][]}. */
    private static Optional<BasicType> element(TypeMirror item, boolean ofArray, Facets facets) {
        boolean isBytes =
                item instanceof ArrayType bytes && bytes.getComponentType().getKind() == TypeKind.BYTE;
        boolean isKnown = isBytes && ofArray || isEnum(item) || TYPES.containsKey(nameOf(item));
        boolean isPlain = facets.temporal().isEmpty() && !facets.large();
        return isKnown && isPlain ? scalar(item, facets) : Optional.empty();
    }

    private static Optional<BasicType> explicit(TypeMirror type, Facets facets, SqlTypeCode code) {
        if (isEnum(type)) {
            return code.isTextObject() ? Optional.empty() : Optional.of(BasicType.of(code));
        }
        BasicType plain = scalar(type, facets.withCode(Optional.empty())).orElse(BasicType.of(code));
        boolean isPlural = itemOf(type).isPresent();
        boolean dateAsTime =
                plain.temporal() && code == SqlTypeCode.TIME && nameOf(type).startsWith("java.util.");
        BasicType result = isPlural ? BasicType.of(code) : plain.withCode(code);
        return Optional.of(dateAsTime ? BasicType.ofTime(code, 0) : result);
    }

    private static Optional<BasicType> scalar(TypeMirror type, Facets facets) {
        if (isEnum(type)) {
            boolean one = facets.length().orElse(BasicType.DEFAULT_LENGTH) == 1;
            SqlTypeCode byName = one ? SqlTypeCode.CHAR : SqlTypeCode.VARCHAR;
            return Optional.of(BasicType.of(facets.byName() ? byName : SqlTypeCode.SMALLINT));
        }
        if (type instanceof ArrayType array) {
            boolean refused = isWrapperArray(type) && !facets.large();
            return refused ? Optional.empty() : ofBytesOrText(array).map(t -> large(t, facets));
        }
        String name = nameOf(type);
        Optional<BasicType> known = Optional.ofNullable(TYPES.get(name));
        if (known.isEmpty()) {
            return isSerializable(type) ? Optional.of(large(BasicType.of(SqlTypeCode.VARBINARY), facets)) : known;
        }
        if (known.get().temporal()) {
            return temporal(name, known.get(), facets);
        }
        return Optional.of(large(known.get(), facets));
    }

    private static Optional<BasicType> ofBytesOrText(ArrayType array) {
        TypeKind component = array.getComponentType().getKind();
        String name = nameOf(array.getComponentType());
        if (component == TypeKind.BYTE || name.equals("java.lang.Byte")) {
            return Optional.of(BasicType.of(SqlTypeCode.VARBINARY));
        }
        boolean isText = component == TypeKind.CHAR || name.equals("java.lang.Character");
        return isText ? Optional.of(BasicType.of(SqlTypeCode.VARCHAR)) : Optional.empty();
    }

    /** {@code @Lob} makes large objects of texts and bytes, and leaves everything else as it is. */
    static BasicType large(BasicType type, Facets facets) {
        if (!facets.large()) {
            return type;
        }
        return switch (type.code()) {
            case VARCHAR, CHAR -> type.withCode(SqlTypeCode.CLOB);
            case VARBINARY -> type.withCode(SqlTypeCode.BLOB);
            default -> type;
        };
    }

    private static Optional<BasicType> temporal(String name, BasicType type, Facets facets) {
        if (facets.temporal().isPresent()) {
            return TemporalTypes.of(name, type, facets.temporal().get());
        }
        if (facets.zoneStorage().isEmpty() || !ZONED.contains(name)) {
            return Optional.of(type);
        }
        boolean isTime = type.code() == SqlTypeCode.TIME_UTC;
        return Optional.of(
                switch (facets.zoneStorage().get()) {
                    case "NATIVE" ->
                        type.withCode(isTime ? SqlTypeCode.TIME_WITH_TIMEZONE : SqlTypeCode.TIMESTAMP_WITH_TIMEZONE);
                    case "NORMALIZE" -> type.withCode(isTime ? SqlTypeCode.TIME : SqlTypeCode.TIMESTAMP);
                    default -> type;
                });
    }

    /** Returns the type of the elements where Hibernate maps a type to an array. */
    public static Optional<TypeMirror> itemOf(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return ofBytesOrText(array).isPresent() ? Optional.empty() : Optional.of(array.getComponentType());
        }
        if (type instanceof DeclaredType declared && ARRAY_LIKE.contains(nameOf(type))) {
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Returns whether a type is {@code Byte[]} or {@code Character[]}, which Hibernate refuses unless told more. */
    private static boolean isWrapperArray(TypeMirror type) {
        String name = type instanceof ArrayType array ? nameOf(array.getComponentType()) : "";
        return name.equals("java.lang.Byte") || name.equals("java.lang.Character");
    }

    /** Returns whether Hibernate takes a type for several values, which it puts into an array. */
    public static boolean isPlural(TypeMirror type) {
        return itemOf(type).isPresent();
    }

    /** Returns whether a type is an enum, which is stored by ordinal or name. */
    public static boolean isEnum(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
    }

    /** Returns whether a type is {@code String}. */
    public static boolean isString(TypeMirror type) {
        return nameOf(type).equals("java.lang.String");
    }

    /** Returns whether a type is {@code boolean} or its wrapper. */
    public static boolean isBoolean(TypeMirror type) {
        return type.getKind() == TypeKind.BOOLEAN || nameOf(type).equals("java.lang.Boolean");
    }

    private static boolean isSerializable(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return false;
        }
        return element.getQualifiedName().contentEquals(SERIALIZABLE)
                || isSerializable(element.getSuperclass())
                || element.getInterfaces().stream().anyMatch(BasicTypes::isSerializable);
    }

    static String nameOf(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return type.getKind().name().toLowerCase(Locale.ROOT);
        }
        Element element = type instanceof DeclaredType declared ? declared.asElement() : null;
        return element instanceof TypeElement named ? named.getQualifiedName().toString() : "";
    }
}
