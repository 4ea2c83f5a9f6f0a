package dev.migratable.json;

import dev.migratable.schema.MigratableException;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads the members of one JSON object. Each error names the object's place; {@link #end} complains about members that
 * nobody asked for, so that a misspelled or newer member is never passed over in silence.
 */
final class Members {

    static final String CONTENT = "JSN02";

    private final Map<?, ?> object;
    private final TreeReader.Result json;

    /** By their spelling, the types that were read so far of the whole text. */
    private final Map<String, SqlType> types;

    private final Set<String> asked = new HashSet<>();

    private Members(Map<?, ?> object, TreeReader.Result json, Map<String, SqlType> types) {
        this.object = object;
        this.json = json;
        this.types = types;
    }

    static Members root(TreeReader.Result json, String file) {
        if (json.root() instanceof Map<?, ?> map) {
            return new Members(map, json, new HashMap<>());
        }
        throw new MigratableException(CONTENT, file + ": this is no JSON object. Give a model file.");
    }

    /** Reads a record from this object and makes sure that nothing of it was left over. */
    <T> T build(Supplier<T> reader) {
        try {
            T result = reader.get();
            end();
            return result;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw error(e.getMessage() + ". Correct it or write the file anew");
        }
    }

    private void end() {
        Set<String> unknown = new TreeSet<>();
        for (Object name : object.keySet()) {
            if (!asked.contains(name)) {
                unknown.add((String) name);
            }
        }
        if (!unknown.isEmpty()) {
            throw error("unknown member '" + String.join("', '", unknown)
                    + "'. Correct it, or use the version of Migratable that wrote the file");
        }
    }

    Optional<String> string(String name) {
        return scalar(name, String.class, "a string");
    }

    String requiredString(String name) {
        return string(name).orElseThrow(() -> missing(name));
    }

    boolean flag(String name) {
        return scalar(name, Boolean.class, "true or false").orElse(false);
    }

    OptionalLong number(String name) {
        Optional<Long> value = scalar(name, Long.class, "a whole number");
        return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
    }

    long number(String name, long otherwise) {
        return number(name).orElse(otherwise);
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** Returns a member that is an object, where there is one. */
    Optional<Members> object(String name) {
        return scalar(name, Map.class, "an object").map(this::members);
    }

    /** Reads a member that is a string, or an object where the string would be ambiguous. */
    <T> Optional<T> stringOr(String name, Function<String, T> fromString, Function<Members, T> fromObject) {
        return member(name).map(value -> stringOr(value, name, fromString, fromObject));
    }

    /** Reads a member that is an array of strings, or objects; empty where there is none. */
    <T> List<T> stringsOr(String name, Function<String, T> fromString, Function<Members, T> fromObject) {
        List<?> values = array(name);
        if (values.isEmpty()) {
            return List.of();
        }
        List<T> result = new ArrayList<>(values.size());
        for (Object value : values) {
            result.add(stringOr(value, name, fromString, fromObject));
        }
        return List.copyOf(result);
    }

    /** Reads an array of strings; empty where there is none. */
    List<String> strings(String name) {
        return stringsOr(name, Function.identity(), object -> {
            throw error("'" + name + "' holds an object where a string is expected. Correct it");
        });
    }

    /** Reads an array of objects; empty where there is none. */
    <T> List<T> objects(String name, Function<Members, T> reader) {
        return stringsOr(
                name,
                text -> {
                    throw error(
                            "'" + name + "' holds the string '" + text + "' where an object is expected. Correct it");
                },
                reader);
    }

    /** Reads an object whose members are all strings, whatever their names. */
    Map<String, String> strings() {
        Map<String, String> result = new TreeMap<>();
        for (Object name : object.keySet()) {
            result.put((String) name, requiredString((String) name));
        }
        return result;
    }

    /** Reads an object whose members are all objects, whatever their names. */
    <T> Map<String, T> objects(Function<Members, T> reader) {
        Map<String, T> result = new TreeMap<>();
        for (Object name : object.keySet()) {
            Members member = object((String) name).orElseThrow(() -> missing((String) name));
            result.put((String) name, member.build(() -> reader.apply(member)));
        }
        return result;
    }

    /**
     * Reads a type's spelling.
     *
     * @throws IllegalArgumentException where it is none
     */
    SqlType type(String sql) {
        SqlType known = types.get(sql);
        if (known == null) {
            known = SqlType.parse(sql);
            types.put(sql, known);
        }
        return known;
    }

    MigratableException missing(String name) {
        return error("member '" + name + "' is missing. Add it or write the file anew");
    }

    MigratableException error(String factAndFix) {
        return new MigratableException(CONTENT, json.placeOf(object) + ": " + factAndFix + ".");
    }

    private <T> T stringOr(Object value, String name, Function<String, T> fromString, Function<Members, T> fromObject) {
        if (value instanceof String text) {
            return fromString.apply(text);
        }
        if (value instanceof Map<?, ?> map) {
            Members members = members(map);
            return members.build(() -> fromObject.apply(members));
        }
        throw error("'" + name + "' holds " + value + ", which is no string or object. Correct it");
    }

    private Members members(Map<?, ?> map) {
        return new Members(map, json, types);
    }

    private List<?> array(String name) {
        return scalar(name, List.class, "an array").<List<?>>map(list -> list).orElse(List.of());
    }

    private <T> Optional<T> scalar(String name, Class<T> type, String description) {
        return member(name).map(value -> {
            if (!type.isInstance(value)) {
                throw error("'" + name + "' is not " + description + ". Correct it");
            }
            return type.cast(value);
        });
    }

    private Optional<Object> member(String name) {
        asked.add(name);
        return Optional.ofNullable(object.get(name));
    }
}
