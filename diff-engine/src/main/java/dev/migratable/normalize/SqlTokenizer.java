package dev.migratable.normalize;

import dev.migratable.schema.UnquotedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides SQL into tokens as PostgreSQL does with {@code standard_conforming_strings}; comments and blanks go. For one
 * use.
 */
final class SqlTokenizer {

    private static final Pattern BLANK = Pattern.compile("(?:\\s|--[^\\n]*+)++");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")++\"");
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*+'");
    private static final Pattern BIT_STRING = Pattern.compile("[bB]'[01]*+'");
    private static final Pattern ESCAPE_STRING = Pattern.compile("[eE]'(?:[^'\\\\]|''|\\\\.)*+'", Pattern.DOTALL);
    private static final Pattern OTHER =
            Pattern.compile("[xXnN]'(?:[^']|'')*+'|[uU]&'(?:[^']|'')*+'|[uU]&\"(?:[^\"]|\"\")++\"|\\$\\d+");
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*+)?\\$");
    private static final Pattern NUMBER = Pattern.compile("(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][+-]?\\d++)?");
    private static final Pattern OPERATOR = Pattern.compile("::|:=|(?:(?!--|/\\*)[-+*/<>=~!@#%^&|`?])++");
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_$]*+");
    private static final String SYMBOLS = "()[],;.:";

    /** Characters that let an operator end in + or -; PostgreSQL manual, 4.1.3. */
    private static final Pattern SPECIAL_OPERATOR = Pattern.compile("[~!@#%^&|`?]");

    /** Words that mean something else without quotes: what the manual's appendix C calls reserved, and two types. */
    private static final Set<String> RESERVED = Set.of(("all analyse analyze and any array as asc asymmetric both case"
                    + " cast check collate column constraint create current_catalog current_date current_role"
                    + " current_time current_timestamp current_user default deferrable desc distinct do else end except"
                    + " false fetch for foreign from grant group having in initially intersect into lateral leading"
                    + " limit localtime localtimestamp not null offset on only or order placing primary references"
                    + " returning select session_user some symmetric system_user table then to trailing true union"
                    + " unique user using variadic when where window with between interval exists is like ilike"
                    + " similar row overlay position substring trim extract coalesce nullif greatest least isnull"
                    + " notnull bit char")
            .split(" "));

    /** Those of them that are names by themselves, and something else with a parenthesis behind them. */
    private static final Set<String> FUNCTION_WORDS =
            Set.of("position", "overlay", "substring", "trim", "extract", "coalesce", "nullif", "greatest", "least");

    private static final Pattern CALL = Pattern.compile("\\s*+\\(");

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int position;

    private SqlTokenizer(String sql) {
        this.sql = sql;
    }

    /** Returns the tokens; empty where a quote or comment does not end, or a character has no place in SQL. */
    static Optional<List<SqlToken>> read(String sql) {
        SqlTokenizer tokenizer = new SqlTokenizer(sql);
        while (tokenizer.position < sql.length()) {
            if (!tokenizer.step()) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(tokenizer.tokens));
    }

    private boolean step() {
        Optional<String> blank = match(BLANK);
        if (blank.isPresent()) {
            position += blank.get().length();
            return true;
        }
        if (sql.startsWith("/*", position)) {
            return comment();
        }
        return dollarQuoted() || literal() || identifier() || operator() || symbol();
    }

    private boolean comment() {
        int depth = 0;
        do {
            if (sql.startsWith("/*", position)) {
                depth++;
                position += 2;
            } else if (sql.startsWith("*/", position)) {
                depth--;
                position += 2;
            } else {
                position++;
            }
        } while (depth > 0 && position < sql.length());
        return depth == 0;
    }

    private boolean dollarQuoted() {
        Optional<String> quote = match(DOLLAR_QUOTE);
        if (quote.isEmpty()) {
            return false;
        }
        int from = position + quote.get().length();
        int to = sql.indexOf(quote.get(), from);
        return to >= 0
                && add(
                        SqlToken.Kind.STRING,
                        sql.substring(from, to),
                        to + quote.get().length() - position);
    }

    private boolean literal() {
        return match(STRING)
                .map(text -> add(SqlToken.Kind.STRING, inner(text, 1, "'"), text.length()))
                .or(() -> match(BIT_STRING).map(text -> add(SqlToken.Kind.STRING, inner(text, 2, "'"), text.length())))
                .or(() -> match(ESCAPE_STRING)
                        .map(text ->
                                add(SqlToken.Kind.STRING, StringEscapes.decode(inner(text, 2, "'")), text.length())))
                .or(() -> match(OTHER).map(text -> add(SqlToken.Kind.OTHER, text, text.length())))
                .or(() -> match(NUMBER)
                        .map(text -> add(SqlToken.Kind.NUMBER, text.toLowerCase(Locale.ROOT), text.length())))
                .orElse(false);
    }

    private boolean identifier() {
        return match(QUOTED)
                .map(this::quoted)
                .or(() -> match(WORD).map(this::word))
                .orElse(false);
    }

    /** The server prints a name with letters beyond ASCII in quotes. */
    private boolean word(String text) {
        String name = UnquotedName.fold(text);
        boolean plain = PLAIN_NAME.matcher(name).matches();
        return add(plain ? SqlToken.Kind.WORD : SqlToken.Kind.QUOTED, plain ? name : '"' + name + '"', text.length());
    }

    private boolean isCall(int length) {
        return CALL.matcher(sql).region(position + length, sql.length()).lookingAt();
    }

    /** Quotes that change nothing are dropped: the server prints them only where they are needed. */
    private boolean quoted(String text) {
        String name = inner(text, 1, "\"");
        boolean free = !RESERVED.contains(name) || FUNCTION_WORDS.contains(name) && !isCall(text.length());
        boolean plain = PLAIN_NAME.matcher(name).matches() && free;
        return add(plain ? SqlToken.Kind.WORD : SqlToken.Kind.QUOTED, plain ? name : text, text.length());
    }

    private boolean operator() {
        Optional<String> found = match(OPERATOR);
        if (found.isEmpty()) {
            return false;
        }
        String text = found.get();
        while (text.length() > 1
                && (text.endsWith("+") || text.endsWith("-"))
                && !SPECIAL_OPERATOR.matcher(text).find()) {
            text = text.substring(0, text.length() - 1);
        }
        return add(SqlToken.Kind.OPERATOR, text.equals("!=") ? "<>" : text, text.length());
    }

    private boolean symbol() {
        String text = sql.substring(position, position + 1);
        return SYMBOLS.contains(text) && add(SqlToken.Kind.SYMBOL, text, 1);
    }

    private boolean add(SqlToken.Kind kind, String text, int length) {
        tokens.add(new SqlToken(kind, text, position, position + length));
        position += length;
        return true;
    }

    private Optional<String> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(sql).region(position, sql.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static String inner(String text, int skip, String quote) {
        return text.substring(skip, text.length() - 1).replace(quote + quote, quote);
    }
}
