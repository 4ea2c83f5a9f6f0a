package dev.migratable.json;

import dev.migratable.schema.MigratableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON into a tree and remembers where each object began. For one use. */
final class TreeReader {

    static final String SYNTAX = "JSN01";

    private final String place;
    private final JsonParser parser;
    private final Map<Object, Spot> spots = new IdentityHashMap<>();

    /** Names of columns and types come again and again: equal ones are one object. */
    private final Map<String, String> texts = new HashMap<>();

    private TreeReader(String place, JsonParser parser) {
        this.place = place;
        this.parser = parser;
    }

    /** A place in the text; both count from 1. */
    record Spot(int line, int column) {}

    /**
     * What was read.
     *
     * @param root the tree
     * @param place where the text is from, for messages
     * @param spots where each map in it began, by identity
     */
    record Result(Object root, String place, Map<Object, Spot> spots) {

        /** Returns {@code place:line:column} of a map in the tree. */
        String placeOf(Object map) {
            Spot spot = spots.get(map);
            return spot == null || spot.line() < 1 ? place : place + ":" + spot.line() + ":" + spot.column();
        }
    }

    static Result read(String text, String place) {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                // An excerpt of the text in a message would put file contents, and line breaks, into logs.
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return new TreeReader(place, parser).document();
        } catch (JacksonException e) {
            throw new MigratableException(SYNTAX, syntaxMessage(place, e), e);
        }
    }

    private static String syntaxMessage(String place, JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String fact = String.valueOf(e.getOriginalMessage())
                .replaceAll("\\s*\\(start marker at [^)]*\\)[^)]*\\)", "")
                .replaceAll("\\s+", " ");
        return at(place, location) + ": not JSON: " + fact + ". Restore the file or write it anew.";
    }

    private static String at(String place, @Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? place
                : place + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private Result document() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new MigratableException(SYNTAX, place + ":1:1: the file is empty. Write it anew.");
        }
        Object root = value(token);
        if (parser.nextToken() != null) {
            throw error("there is something behind the end of the value. Remove it.");
        }
        return new Result(root, place, spots);
    }

    private Object value(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> texts.computeIfAbsent(parser.getString(), Function.identity());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> decimal();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> throw error("null has no meaning here. Leave the member out.");
            default -> throw error("unexpected " + token + ". Write the file anew.");
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> result = new LinkedHashMap<>();
        TokenStreamLocation start = parser.currentTokenLocation();
        spots.put(result, new Spot(start.getLineNr(), start.getColumnNr()));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            result.put(name, value(parser.nextToken()));
        }
        return result;
    }

    private List<Object> array() {
        List<Object> result = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            result.add(value(token));
        }
        return result;
    }

    private Long integer() {
        if (parser.getNumberType() != JsonParser.NumberType.INT
                && parser.getNumberType() != JsonParser.NumberType.LONG) {
            throw error("the number has more digits than 64 bits hold. Correct it.");
        }
        return parser.getLongValue();
    }

    private Double decimal() {
        double number = parser.getDoubleValue();
        if (!Double.isFinite(number)) {
            throw error("the number is too large for a double. Correct it.");
        }
        return number;
    }

    private String here() {
        return at(place, parser.currentTokenLocation());
    }

    private MigratableException error(String message) {
        return new MigratableException(SYNTAX, here() + ": " + message);
    }
}
