package dev.migratable.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PostgreSQL column type in the server's own spelling, as {@code format_type} prints it with an empty search path.
 *
 * <p>Two spellings of one type ({@code varchar(20)}, {@code character varying(20)}) parse to equal records. That
 * {@code timestamp(6)} means {@code timestamp} is an equivalence of the comparison, not of this record.
 *
 * @param name the canonical name without modifiers, for example {@code character varying}, {@code timestamp with time
 *     zone}, {@code interval day to second}; types outside {@code pg_catalog} carry their schema, {@code public.mood}
 * @param modifiers the texts between the parentheses, in order: {@code [255]}, {@code [10, 2]}, {@code [Point, 4326]}
 * @param dimensions 0 for a scalar, 1 for an array ({@code format_type} prints one pair of brackets for any array)
 */
public record SqlType(String name, List<String> modifiers, int dimensions) {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("nchar", "character"),
            Map.entry("national character", "character"),
            Map.entry("national character varying", "character varying"),
            Map.entry("char varying", "character varying"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("time", "time without time zone"),
            Map.entry("timetz", "time with time zone"));

    /** The largest {@code float(p)} that is a {@code real}; PostgreSQL manual, 8.1.3. */
    private static final int REAL_MAX_BINARY_DIGITS = 24;

    /** Most types, which nothing has to be folded or taken apart of. */
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SYSTEM_SCHEMA = Pattern.compile("^pg_catalog\\.");

    private static final Pattern SHAPE =
            // Greedy up to the parenthesis: a reluctant head would leave the rest of the name to the tail.
            Pattern.compile("(?<head>(\"([^\"]|\"\")*\"|[^(\\[\"])+)(\\((?<args>[^)]*)\\)(?<tail>[^\\[\"(]*))?"
                    + "(?<array>(\\[\\d*]\\s*)*)");

    /** Copies the modifiers and rejects an empty name. */
    public SqlType {
        Objects.requireNonNull(name, "name");
        modifiers = List.copyOf(modifiers);
        if (name.isBlank() || dimensions < 0) {
            throw new IllegalArgumentException("not a type: '" + name + "' with " + dimensions + " dimensions");
        }
    }

    /**
     * Reads a type as SQL or {@code format_type} writes it; unquoted names are folded to lower case.
     *
     * @throws IllegalArgumentException where the text has no type's shape
     */
    public static SqlType parse(String sql) {
        if (WORD.matcher(sql).matches()) {
            return canonical(sql, List.of(), 0);
        }
        String text = sql.strip();
        Matcher matcher = SHAPE.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new IllegalArgumentException("not a type: '" + sql + "'");
        }
        String head = matcher.group("head").strip();
        String tail = Optional.ofNullable(matcher.group("tail")).orElse("").strip();
        String name = fold(tail.isEmpty() ? head : head + " " + tail);
        String array = matcher.group("array");
        return canonical(name, arguments(Optional.ofNullable(matcher.group("args"))), array.isEmpty() ? 0 : 1);
    }

    private static List<String> arguments(Optional<String> text) {
        List<String> result = new ArrayList<>();
        text.filter(t -> !t.isBlank()).ifPresent(t -> {
            for (String part : t.split(",", -1)) {
                result.add(part.strip());
            }
        });
        return result;
    }

    private static String fold(String name) {
        return name.indexOf('"') >= 0
                ? name
                : SYSTEM_SCHEMA
                        .matcher(BLANKS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" "))
                        .replaceFirst("");
    }

    private static SqlType canonical(String name, List<String> modifiers, int dimensions) {
        if (name.equals("float")) {
            boolean real = !modifiers.isEmpty() && Integer.parseInt(modifiers.get(0)) <= REAL_MAX_BINARY_DIGITS;
            return new SqlType(real ? "real" : "double precision", List.of(), dimensions);
        }
        String canonical = ALIASES.getOrDefault(name, name);
        List<String> exact = new ArrayList<>(modifiers);
        if (exact.isEmpty() && (canonical.equals("character") || canonical.equals("bit"))) {
            exact.add("1"); // the SQL standard's default length; a type without limit is spelled bpchar
        }
        if (exact.size() == 1 && canonical.equals("numeric")) {
            exact.add("0");
        }
        return new SqlType(canonical, exact, dimensions);
    }

    /** Returns the type as {@code format_type} writes it: {@code timestamp(3) with time zone}, {@code integer[]}. */
    public String sql() {
        String arguments = modifiers.isEmpty() ? "" : "(" + String.join(",", modifiers) + ")";
        String brackets = "[]".repeat(dimensions);
        for (String zone : List.of(" without time zone", " with time zone")) {
            if (name.endsWith(zone)) {
                return name.substring(0, name.length() - zone.length()) + arguments + zone + brackets;
            }
        }
        return name + arguments + brackets;
    }

    /** Returns the modifier at a position as a number; empty where there is none or it is no number. */
    public OptionalInt modifier(int position) {
        if (position >= modifiers.size() || !modifiers.get(position).matches("-?\\d{1,9}")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(modifiers.get(position)));
    }

    /** Returns whether this is an array type. */
    public boolean isArray() {
        return dimensions > 0;
    }

    /** Returns the SQL spelling. */
    @Override
    public String toString() {
        return sql();
    }
}
