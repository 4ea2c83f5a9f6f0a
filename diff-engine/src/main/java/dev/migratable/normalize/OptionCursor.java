package dev.migratable.normalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks over the words of an {@code options} text; what is not as expected is an error. For one use. */
final class OptionCursor {

    static final String OWN_CHANGELOG =
            "Remove it, and say it in a changelog of your own, which migrations leave alone";

    private static final SqlToken END = new SqlToken(SqlToken.Kind.OTHER, "", 0, 0);

    private final String text;
    private final List<SqlToken> tokens;
    private int position;

    private OptionCursor(String text, List<SqlToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /** Comments are no options: one of a line would hide what Hibernate writes behind it. */
    static OptionCursor of(String text) throws UnreadOptionException {
        Optional<List<SqlToken>> tokens = SqlTokenizer.read(text).filter(t -> Parentheses.fits(text));
        if (tokens.isEmpty()) {
            throw new UnreadOptionException(text.strip(), "it is no part of one statement", OWN_CHANGELOG);
        }
        int end = 0;
        for (SqlToken token : tokens.get()) {
            rejectComment(text.substring(end, token.start()));
            end = token.end();
        }
        rejectComment(text.substring(end));
        return new OptionCursor(text, tokens.get());
    }

    private static void rejectComment(String between) throws UnreadOptionException {
        if (!between.isBlank()) {
            throw new UnreadOptionException(between.strip(), "it is a comment", "Write it in the source");
        }
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    private SqlToken peek(int ahead) {
        return position + ahead < tokens.size() ? tokens.get(position + ahead) : END;
    }

    /** A name in quotes is no keyword, whatever it is. */
    private boolean isKeyword(int ahead, String word) {
        SqlToken token = peek(ahead);
        return token.isWord(word) && text.charAt(token.start()) != '"';
    }

    /** Takes all the words, or none of them. */
    boolean take(String... words) {
        if (!startsWith(words)) {
            return false;
        }
        position += words.length;
        return true;
    }

    boolean startsWith(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isKeyword(i, words[i])) {
                return false;
            }
        }
        return true;
    }

    /** Takes a name, which may be in quotes; the raw one. */
    String name(String fix) throws UnreadOptionException {
        SqlToken token = peek(0);
        if (token.kind() != SqlToken.Kind.WORD && token.kind() != SqlToken.Kind.QUOTED) {
            throw unread("a name is expected here", fix);
        }
        position++;
        return token.kind() == SqlToken.Kind.WORD
                ? token.text()
                : token.text().substring(1, token.text().length() - 1).replace("\"\"", "\"");
    }

    /** Takes names in parentheses. */
    List<String> names(String fix) throws UnreadOptionException {
        List<String> names = new ArrayList<>();
        expect("(", "names in parentheses are expected here", fix);
        do {
            names.add(name(fix));
        } while (symbol(","));
        expect(")", "names in parentheses are expected here", fix);
        return names;
    }

    boolean symbol(String symbol) {
        boolean found = peek(0).isSymbol(symbol);
        position += found ? 1 : 0;
        return found;
    }

    private void expect(String symbol, String reason, String fix) throws UnreadOptionException {
        if (!symbol(symbol)) {
            throw unread(reason, fix);
        }
    }

    /** Takes a whole number with or without a sign. */
    long number(String fix) throws UnreadOptionException {
        boolean negative = peek(0).is(SqlToken.Kind.OPERATOR, "-");
        SqlToken token = peek(negative ? 1 : 0);
        try {
            long value = Long.parseLong((negative ? "-" : "") + token.text());
            position += negative ? 2 : 1;
            return value;
        } catch (NumberFormatException e) {
            throw unread("a whole number is expected here", fix); // which names what stands there instead
        }
    }

    /** Takes an expression in parentheses, and returns it without them. */
    String parenthesized(String fix) throws UnreadOptionException {
        if (!peek(0).isSymbol("(")) {
            throw unread("an expression in parentheses is expected here", fix);
        }
        int start = peek(0).start();
        int depth = 0;
        do {
            depth += peek(0).isSymbol("(") ? 1 : peek(0).isSymbol(")") ? -1 : 0;
            position++;
        } while (depth > 0);
        return Parentheses.strip(text.substring(start, tokens.get(position - 1).end()));
    }

    /** Takes the expression up to one of some keywords, or to the end; the first word belongs to it, whatever it is. */
    String expression(Set<String> keywords, String fix) throws UnreadOptionException {
        int first = position;
        int depth = 0;
        while (!atEnd() && (position == first || depth > 0 || keywords.stream().noneMatch(k -> isKeyword(0, k)))) {
            SqlToken token = peek(0);
            if (depth == 0 && token.isSymbol(",")) {
                throw unread("another definition begins with it", fix);
            }
            depth += token.isSymbol("(") || token.isSymbol("[") ? 1 : 0;
            depth -= token.isSymbol(")") || token.isSymbol("]") ? 1 : 0;
            position++;
        }
        if (position == first) {
            throw unread("an expression is expected here", fix);
        }
        return text.substring(
                tokens.get(first).start(), tokens.get(position - 1).end());
    }

    /** Takes all that is left. */
    String rest(String fix) throws UnreadOptionException {
        if (atEnd()) {
            throw unread("an expression is expected here", fix);
        }
        int start = tokens.get(position).start();
        position = tokens.size();
        return text.substring(start).strip();
    }

    /** Returns an error about what is not taken yet. */
    UnreadOptionException unread(String reason, String fix) {
        String rest = atEnd() ? text : text.substring(tokens.get(position).start());
        return new UnreadOptionException(rest.strip().replaceAll("\\s+", " "), reason, fix);
    }
}
