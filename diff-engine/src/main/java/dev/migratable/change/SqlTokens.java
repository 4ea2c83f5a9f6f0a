package dev.migratable.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Divides an SQL expression into tokens and tells which of them name columns and which call functions.
 *
 * <p>It knows the lexical rules of PostgreSQL (manual, 4.1) and no grammar: an identifier is taken for a column unless
 * it is called, qualified, a type or a keyword. Concatenated texts of all tokens give the expression back.
 */
public final class SqlTokens {

    /** Identifiers that PostgreSQL accepts as a column name only in quotes; manual, appendix C, "reserved". */
    private static final Set<String> RESERVED = Set.of(
            "all",
            "analyse",
            "analyze",
            "and",
            "any",
            "array",
            "as",
            "asc",
            "asymmetric",
            "both",
            "case",
            "cast",
            "check",
            "collate",
            "column",
            "constraint",
            "create",
            "current_catalog",
            "current_date",
            "current_role",
            "current_time",
            "current_timestamp",
            "current_user",
            "default",
            "deferrable",
            "desc",
            "distinct",
            "do",
            "else",
            "end",
            "except",
            "false",
            "fetch",
            "for",
            "foreign",
            "from",
            "grant",
            "group",
            "having",
            "in",
            "initially",
            "intersect",
            "into",
            "lateral",
            "leading",
            "limit",
            "localtime",
            "localtimestamp",
            "not",
            "null",
            "offset",
            "on",
            "only",
            "or",
            "order",
            "placing",
            "primary",
            "references",
            "returning",
            "select",
            "session_user",
            "some",
            "symmetric",
            "system_user",
            "table",
            "then",
            "to",
            "trailing",
            "true",
            "union",
            "unique",
            "user",
            "using",
            "variadic",
            "when",
            "where",
            "window",
            "with",
            "authorization",
            "binary",
            "collation",
            "concurrently",
            "cross",
            "current_schema",
            "freeze",
            "full",
            "ilike",
            "inner",
            "is",
            "isnull",
            "join",
            "left",
            "like",
            "natural",
            "notnull",
            "outer",
            "overlaps",
            "right",
            "similar",
            "tablesample",
            "verbose");

    /** Words that go on with the name of a type: {@code timestamp without time zone}, {@code double precision}. */
    private static final Set<String> TYPE_WORDS = Set.of("varying", "precision", "without", "with", "time", "zone");

    /** What a token is. */
    public enum Kind {
        /** An identifier in the place of a column. */
        COLUMN,
        /** The last part of the name of a function that is called. */
        FUNCTION,
        /** An identifier that is neither: a keyword, a type, a qualifier. */
        WORD,
        /** A string constant. */
        STRING,
        /** White space or a comment. */
        SPACE,
        /** Anything else: a number, an operator, a parenthesis. */
        OTHER
    }

    /**
     * One token.
     *
     * @param kind what it is
     * @param text its characters in the expression
     * @param name for identifiers the raw name: unquoted, folded to lower case where it was not quoted; else the text
     */
    public record Token(Kind kind, String text, String name) {}

    private final String sql;
    private final List<Token> raw = new ArrayList<>();
    private int position;

    private SqlTokens(String sql) {
        this.sql = sql;
    }

    /** Returns the tokens of an expression. */
    public static List<Token> of(String expression) {
        SqlTokens scanner = new SqlTokens(expression);
        while (scanner.position < expression.length()) {
            scanner.scanOne();
        }
        return scanner.resolved();
    }

    /** Returns whether an expression names a column. */
    public static boolean mentions(String expression, String column) {
        return of(expression).stream()
                .anyMatch(t -> t.kind() == Kind.COLUMN && t.name().equals(column));
    }

    /** Returns the columns an expression names, each once, in the order they come. */
    public static List<String> columns(String expression) {
        return of(expression).stream()
                .filter(t -> t.kind() == Kind.COLUMN)
                .map(Token::name)
                .distinct()
                .toList();
    }

    /** Returns the expression with one column called otherwise. */
    public static String renameColumn(String expression, String from, String to) {
        StringBuilder result = new StringBuilder();
        for (Token token : of(expression)) {
            boolean hit = token.kind() == Kind.COLUMN && token.name().equals(from);
            result.append(hit ? quoteWhereNeeded(to) : token.text());
        }
        return result.toString();
    }

    private static String quoteWhereNeeded(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_$]*") && !RESERVED.contains(name);
        return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private void scanOne() {
        int start = position;
        char c = sql.charAt(start);
        if (Character.isWhitespace(c)) {
            take(Kind.SPACE, endOfSpace(start));
        } else if (sql.startsWith("--", start)) {
            int end = sql.indexOf('\n', start);
            take(Kind.SPACE, end < 0 ? sql.length() : end + 1);
        } else if (sql.startsWith("/*", start)) {
            take(Kind.SPACE, after("*/", start + 2));
        } else if (c == '\'') {
            take(Kind.STRING, endOfQuoted(start, '\'', start > 0 && isEscapePrefix(start - 1)));
        } else if (c == '"') {
            take(Kind.WORD, endOfQuoted(start, '"', false));
        } else if (c == '$' && dollarTagEnd(start) > 0) {
            String tag = sql.substring(start, dollarTagEnd(start));
            take(Kind.STRING, after(tag, start + tag.length()));
        } else if (isIdentifierStart(c)) {
            take(Kind.WORD, endOfIdentifier(start));
        } else if (Character.isDigit(c)) {
            take(Kind.OTHER, endOfNumber(start));
        } else {
            take(Kind.OTHER, sql.startsWith("::", start) ? start + 2 : start + 1);
        }
    }

    private void take(Kind kind, int end) {
        String text = sql.substring(position, end);
        raw.add(new Token(kind, text, kind == Kind.WORD ? rawName(text) : text));
        position = end;
    }

    private static String rawName(String text) {
        return text.startsWith("\"")
                ? text.substring(1, Math.max(1, text.length() - 1)).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }

    private boolean isEscapePrefix(int at) {
        char c = sql.charAt(at);
        return (c == 'E' || c == 'e') && (at == 0 || !isIdentifierPart(sql.charAt(at - 1)));
    }

    private int endOfSpace(int start) {
        int end = start;
        while (end < sql.length() && Character.isWhitespace(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfQuoted(int start, char quote, boolean backslashes) {
        int at = start + 1;
        while (at < sql.length()) {
            if (backslashes && sql.charAt(at) == '\\') {
                at += 2;
            } else if (sql.charAt(at) != quote) {
                at++;
            } else if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return sql.length();
    }

    private int dollarTagEnd(int start) {
        int at = start + 1;
        while (at < sql.length() && isIdentifierPart(sql.charAt(at)) && sql.charAt(at) != '$') {
            at++;
        }
        return at < sql.length() && sql.charAt(at) == '$' ? at + 1 : -1;
    }

    private int after(String text, int from) {
        int at = sql.indexOf(text, from);
        return at < 0 ? sql.length() : at + text.length();
    }

    private int endOfIdentifier(int start) {
        int end = start;
        while (end < sql.length() && isIdentifierPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfNumber(int start) {
        int end = start;
        while (end < sql.length() && (isIdentifierPart(sql.charAt(end)) || sql.charAt(end) == '.')) {
            end++;
        }
        return end;
    }

    private static boolean isIdentifierStart(char c) {
        return c == '_' || Character.isLetter(c) || c >= 0x80;
    }

    private static boolean isIdentifierPart(char c) {
        return isIdentifierStart(c) || Character.isDigit(c) || c == '$';
    }

    private List<Token> resolved() {
        List<Token> result = new ArrayList<>(raw.size());
        boolean inType = false;
        for (int i = 0; i < raw.size(); i++) {
            Token token = raw.get(i);
            if (token.kind() == Kind.SPACE) {
                result.add(token);
                continue;
            }
            inType = startsType(i) || (inType && goesOnWithType(i, token));
            result.add(token.kind() != Kind.WORD || inType ? token : resolve(i, token));
        }
        return result;
    }

    private boolean startsType(int index) {
        String before = neighbour(index, -1);
        return before.equals("::") || before.equalsIgnoreCase("as");
    }

    private boolean goesOnWithType(int index, Token token) {
        boolean inParentheses = token.kind() == Kind.OTHER && token.text().matches("[(),]|\\d.*");
        return token.text().equals(".")
                || neighbour(index, -1).equals(".")
                || (inParentheses && !closesOther(index, token))
                || (token.kind() == Kind.WORD && TYPE_WORDS.contains(token.name()));
    }

    /** Tells a closing parenthesis or comma behind a type from those within its modifiers. */
    private boolean closesOther(int index, Token token) {
        if (token.text().equals("(")) {
            return false;
        }
        for (int i = index - 1; i >= 0; i--) {
            String text = raw.get(i).text();
            if (text.equals("(")) {
                return false;
            }
            if (raw.get(i).kind() == Kind.WORD || text.equals(")")) {
                return true;
            }
        }
        return true;
    }

    private Token resolve(int index, Token token) {
        boolean quoted = token.text().startsWith("\"");
        String next = neighbour(index, 1);
        if (next.equals("(") && (quoted || !RESERVED.contains(token.name()) || isCallableKeyword(token.name()))) {
            return new Token(Kind.FUNCTION, token.text(), token.name());
        }
        boolean keyword = !quoted && RESERVED.contains(token.name());
        boolean qualified = next.equals(".") || isField(index);
        boolean literal = next.startsWith("'") && !quoted;
        boolean field = isExtractField(index);
        return keyword || qualified || literal || field ? token : new Token(Kind.COLUMN, token.text(), token.name());
    }

    private static boolean isCallableKeyword(String name) {
        return name.equals("left") || name.equals("right");
    }

    /** Tells {@code (address).city} from {@code customer.city}, which names a column. */
    private boolean isField(int index) {
        int dot = neighbourIndex(index, -1);
        return dot >= 0 && raw.get(dot).text().equals(".") && !isWord(neighbourIndex(dot, -1));
    }

    private boolean isWord(int index) {
        return index >= 0 && raw.get(index).kind() == Kind.WORD;
    }

    private boolean isExtractField(int index) {
        int open = neighbourIndex(index, -1);
        return open >= 0
                && raw.get(open).text().equals("(")
                && neighbour(open, -1).equalsIgnoreCase("extract");
    }

    private String neighbour(int index, int step) {
        int at = neighbourIndex(index, step);
        return at < 0 ? "" : raw.get(at).text();
    }

    private int neighbourIndex(int index, int step) {
        int at = index + step;
        while (at >= 0 && at < raw.size() && raw.get(at).kind() == Kind.SPACE) {
            at += step;
        }
        return at >= raw.size() ? -1 : at;
    }
}
