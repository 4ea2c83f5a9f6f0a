package dev.migratable.normalize;

import java.util.List;

/** Walks over tokens; what is not as expected ends the parsing. */
final class TokenCursor {

    /** The expression is beyond this parser; its caller compares the tokens instead. */
    static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1L;

        NotUnderstood(String fact) {
            super(fact, null, false, false); // used for control within the package: no stack trace
        }
    }

    private static final SqlToken END = new SqlToken(SqlToken.Kind.OTHER, "", 0, 0);

    private final List<SqlToken> tokens;
    private int position;

    TokenCursor(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    SqlToken peek() {
        return peek(0);
    }

    SqlToken peek(int ahead) {
        return position + ahead < tokens.size() ? tokens.get(position + ahead) : END;
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    SqlToken next() throws NotUnderstood {
        if (atEnd()) {
            throw new NotUnderstood("the expression ends too early");
        }
        return tokens.get(position++);
    }

    boolean takeSymbol(String symbol) {
        return take(peek().isSymbol(symbol));
    }

    boolean takeWord(String word) {
        return take(peek().isWord(word));
    }

    /** Takes all the words, or none of them. */
    boolean takeWords(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!peek(i).isWord(words[i])) {
                return false;
            }
        }
        position += words.length;
        return true;
    }

    void expectSymbol(String symbol) throws NotUnderstood {
        if (!takeSymbol(symbol)) {
            throw new NotUnderstood("'" + symbol + "' is expected at '" + peek().text() + "'");
        }
    }

    void expectWord(String word) throws NotUnderstood {
        if (!takeWord(word)) {
            throw new NotUnderstood("'" + word + "' is expected at '" + peek().text() + "'");
        }
    }

    private boolean take(boolean found) {
        if (found) {
            position++;
        }
        return found;
    }
}
