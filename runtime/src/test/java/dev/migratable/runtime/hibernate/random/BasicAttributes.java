package dev.migratable.runtime.hibernate.random;

import java.util.ArrayList;
import java.util.List;

/** Attributes of basic types. */
final class BasicAttributes implements Feature {

    static final List<String> TYPES = List.of(
            "String",
            "String",
            "String",
            "String",
            "int",
            "Integer",
            "long",
            "Long",
            "boolean",
            "Boolean",
            "short",
            "Short",
            "byte",
            "Byte",
            "float",
            "Float",
            "double",
            "Double",
            "char",
            "Character",
            "BigDecimal",
            "BigDecimal",
            "BigInteger",
            "UUID",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "OffsetDateTime",
            "OffsetTime",
            "ZonedDateTime",
            "Instant",
            "Duration",
            "Year",
            "ZoneOffset",
            "ZoneId",
            "Date",
            "Calendar",
            "byte[]",
            "char[]",
            "Currency",
            "Locale",
            "java.net.URL",
            "java.net.InetAddress",
            "Class<?>",
            "java.sql.Date",
            "java.sql.Timestamp",
            "java.sql.Time",
            "java.sql.Blob",
            "java.sql.Clob",
            "String[]",
            "int[]",
            "List<Integer>",
            "Set<String>",
            "TimeZone");

    @Override
    public void addTo(ModelDraft model) {
        Draw draw = model.draw();
        for (ClassDraft owner : model.of(Kind.ENTITY, Kind.SUPERCLASS)) {
            for (int i = draw.between(0, 4); i > 0; i--) {
                addBasic(model, owner);
            }
        }
        for (ClassDraft entity : model.of(Kind.ENTITY)) {
            if (entity.parent().isEmpty() && draw.chance(25)) {
                entity.member(
                        draw.oneOf("long", "Integer", "Instant", "short"), model.attributeName(), List.of("@Version"));
            }
        }
    }

    static void addBasic(ModelDraft model, ClassDraft owner) {
        Draw draw = model.draw();
        if (draw.chance(15)) {
            addEnum(model, owner);
            return;
        }
        String type = draw.oneOf(TYPES);
        String name = model.attributeName();
        List<String> annotations = new ArrayList<>();
        List<String> facets = draw.chance(50) ? Columns.facets(model, type) : new ArrayList<>();
        if (draw.chance(25)) {
            facets.add(0, "name = \"" + Columns.name(model, name) + "\"");
        }
        if (!facets.isEmpty() || draw.chance(10)) {
            annotations.add("@Column(" + String.join(", ", facets) + ")");
        }
        if (draw.chance(10)) {
            annotations.add("@Basic(optional = " + draw.oneOf("true", "false") + ")");
        }
        if ((type.equals("Date") || type.equals("Calendar")) && draw.chance(70)) {
            annotations.add("@Temporal(TemporalType." + draw.oneOf("DATE", "TIME", "TIMESTAMP") + ")");
        }
        if ((type.equals("String") || type.equals("byte[]")) && draw.chance(10)) {
            annotations.add("@Lob");
        }
        if ((type.equals("String") || type.equals("Integer")) && draw.chance(6)) {
            annotations.add(
                    "@org.hibernate.annotations.ColumnDefault(\"" + (type.equals("String") ? "'x'" : "7") + "\")");
        }
        if (draw.chance(4)) {
            annotations.add("@org.hibernate.annotations.Comment(\"see " + name + "\")");
        }
        annotations.addAll(FurtherAnnotations.draw(draw, type, annotations));
        owner.member(type, name, annotations);
    }

    private static void addEnum(ModelDraft model, ClassDraft owner) {
        Draw draw = model.draw();
        List<String> annotations = new ArrayList<>();
        if (draw.chance(70)) {
            annotations.add(draw.oneOf("@Enumerated(EnumType.STRING)", "@Enumerated(EnumType.ORDINAL)", "@Enumerated"));
        }
        String type = draw.oneOf(model.of(Kind.ENUM)).name();
        if (draw.chance(20)) {
            // one enum has its type of the server in one order only
            String code = type.hashCode() % 2 == 0 ? "NAMED_ENUM" : "NAMED_ORDINAL_ENUM";
            annotations.add("@org.hibernate.annotations.JdbcTypeCode(org.hibernate.type.SqlTypes." + code + ")");
        }
        String name = model.attributeName();
        if (draw.chance(30)) {
            annotations.add("@Column(name = \"" + Columns.name(model, name) + "\")");
        } else if (draw.chance(30)) {
            annotations.add("@Column(length = 30, nullable = " + draw.oneOf("true", "false") + ")");
        }
        owner.member(type, name, annotations);
    }
}
