package dev.migratable.runtime.sql;

import dev.migratable.schema.QualifiedName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Quotes names and texts for SQL. */
public final class Sql {
    /**
     * How long a statement waits for a lock: clients queue behind it meanwhile. Well below deadlock_timeout (1 s), so that
     * where a client and the statement wait for each other, it is not the client that fails.
     */
    public static final String LOCK_TIMEOUT = "500ms";

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** What PostgreSQL 13 to 18 reserve in one place or another; a name among them is quoted. */
    private static final Set<String> KEYWORDS =
            Set.of(("all analyse analyze and any array as asc asymmetric authorization between bigint binary bit "
                            + "boolean both case cast char character check coalesce collate collation column "
                            + "concurrently constraint create cross current_catalog current_date current_role "
                            + "current_schema current_time current_timestamp current_user dec decimal default "
                            + "deferrable desc distinct do else end except exists extract false fetch float for "
                            + "foreign freeze from full grant greatest group grouping having ilike in initially inner "
                            + "inout int integer intersect interval into is isnull join json json_array "
                            + "json_arrayagg json_exists json_object json_objectagg json_query json_scalar "
                            + "json_serialize json_table json_value lateral leading least left like limit localtime "
                            + "localtimestamp merge_action national natural nchar none normalize not notnull null "
                            + "nullif numeric offset on only or order out outer overlaps overlay placing position "
                            + "precision primary real references returning right row select session_user setof "
                            + "similar smallint some substring symmetric system_user table tablesample then time "
                            + "timestamp to trailing treat trim true union unique user using values varchar variadic "
                            + "verbose when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest "
                            + "xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable")
                    .split(" "));

    private Sql() {}

    /** Returns a raw name as an SQL identifier, quoted only where it must be. */
    public static String identifier(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Returns the name of a relation with its schema, both as identifiers. */
    public static String name(QualifiedName name) {
        return identifier(name.schema()) + "." + identifier(name.name());
    }

    /** Returns raw names as identifiers, separated by commas. */
    public static String identifiers(Collection<String> names) {
        return names.stream().map(Sql::identifier).collect(Collectors.joining(", "));
    }

    /** Returns a text as an SQL literal; independent of {@code standard_conforming_strings}. */
    public static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** Returns texts as an SQL array of text. */
    public static String literals(List<String> texts) {
        return texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "ARRAY[", "]")) + "::text[]";
    }

    /** Returns the name of a relation as a literal that {@code to_regclass} reads. */
    public static String regclass(QualifiedName name) {
        return "to_regclass(" + literal(name(name)) + ")";
    }

    /** Returns a text between dollar quotes whose tag does not occur in it. */
    public static String dollarQuote(String text, String tagName) {
        String tag = "$" + tagName + "$";
        for (int n = 1; text.contains(tag); n++) {
            tag = "$" + tagName + n + "$";
        }
        return tag + text + tag;
    }

    /** Returns SQL as it stands within a literal that is the first argument of the server's {@code format}. */
    static String inFormat(String sql) {
        return sql.replace("'", "''").replace("%", "%%");
    }

    /** Returns a DO block around PL/pgSQL statements, each of which ends with its semicolon. */
    public static String block(String... statements) {
        String body = String.join("\n", statements).indent(4);
        return "DO " + dollarQuote("\nBEGIN\n" + body + "END\n", "migratable");
    }

    /** Returns a DO block that runs one statement if a condition holds. */
    public static String blockIf(String condition, String... statements) {
        String body = terminated(statements);
        return block("IF " + condition + " THEN", body + "END IF;");
    }

    private static String terminated(String... statements) {
        return List.of(statements).stream()
                .map(s -> s + ";\n")
                .collect(Collectors.joining())
                .indent(4);
    }

    /**
     * Returns the condition that is true where two values of one type differ.
     *
     * @param exact whether equal values of the type are the same; where they need not be (a numeric's scale, a citext's
     *     case) or cannot be compared (json), their images are, else a change would get lost; the casts keep the
     *     server from comparing column by column, for which there is no such operator
     */
    public static String differs(boolean exact, String one, String other) {
        return exact
                ? one + " IS DISTINCT FROM " + other
                : "CAST(ROW(" + one + ") AS pg_catalog.record) OPERATOR(pg_catalog.*<>) CAST(ROW(" + other
                        + ") AS pg_catalog.record)";
    }

    /** Returns the condition that {@link #differs} returns, in a form that means the same whatever the search path is. */
    static String differsAnywhere(boolean exact, String one, String other) {
        return exact
                ? "(" + one + " OPERATOR(pg_catalog.=) " + other + ") IS NOT TRUE AND (" + one + " IS NOT NULL OR "
                        + other + " IS NOT NULL)"
                : differs(false, one, other);
    }
}
