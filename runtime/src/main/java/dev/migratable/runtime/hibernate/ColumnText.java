package dev.migratable.runtime.hibernate;

import dev.migratable.normalize.Parentheses;
import dev.migratable.schema.Generated;
import dev.migratable.schema.Identity;
import dev.migratable.schema.SequenceOptions;
import dev.migratable.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Hibernate writes behind a column's name: a type, or an explicit {@code columnDefinition} with clauses behind it.
 *
 * @param type the type
 * @param notNull whether it says {@code NOT NULL}
 * @param defaultValue the expression behind {@code DEFAULT}
 * @param identity the identity it declares
 * @param generated the generation it declares
 * @param collation the collation it declares, as the catalog names it
 */
record ColumnText(
        SqlType type,
        boolean notNull,
        Optional<String> defaultValue,
        Optional<Identity> identity,
        Optional<Generated> generated,
        Optional<String> collation) {

    private static final Pattern COLLATION =
            Pattern.compile("((?<schema>[a-z_]\\w*)\\.)?(\"(?<quoted>[^\"]+)\"|(?<plain>[A-Za-z_]\\w*))");

    /** Digits of a second's fraction that PostgreSQL stores; it reduces what is more. */
    private static final int MAXIMUM_SECOND_DIGITS = 6;

    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(NOT\\s+NULL|NULL|DEFAULT|COLLATE|CHECK|UNIQUE|PRIMARY\\s+KEY|REFERENCES"
                    + "|GENERATED\\s+(?:ALWAYS|BY\\s+DEFAULT)\\s+AS|CONSTRAINT|STORAGE|COMPRESSION|DEFERRABLE)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ARRAY = Pattern.compile("(?i)\\s+array(\\s*\\[\\s*\\d*\\s*])?$");

    private static final Set<String> SERIAL =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

    /**
     * A clause.
     *
     * @param word its keyword in upper case
     * @param body the text up to the next clause
     */
    private record Clause(String word, String body) {}

    /**
     * Takes the text apart.
     *
     * @throws IllegalArgumentException saying what of it is not understood
     */
    static ColumnText parse(String text) {
        List<Clause> clauses = clauses(text);
        SqlType type = type(clauses.get(0).body());
        boolean notNull = false;
        Optional<String> defaultValue = Optional.empty();
        Optional<Identity> identity = Optional.empty();
        Optional<Generated> generated = Optional.empty();
        Optional<String> collation = Optional.empty();
        for (Clause clause : clauses.subList(1, clauses.size())) {
            boolean bare = clause.body().isEmpty();
            if (bare && (clause.word().equals("NOT NULL") || clause.word().equals("NULL"))) {
                notNull |= clause.word().equals("NOT NULL");
            } else if (!bare && clause.word().equals("DEFAULT")) {
                defaultValue = Optional.of(clause.body()).filter(value -> !value.equalsIgnoreCase("null"));
            } else if (clause.word().startsWith("GENERATED") && clause.body().equalsIgnoreCase("identity")) {
                identity = Optional.of(new Identity(clause.word().contains("ALWAYS"), SequenceOptions.defaults(type)));
            } else if (clause.word().equals("GENERATED ALWAYS AS")) {
                generated = Optional.of(generated(clause.body()));
            } else if (clause.word().equals("COLLATE")) {
                collation = collation(clause.body());
            } else {
                throw new IllegalArgumentException(
                        "'" + (clause.word() + " " + clause.body()).strip() + "' in a columnDefinition is not read");
            }
        }
        return new ColumnText(type, notNull, defaultValue, identity, generated, collation);
    }

    /** One without a schema is taken for one of PostgreSQL's own; the default one is none. */
    private static Optional<String> collation(String text) {
        Matcher matcher = COLLATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("the collation '" + text + "' is not read");
        }
        String schema = Optional.ofNullable(matcher.group("schema")).orElse("pg_catalog");
        String name = Optional.ofNullable(matcher.group("quoted"))
                .orElseGet(() -> matcher.group("plain").toLowerCase(Locale.ROOT));
        if (name.equals("default")) {
            return Optional.empty();
        }
        return Optional.of(schema + "." + (name.matches("[a-z_][a-z0-9_]*") ? name : '"' + name + '"'));
    }

    /** Reads what stands behind {@code GENERATED ALWAYS AS}: virtual, unless it says otherwise, since PostgreSQL 18. */
    static Generated generated(String body) {
        String lower = body.toLowerCase(Locale.ROOT);
        boolean stored = lower.endsWith("stored");
        String expression = body.substring(
                0, body.length() - (stored ? "stored" : lower.endsWith("virtual") ? "virtual" : "").length());
        return new Generated(Parentheses.strip(expression), stored);
    }

    /** The first one is the type, without a word. */
    private static List<Clause> clauses(String text) {
        List<Clause> result = new ArrayList<>();
        Matcher matcher = CLAUSE.matcher(text);
        String word = "";
        int start = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (depth == 0 && isClause(matcher, text, i) && !isDefaultNull(word, text, start, i)) {
                result.add(new Clause(word, text.substring(start, i).strip()));
                word = matcher.group().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
                start = matcher.end();
                i = start - 1;
            }
        }
        result.add(new Clause(word, text.substring(start).strip()));
        return result;
    }

    private static boolean isClause(Matcher matcher, String text, int at) {
        return matcher.region(at, text.length()).useTransparentBounds(true).lookingAt();
    }

    private static boolean isDefaultNull(String word, String text, int start, int at) {
        return word.equals("DEFAULT") && text.substring(start, at).isBlank();
    }

    private static SqlType type(String text) {
        SqlType type = SqlType.parse(ARRAY.matcher(text).replaceFirst("[]"));
        if (SERIAL.contains(type.name())) {
            throw new IllegalArgumentException(
                    type.name() + " is a type with a sequence of its own and is not read, GenerationType.IDENTITY is");
        }
        boolean isTime = type.name().startsWith("time");
        boolean isReduced = isTime && type.modifier(0).orElse(0) > MAXIMUM_SECOND_DIGITS;
        return isReduced
                ? new SqlType(type.name(), List.of(String.valueOf(MAXIMUM_SECOND_DIGITS)), type.dimensions())
                : type;
    }
}
