package dev.migratable.processor.type;

import dev.migratable.schema.Generated;
import dev.migratable.schema.SqlType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An explicit {@code @Column(columnDefinition)}, taken apart.
 *
 * @param type the type, of the default schema's where it is none of PostgreSQL's own and names no schema
 * @param notNull whether it says {@code NOT NULL}
 * @param defaultValue the expression behind {@code DEFAULT}
 * @param generated what {@code GENERATED ALWAYS AS (…)} says
 * @param collation the collation as the catalog names it
 */
public record ColumnDefinition(
        SqlType type,
        boolean notNull,
        Optional<String> defaultValue,
        Optional<Generated> generated,
        Optional<String> collation) {

    private static final Pattern GENERATION = Pattern.compile(
            "ALWAYS\\s+AS\\s*\\((?<expression>.*)\\)\\s*(?<kind>STORED|VIRTUAL)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COLLATION =
            Pattern.compile("((?<schema>[a-z_]\\w*)\\.)?(\"(?<quoted>[^\"]+)\"|(?<plain>[A-Za-z_]\\w*))");

    private static final Pattern CLAUSE = Pattern.compile(
            "\\b(NOT\\s+NULL|NULL|DEFAULT|COLLATE|CHECK|UNIQUE|PRIMARY\\s+KEY|REFERENCES|GENERATED|CONSTRAINT|STORAGE"
                    + "|COMPRESSION|DEFERRABLE)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> SERIAL =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

    private static final Set<String> BUILT_IN = Set.of(
            "bigint",
            "bit",
            "bit varying",
            "boolean",
            "box",
            "bpchar",
            "bytea",
            "character",
            "character varying",
            "cidr",
            "circle",
            "date",
            "daterange",
            "datemultirange",
            "double precision",
            "inet",
            "int4range",
            "int4multirange",
            "int8range",
            "int8multirange",
            "integer",
            "json",
            "jsonb",
            "jsonpath",
            "line",
            "lseg",
            "macaddr",
            "macaddr8",
            "money",
            "name",
            "numeric",
            "nummultirange",
            "numrange",
            "oid",
            "path",
            "pg_lsn",
            "point",
            "polygon",
            "real",
            "regclass",
            "smallint",
            "text",
            "time with time zone",
            "time without time zone",
            "timestamp with time zone",
            "timestamp without time zone",
            "tsmultirange",
            "tsquery",
            "tsrange",
            "tstzmultirange",
            "tstzrange",
            "tsvector",
            "txid_snapshot",
            "uuid",
            "xid",
            "xml");

    /** Says what of a definition is not understood. */
    public static final class NotUnderstoodException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String fact;

        NotUnderstoodException(String fact) {
            super(fact);
            this.fact = fact;
        }

        /** Returns what is not understood. */
        public String fact() {
            return fact;
        }
    }

    /**
     * Takes a definition apart.
     *
     * @param text the definition as it is written
     * @param defaultSchema where a type without a schema that is not PostgreSQL's own is taken to be
     * @throws NotUnderstoodException naming the clause that has a place of its own in the mapping
     */
    public static ColumnDefinition parse(String text, String defaultSchema) throws NotUnderstoodException {
        Matcher matcher = CLAUSE.matcher(text);
        int end = next(matcher, text, 0);
        SqlType type = type(text.substring(0, end).strip(), defaultSchema);
        boolean notNull = false;
        Optional<String> defaultValue = Optional.empty();
        Optional<Generated> generated = Optional.empty();
        Optional<String> collation = Optional.empty();
        while (end < text.length()) {
            String clause = matcher.group().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
            int start = matcher.end();
            end = next(matcher, text, start);
            if (clause.equals("DEFAULT")
                    && end < text.length()
                    && text.substring(start, end).isBlank()) {
                start = matcher.start(); // DEFAULT NULL
                end = next(matcher, text, matcher.end());
            }
            String rest = text.substring(start, end).strip();
            if (clause.equals("DEFAULT") && !rest.isEmpty()) {
                defaultValue = Optional.of(rest).filter(value -> !value.equalsIgnoreCase("null"));
            } else if (rest.isEmpty() && (clause.equals("NOT NULL") || clause.equals("NULL"))) {
                notNull = clause.equals("NOT NULL");
            } else if (clause.equals("GENERATED")) {
                generated = Optional.of(generation(rest));
            } else if (clause.equals("COLLATE")) {
                collation = Optional.of(catalogName(rest));
            } else {
                throw new NotUnderstoodException(clause + " in a columnDefinition is not read");
            }
        }
        return new ColumnDefinition(type, notNull, defaultValue, generated, collation);
    }

    private static Generated generation(String text) throws NotUnderstoodException {
        Matcher matcher = GENERATION.matcher(text);
        String kind = matcher.matches() ? matcher.group("kind") : null;
        if (kind == null) {
            throw new NotUnderstoodException(
                    "GENERATED in a columnDefinition is read as GENERATED ALWAYS AS (…) STORED or VIRTUAL only");
        }
        return new Generated(matcher.group("expression").strip(), kind.equalsIgnoreCase("STORED"));
    }

    private static String catalogName(String text) throws NotUnderstoodException {
        Matcher matcher = COLLATION.matcher(text);
        if (!matcher.matches()) {
            throw new NotUnderstoodException("the collation '" + text + "' is not read");
        }
        String schema = Optional.ofNullable(matcher.group("schema")).orElse("pg_catalog");
        String name = Optional.ofNullable(matcher.group("quoted"))
                .orElseGet(() -> matcher.group("plain").toLowerCase(Locale.ROOT));
        return schema + "." + quotedWhereNeeded(name);
    }

    /** Returns the name the catalog has for one of PostgreSQL's own collations. */
    public static String collationNamed(String name) {
        return "pg_catalog." + quotedWhereNeeded(name);
    }

    private static String quotedWhereNeeded(String name) {
        return name.matches("[a-z_][a-z0-9_]*") && !name.equals("default")
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Finds the next clause that stands outside quotes and parentheses; the text's end where there is none. */
    private static int next(Matcher matcher, String text, int from) {
        int position = from;
        while (matcher.find(position)) {
            if (isOutside(text, matcher.start())) {
                return matcher.start();
            }
            position = matcher.end();
        }
        return text.length();
    }

    private static boolean isOutside(String text, int end) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }
        return depth == 0 && quote == 0;
    }

    private static SqlType type(String text, String defaultSchema) throws NotUnderstoodException {
        SqlType type;
        try {
            type = SqlType.parse(text);
        } catch (IllegalArgumentException e) {
            throw new NotUnderstoodException("'" + text + "' is not an SQL type");
        }
        if (SERIAL.contains(type.name())) {
            throw new NotUnderstoodException(type.name() + " is a type with a sequence of its own");
        }
        boolean known = BUILT_IN.contains(type.name()) || type.name().startsWith("interval");
        return known || type.name().indexOf('.') >= 0
                ? type
                : new SqlType(defaultSchema + "." + type.name(), type.modifiers(), type.dimensions());
    }
}
