package dev.migratable.json;

import dev.migratable.schema.Deferrability;
import dev.migratable.schema.QualifiedName;
import dev.migratable.schema.ReferentialAction;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The small values that several parts of a model share: names, types, sequence attributes. */
final class Names {

    private Names() {}

    /** Writes {@code table} or {@code schema.table}; an object where a dot within a name would be read wrongly. */
    static Object write(QualifiedName name) {
        String text = name.display();
        if (QualifiedName.parse(text).equals(name)) {
            return text;
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("schema", name.schema());
        object.put("name", name.name());
        return object;
    }

    static Optional<QualifiedName> name(Members members, String member) {
        return members.stringOr(
                member,
                QualifiedName::parse,
                object -> new QualifiedName(object.requiredString("schema"), object.requiredString("name")));
    }

    static QualifiedName requiredName(Members members, String member) {
        return name(members, member).orElseThrow(() -> members.missing(member));
    }

    /** Writes a type's SQL; an object where that would not be read back as the same record. */
    static Object write(SqlType type) {
        if (readsBack(type)) {
            return type.sql();
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", type.name());
        if (!type.modifiers().isEmpty()) {
            object.put("modifiers", type.modifiers());
        }
        if (type.dimensions() > 0) {
            object.put("dimensions", type.dimensions());
        }
        return object;
    }

    private static boolean readsBack(SqlType type) {
        try {
            return SqlType.parse(type.sql()).equals(type);
        } catch (IllegalArgumentException e) {
            return false; // a name that no SQL spelling leads to; the object form keeps it
        }
    }

    static SqlType requiredType(Members members, String member) {
        return members.stringOr(
                        member,
                        members::type,
                        object -> new SqlType(
                                object.requiredString("name"),
                                object.strings("modifiers"),
                                Math.toIntExact(object.number("dimensions", 0))))
                .orElseThrow(() -> members.missing(member));
    }

    /** Adds the attributes that differ from those of a plain ascending sequence of the type. */
    static void write(Map<String, Object> to, SqlType type, SequenceOptions options) {
        put(to, "start", options.start(), 1);
        put(to, "increment", options.increment(), 1);
        SequenceOptions plain = plain(type, options.start(), options.increment());
        put(to, "minimum", options.minimum(), plain.minimum());
        put(to, "maximum", options.maximum(), plain.maximum());
        put(to, "cache", options.cache(), 1);
        flag(to, "cycle", options.cycle());
    }

    static SequenceOptions sequenceOptions(Members members, SqlType type) {
        long start = members.number("start", 1);
        long increment = members.number("increment", 1);
        SequenceOptions plain = plain(type, start, increment);
        return new SequenceOptions(
                start,
                increment,
                members.number("minimum", plain.minimum()),
                members.number("maximum", plain.maximum()),
                members.number("cache", 1),
                members.flag("cycle"));
    }

    private static SequenceOptions plain(SqlType type, long start, long increment) {
        return SequenceOptions.ascending(type, start, increment);
    }

    private static void put(Map<String, Object> to, String member, long value, long plain) {
        if (value != plain) {
            to.put(member, value);
        }
    }

    static void flag(Map<String, Object> to, String member, boolean value) {
        if (value) {
            to.put(member, true);
        }
    }

    static void optional(Map<String, Object> to, String member, Optional<?> value) {
        value.ifPresent(v -> to.put(member, v));
    }

    static void list(Map<String, Object> to, String member, List<?> values) {
        if (!values.isEmpty()) {
            to.put(member, values);
        }
    }

    static void deferrable(Map<String, Object> to, Deferrability value) {
        if (value != Deferrability.NOT_DEFERRABLE) {
            to.put("deferrable", words(value));
        }
    }

    static Deferrability deferrability(Members members) {
        return members.string("deferrable")
                .map(text -> constant(members, "deferrable", text, Deferrability.values()))
                .orElse(Deferrability.NOT_DEFERRABLE);
    }

    static void action(Map<String, Object> to, String member, ReferentialAction value) {
        if (value != ReferentialAction.NO_ACTION) {
            to.put(member, words(value));
        }
    }

    static ReferentialAction action(Members members, String member) {
        return members.string(member)
                .map(text -> constant(members, member, text, ReferentialAction.values()))
                .orElse(ReferentialAction.NO_ACTION);
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static <E extends Enum<E>> E constant(Members members, String member, String text, E[] values) {
        for (E value : values) {
            if (words(value).equals(text)) {
                return value;
            }
        }
        throw members.error("'" + member + "' cannot be '" + text + "'. Correct it");
    }
}
