package dev.migratable.normalize;

/**
 * A word, literal or symbol of SQL.
 *
 * @param kind what it is
 * @param text a word in lower case; an identifier with quotes as written; the value of a string; else as written
 * @param start where it starts in the text
 * @param end where it ends in the text
 */
record SqlToken(Kind kind, String text, int start, int end) {

    enum Kind {
        /** A keyword or an identifier without quotes. */
        WORD,
        /** An identifier that needs its quotes. */
        QUOTED,
        /** A string constant, whatever its quotes were. */
        STRING,
        /** A number without sign. */
        NUMBER,
        /** An operator, {@code ::} included. */
        OPERATOR,
        /** A parenthesis, bracket, comma, dot, colon or semicolon. */
        SYMBOL,
        /** What has no meaning of its own here: bit strings, Unicode escapes, parameters. */
        OTHER
    }

    boolean is(Kind wanted, String wantedText) {
        return kind == wanted && text.equals(wantedText);
    }

    boolean isSymbol(String symbol) {
        return is(Kind.SYMBOL, symbol);
    }

    boolean isWord(String word) {
        return is(Kind.WORD, word);
    }
}
