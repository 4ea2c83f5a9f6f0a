package dev.migratable.normalize;

import java.util.List;
import java.util.Optional;

/** Takes away parentheses around a whole expression, which the server prints and nobody needs. */
public final class Parentheses {

    private Parentheses() {}

    /** Returns the expression without parentheses that enclose all of it; else the text without outer blanks. */
    public static String strip(String expression) {
        String text = expression.strip();
        Optional<List<SqlToken>> tokens = SqlTokenizer.read(text);
        while (tokens.isPresent() && enclosed(tokens.get())) {
            List<SqlToken> all = tokens.get();
            text = text.substring(all.get(0).end(), all.get(all.size() - 1).start())
                    .strip();
            tokens = SqlTokenizer.read(text);
        }
        return text;
    }

    private static boolean enclosed(List<SqlToken> tokens) {
        int last = tokens.size() - 1;
        if (last < 2 || !tokens.get(0).isSymbol("(") || !tokens.get(last).isSymbol(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < last; i++) {
            SqlToken token = tokens.get(i);
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")") && --depth == 0) {
                return false;
            } else if (depth == 1 && token.isSymbol(",")) {
                return false; // a row, not an expression in parentheses
            }
        }
        return depth == 1;
    }

    /** Returns whether the text can stand between parentheses: it closes what it opens, and no statement ends in it. */
    public static boolean fits(String expression) {
        Optional<List<SqlToken>> tokens = SqlTokenizer.read(expression);
        int depth = 0;
        for (SqlToken token : tokens.orElse(List.of())) {
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")")) {
                depth--;
            }
            if (depth < 0 || token.isSymbol(";")) {
                return false;
            }
        }
        return tokens.isPresent() && depth == 0;
    }
}
